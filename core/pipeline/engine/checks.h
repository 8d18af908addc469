// What an output must pass before it is shown: a broken result is an error or a warning, never a
// picture that looks finished.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "core/media/picture.h"

namespace refscale::pipeline {

struct OutputChecks {
  double colourDrift = 0; // largest |channel mean of output reduced x4 - input|, of 255
  double localDrift = 0;  // the same within blocks of 16 x 16 input pixels
  std::vector<std::string> warnings;
};

// `output`: [1, 3, 4h, 4w] as the network gave it; `input`: RGB, h x w. Throws CheckFailed for
// NaN or infinity, for an output that is black or constant, as a whole or in a block, where the
// input is neither, and for rows that stand there twice where the input's do not. Drifting colours
// are a warning that says where.
[[nodiscard]] OutputChecks checkOutput(const at::Tensor& output, const media::Picture& input);

} // namespace refscale::pipeline
