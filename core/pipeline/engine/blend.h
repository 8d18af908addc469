// Reference strength and exclusion: how much of the borrowed picture is taken at every place, the
// rest coming from the picture restored without a reference.
#pragma once

#include <ATen/core/Tensor.h>

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

// True when the weights are 1 everywhere: nothing to blend.
[[nodiscard]] bool takesAll(const Field<float>& weights);

// without + w (with - without), w enlarged bilinearly from the cells' centres. Both are rows of the
// picture from row `top` on, [1, 3, n, 4w].
[[nodiscard]] at::Tensor blended(const at::Tensor& with, const at::Tensor& without,
                                 const Field<float>& weights, std::int64_t top = 0);

} // namespace refscale::pipeline
