// The matches of a pack: each window against its area of a reference, as an enlargement does it.
#pragma once

#include "core/base/run_context.h"
#include "core/nets/parameters.h"
#include "core/train/pack.h"

namespace refscale::train {

// Fills content.matches and content.matcher. Where the model refines its matches and `carry` is
// set, references are carried into the frame of their window first (pipeline/engine/view.h); they
// are added to the pictures. Throws Unsupported for a model without an extractor.
void matchPack(PackContent& content, const std::filesystem::path& model, bool carry,
               const nets::Placement& placement, const RunContext& context);

} // namespace refscale::train
