// The perceptual loss of C2-Matching's full model (supplement, eq. 2): a distance of VGG-19
// features at relu5_1. Takes VGG-19 itself or an encoder that imitates it; both are fixed while
// training.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "core/nets/parameters.h"

namespace refscale::train {

class PerceptualNetwork {
 public:
  // VGG-19: keys `<prefix>conv1_1.weight` ... `conv5_1.bias` with zero padding. Or the encoder
  // compressed 16 times of Collaborative Distillation: keys `conv0`, `conv11` ... `conv51` and
  // `conv51_aux` with reflection padding. Throws BadInput when `set` holds neither.
  PerceptualNetwork(const weights::TensorSet& set, const std::string& prefix,
                    const nets::Placement& placement);

  // [N, 3, H, W] in 0..1 -> relu5_1 [N, 512, H/16, W/16]. Differentiable in the picture.
  [[nodiscard]] at::Tensor relu5_1(const at::Tensor& picture) const;

  // weight x the Frobenius norm of the difference of both pictures' relu5_1 over the whole batch
  // (1e-4 in the published code; the paper's division by the volume is not in it).
  [[nodiscard]] at::Tensor loss(const at::Tensor& output, const at::Tensor& truth,
                                double weight = 1e-4) const;

 private:
  void readVgg19(const nets::Parameters& parameters);
  void readCompressed(const nets::Parameters& parameters);

  struct Layer {
    nets::Conv conv;
    bool poolBefore = false;
  };
  nets::Placement placement_;
  std::vector<Layer> layers_;
  nets::Conv first_;  // compressed encoder only: the input's own 1x1 convolution
  nets::Conv widest_; // compressed encoder only: back to VGG-19's 512 channels
  bool compressed_ = false;
};

} // namespace refscale::train
