// How good a model is, by the papers' protocol: the truth cropped to a multiple of 4, reduced x4 by
// Pillow's bicubic, enlarged again by every method, and compared with 4 pixels cropped (scores.h).
#pragma once

#include <functional>

#include "core/evaluate/pairs.h"
#include "core/evaluate/scores.h"
#include "core/pipeline/engine.h"

namespace refscale::evaluate {

// Told each pair's pictures as they are made, for sheets of crops; truth and results have one size.
using Shown = std::function<void(const EvaluationPair& pair, const media::Picture& truth,
                                 const std::map<Method, media::Picture>& results)>;

// Runs every method on every pair. Several references of a pair are ranked as in any run and the
// best is borrowed from. Throws what reading and running throw.
[[nodiscard]] Evaluation evaluatePairs(pipeline::Upscaler& upscaler, const std::string& model,
                                       const std::vector<EvaluationPair>& pairs,
                                       const pipeline::UpscaleOptions& options,
                                       const RunContext& context, const Shown& shown = {});

} // namespace refscale::evaluate
