// SPAN (Swift Parameter-free Attention Network, CVPR-W 2024) x4: the single-image network below the
// aligned layout. Always computed in float32: its first convolution sees a range of 255.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "core/nets/parameters.h"

namespace refscale::nets {

class Span {
 public:
  // Parameters below `base.` (or "" for SPAN's own file).
  Span(const weights::TensorSet& set, const std::string& prefix, at::Device device);

  struct Output {
    at::Tensor picture; // [1, 3, 4h, 4w], not clamped
    at::Tensor feature; // [1, C, h, w], before the upsampler
  };

  // `lr`: [1, 3, h, w], RGB in 0..1.
  [[nodiscard]] Output operator()(const at::Tensor& lr) const;

 private:
  struct Block {
    Conv c1, c2, c3;
  };
  struct BlockOutput {
    at::Tensor output;
    at::Tensor activated; // silu of the first convolution
  };
  [[nodiscard]] static BlockOutput run(const Block& block, const at::Tensor& u);

  at::Tensor mean_;
  Conv conv1_, conv2_, cat_, upsampler_;
  std::vector<Block> blocks_;
};

} // namespace refscale::nets
