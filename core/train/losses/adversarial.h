// The adversarial part of C2-Matching's full model (supplement, eq. 3 and 4): the discriminator and
// WGAN-GP's losses. As published, the discriminator has batch norm and ends with a sigmoid.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>

#include "core/nets/parameters.h"

namespace refscale::train {

enum class Statistics {
  Batch,  // of the batch itself, and the running ones are updated: training
  Running // those kept
};

class Discriminator {
 public:
  // The tensors of a discriminator under the published names ("conv_block1.0.weight", ...,
  // "out_block.3.bias"), float32. They are shared, not copied: training changes them in place.
  explicit Discriminator(nets::NamedTensors tensors);

  // [N, 3, H, W] in 0..1, H and W multiples of 32 -> [N, 1, 1, 1] in 0..1. Twice differentiable.
  [[nodiscard]] at::Tensor operator()(const at::Tensor& picture, Statistics statistics) const;

  // Convolutions N(0, 0.02), norms 1, biases 0, as published; `width` is ndf, 32 as published.
  [[nodiscard]] static nets::NamedTensors fresh(int width, std::uint64_t seed);

 private:
  nets::NamedTensors tensors_;
};

// -weight x mean D(fake): the generator's part.
[[nodiscard]] at::Tensor generatorLoss(const at::Tensor& judged, double weight = 1e-6);

// (|| d sum D(x) / d x ||_2 - 1)^2, mean over the pictures, at x = alpha real + (1 - alpha) fake;
// alpha [N, 1, 1, 1] in 0..1. Without its weight, which is 10.
[[nodiscard]] at::Tensor gradientPenalty(const Discriminator& discriminator, const at::Tensor& real,
                                         const at::Tensor& fake, const at::Tensor& alpha,
                                         Statistics statistics);

struct DiscriminatorLoss {
  at::Tensor real;    // -mean D(real)
  at::Tensor fake;    // +mean D(fake)
  at::Tensor penalty; // penaltyWeight x the gradient penalty
  [[nodiscard]] at::Tensor total() const;
};

// Three calls with the batch's statistics, in this order: real, fake, mixture.
[[nodiscard]] DiscriminatorLoss discriminatorLoss(const Discriminator& discriminator,
                                                  const at::Tensor& real, const at::Tensor& fake,
                                                  const at::Tensor& alpha,
                                                  double penaltyWeight = 10);

} // namespace refscale::train
