// The other player of the full model's training: the discriminator and its optimizer.
#pragma once

#include "core/train/config.h"
#include "core/train/engine/optimizer.h"
#include "core/train/engine/task.h"
#include "core/train/losses/adversarial.h"

namespace refscale::train {

class Adversary {
 public:
  Adversary(const TrainConfig& config, at::Device device);

  // -weight x mean D(fake), for the generator; the discriminator is left as it is.
  [[nodiscard]] at::Tensor generatorLoss(const at::Tensor& fake, double weight) const;

  // One step of the discriminator on a batch [N, 3, H, W]; `fake` is taken as a constant. Mixtures
  // are drawn from seed, step and attempt. NaN changes nothing: the caller goes back.
  Figures step(const at::Tensor& real, const at::Tensor& fake, int number, int attempt,
               double rateFactor);

  [[nodiscard]] nets::NamedTensors state() const;
  void restore(const nets::NamedTensors& state);

 private:
  double rate_;
  std::uint64_t seed_;
  nets::NamedTensors tensors_; // weights and running statistics
  Discriminator discriminator_;
  Adam adam_;
};

} // namespace refscale::train
