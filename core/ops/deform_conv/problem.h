// One deformable convolution as kernels without LibTorch see it: addresses, strides, sizes. Filled
// and checked by the front (deform_conv.cpp); CPU and CUDA kernels trust it. C++17, for nvcc.
#pragma once

#include <cstdint>

#include "core/ops/scalar.h"

namespace refscale::ops {

// A map whose channels lie next to each other; strides in elements.
struct ChannelMap {
  const void* data = nullptr;
  Scalar type = Scalar::F32;
  std::int64_t strideN = 0;
  std::int64_t strideY = 0;
  std::int64_t strideX = 0;
};

// Displacements (x, y) by tap and output pixel; a stride of 0 repeats.
struct BaseMap {
  const float* data = nullptr; // null: none
  std::int64_t strideN = 0;
  std::int64_t strideTap = 0;
  std::int64_t strideY = 0;
  std::int64_t strideX = 0;
  std::int64_t strideXY = 0; // from x to y of one displacement
};

struct DeformProblem {
  ChannelMap input;  // channels
  ChannelMap offset; // 2 * groups * taps
  ChannelMap mask;   // groups * taps
  BaseMap base;
  int batch = 0;
  int channels = 0;
  int groups = 1;
  int kernelH = 0;
  int kernelW = 0;
  int inHeight = 0;
  int inWidth = 0;
  int outHeight = 0;
  int outWidth = 0;

  constexpr int taps() const { return kernelH * kernelW; }
  constexpr int lanes() const { return groups * kernelH * kernelW; }
  constexpr int groupChannels() const { return channels / groups; }
  constexpr std::int64_t pixels() const {
    return static_cast<std::int64_t>(batch) * outHeight * outWidth;
  }
};

} // namespace refscale::ops
