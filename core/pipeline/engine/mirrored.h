// Self-ensemble: the same restoration once more on mirrored pictures, so that the mean of several
// has less of what each invents by chance (Timofte et al., Seven ways to improve example-based
// single image super resolution, CVPR 2016). Matches are mirrored, not searched again.
#pragma once

#include <vector>

#include "core/nets/restoration.h"
#include "core/pipeline/engine/model.h"
#include "core/pipeline/engine/prepared.h"

namespace refscale::pipeline {

struct Mirror {
  bool leftRight = false;
  bool upDown = false;
};

// The first `count` of: both ways, up-down, left-right, as it is; the last one always is as it is.
[[nodiscard]] std::vector<Mirror> mirrors(int count);

// Inputs of the aligned layout as a mirror shows them. Features and the base network's picture are
// made anew: networks do not see alike what is mirrored.
[[nodiscard]] nets::RestorationInputs mirrored(const nets::RestorationInputs& inputs, Mirror mirror,
                                               const Model& model);

// [..., H, W] as the mirror shows it; twice is as it was.
[[nodiscard]] at::Tensor mirrored(const at::Tensor& picture, Mirror mirror);

// [1, 3, 4h, 4w]: the base network's enlargement, the mean of `passes` of the mirrored input.
// Throws as baseOf().
[[nodiscard]] at::Tensor meanBase(PreparedInput& input, const Model& model, int passes);

} // namespace refscale::pipeline
