// The matches of a pack: each window against its area of a reference, as an enlargement does it.
#pragma once

#include "core/base/run_context.h"
#include "core/nets/parameters.h"
#include "core/train/pack.h"

namespace refscale::train {

// Fills content.matches and content.matcher. Features of a picture are made once for all areas in
// it, where that is less work. Throws Unsupported for a model without an extractor.
void matchPack(PackContent& content, const std::filesystem::path& model,
               const nets::Placement& placement, const RunContext& context);

} // namespace refscale::train
