// Reference strength and exclusion: how much of the borrowed picture is taken at every place, the
// rest coming from the picture restored without a reference.
#pragma once

#include <ATen/core/Tensor.h>

#include <span>
#include <vector>

#include "core/base/correspondence.h"
#include "core/media/picture.h"
#include "core/pipeline/request.h"

namespace refscale::pipeline {

// Weight of the borrowed picture for every cell, 0..1: strength^(1/confidence) when gated (strength
// 1 leaves the network's own judgement alone, 0 switches off, and between them unsure places go
// first), else strength; 0 where what is borrowed shows anything of a masked place of the
// reference, and one cell around. `exclusion` may be null; it has the size of the reference as
// matched.
[[nodiscard]] Field<float> borrowWeights(const Correspondence& correspondence,
                                         const UpscaleOptions& options,
                                         const media::Picture* exclusion);

// Sets the weights to 0 where `area` (grey, 8 bit, a pixel a cell) is not, and one cell around, so
// that nothing is blended into it. Cells beyond it, which pad a tiny input, stay as they are.
void keepOut(Field<float>& weights, const media::Picture& area);

// What several references of one input share in every cell: each gets its confidence, smoothed over
// the neighbouring cells, to the fourth power (means of alike ones blur), of their sum. Where a
// reference's weight is 0 it has no share, and the others take it; all shares of a cell sum to 1,
// or to 0 where no weight is left. One field of confidence and one of weights a reference.
[[nodiscard]] std::vector<Field<float>> sharesOf(std::span<const Field<float>* const> confidences,
                                                 std::span<const Field<float>> weights);

// True when the weights of all parts sum to 1 everywhere: nothing is left for a picture without.
[[nodiscard]] bool takesAll(std::span<const Field<float>> weights);

// without + the sum of w (part - without), the weights w enlarged bilinearly from the cells'
// centres. `parts` (one a field of weights) and `without` are rows of the picture from row `top`
// on, [1, 3, n, 4w]; `without` may be undefined where takesAll(weights).
[[nodiscard]] at::Tensor blended(std::span<const at::Tensor> parts, const at::Tensor& without,
                                 std::span<const Field<float>> weights, std::int64_t top = 0);

} // namespace refscale::pipeline
