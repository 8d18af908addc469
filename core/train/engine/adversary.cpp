#include "core/train/engine/adversary.h"

#include <ATen/ATen.h>

#include <cmath>

#include "core/train/engine/checkpoint.h"
#include "core/train/random.h"

namespace refscale::train {
namespace {

bool isStatistic(const std::string& name) {
  return name.find("running_") != std::string::npos;
}

nets::NamedTensors freshTensors(const TrainConfig& config, at::Device device) {
  nets::NamedTensors tensors =
      Discriminator::fresh(config.discriminatorWidth, static_cast<std::uint64_t>(config.seed));
  for (auto& [name, tensor] : tensors) {
    tensor = tensor.to(device).set_requires_grad(!isStatistic(name));
  }
  return tensors;
}

nets::NamedTensors leavesOf(const nets::NamedTensors& tensors) {
  nets::NamedTensors leaves;
  for (const auto& [name, tensor] : tensors) {
    if (!isStatistic(name)) leaves[name] = tensor;
  }
  return leaves;
}

} // namespace

Adversary::Adversary(const TrainConfig& config, at::Device device)
    : rate_(config.discriminatorRate),
      seed_(static_cast<std::uint64_t>(config.seed)),
      tensors_(freshTensors(config, device)),
      discriminator_(tensors_),
      adam_(leavesOf(tensors_)) {}

at::Tensor Adversary::generatorLoss(const at::Tensor& fake, double weight) const {
  return train::generatorLoss(discriminator_(fake, Statistics::Batch), weight);
}

Figures Adversary::step(const at::Tensor& real, const at::Tensor& fake, int number, int attempt,
                        double rateFactor) {
  // What the generator's backward left here is not the discriminator's.
  for (auto& item : tensors_) item.second.mutable_grad() = at::Tensor();
  Random random(
      seed_, {0x4741ULL, static_cast<std::uint64_t>(number), static_cast<std::uint64_t>(attempt)});
  at::Tensor alpha = at::empty({real.size(0), 1, 1, 1}, at::kFloat);
  for (std::int64_t i = 0; i < alpha.numel(); ++i) {
    alpha.mutable_data_ptr<float>()[i] = static_cast<float>(random.uniform());
  }
  const DiscriminatorLoss loss =
      discriminatorLoss(discriminator_, real, fake, alpha.to(real.device()));
  Figures figures = {{"d_real", -loss.real.item<double>()},
                     {"d_fake", loss.fake.item<double>()},
                     {"penalty", loss.penalty.item<double>()}};
  if (!std::isfinite(loss.total().item<double>())) return figures;
  loss.total().backward();
  adam_.step([&](const std::string&) { return rate_ * rateFactor; });
  return figures;
}

nets::NamedTensors Adversary::state() const {
  nets::NamedTensors all;
  addBelow(all, "discriminator.", tensors_);
  addBelow(all, "discriminator_optimizer.", adam_.state());
  all["discriminator_steps"] = at::full({1}, adam_.steps(), at::kLong);
  return all;
}

void Adversary::restore(const nets::NamedTensors& state) {
  copyValues(below(state, "discriminator."), tensors_);
  const auto steps = state.find("discriminator_steps");
  adam_.restore(below(state, "discriminator_optimizer."),
                steps == state.end() ? 0 : steps->second.item<int>());
}

} // namespace refscale::train
