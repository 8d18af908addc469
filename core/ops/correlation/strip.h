// One step of the exact matcher as kernels without LibTorch see it: addresses and sizes, on the CPU
// or on a CUDA device. C++17, for nvcc.
#pragma once

#include <cstdint>

namespace refscale::ops {

// One row of input patches against all reference patches. Pointwise products lie in three planes,
// one for each input row y, y + 1, y + 2: plane[d][x * cells + q] = input(y + d, x) . reference(q).
struct MatchStrip {
  const float* plane[3] = {nullptr, nullptr, nullptr};
  std::int64_t cells = 0;                  // height * width of the reference's grid
  int width = 0;                           // of the reference's grid
  int patchRows = 0;                       // of the reference: its grid's height - 2
  int patches = 0;                         // input patches in this strip
  std::int32_t number = 0;                 // the first one's row-major number
  const float* inverseReference = nullptr; // [patchRows, width - 2]: 1 / (norm + 1e-5)
  const float* inverseInput = nullptr;     // [patches]
};

} // namespace refscale::ops
