#include "core/train/engine/optimizer.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <utility>

#include "core/train/engine/checkpoint.h"

namespace refscale::train {
namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;

} // namespace

double rateFactor(const TrainConfig& config, int step) {
  const double warm =
      step < config.warmup ? (step + 1.0) / (static_cast<double>(config.warmup) + 1) : 1;
  if (config.schedule == "step") {
    const auto passed = [&](int milestone) { return milestone > 0 && step >= milestone; };
    return warm * (passed(config.milestone1) ? 0.1 : 1) * (passed(config.milestone2) ? 0.1 : 1);
  }
  const double done = std::min(1.0, static_cast<double>(step) / config.steps);
  const double cosine = 0.5 * (1 + std::cos(3.14159265358979323846 * done));
  return warm * (config.lastRate + (1 - config.lastRate) * cosine);
}

double groupFactor(const TrainConfig& config, const std::string& name) {
  const auto has = [&](const char* part) { return name.find(part) != std::string::npos; };
  if (!has("offset")) return 1;
  if (has("small")) return config.offsetSmall;
  return has("medium") ? config.offsetMedium : config.offsetLarge;
}

Adam::Adam(NamedTensors tensors) : tensors_(std::move(tensors)) {
  for (const auto& [name, tensor] : tensors_) {
    mean_[name] = at::zeros_like(tensor);
    square_[name] = at::zeros_like(tensor);
  }
}

void Adam::step(const std::function<double(const std::string&)>& rate) {
  const c10::NoGradGuard fixed;
  ++steps_;
  const double correction1 = 1 - std::pow(kBeta1, steps_);
  const double correction2 = std::sqrt(1 - std::pow(kBeta2, steps_));
  for (auto& [name, tensor] : tensors_) {
    at::Tensor& gradient = tensor.mutable_grad();
    if (!gradient.defined()) continue;
    at::Tensor& mean = mean_[name];
    at::Tensor& square = square_[name];
    mean.mul_(kBeta1).add_(gradient, 1 - kBeta1);
    square.mul_(kBeta2).addcmul_(gradient, gradient, 1 - kBeta2);
    const at::Tensor denominator = square.sqrt().div_(correction2).add_(kEpsilon);
    tensor.addcdiv_(mean, denominator, -rate(name) / correction1);
    gradient = at::Tensor();
  }
}

nets::NamedTensors Adam::state() const {
  NamedTensors all;
  for (const auto& [name, tensor] : mean_) all["m." + name] = tensor;
  for (const auto& [name, tensor] : square_) all["v." + name] = tensor;
  return all;
}

void Adam::restore(const NamedTensors& state, int steps) {
  NamedTensors own = this->state();
  copyValues(state, own);
  steps_ = steps;
}

double clipGradients(const nets::NamedTensors& tensors, double largest) {
  const c10::NoGradGuard fixed;
  at::Tensor sum;
  for (const auto& item : tensors) {
    const at::Tensor& gradient = item.second.grad();
    if (!gradient.defined()) continue;
    const at::Tensor squares = gradient.square().sum(at::kDouble);
    sum = sum.defined() ? sum + squares : squares;
  }
  if (!sum.defined()) return 0;
  const double norm = std::sqrt(sum.item<double>());
  if (largest > 0 && norm > largest) { // false for NaN
    for (const auto& item : tensors) {
      if (item.second.grad().defined()) at::Tensor(item.second.grad()).mul_(largest / norm);
    }
  }
  return norm;
}

void updateAverage(nets::NamedTensors& average, const nets::NamedTensors& values, double decay) {
  const c10::NoGradGuard fixed;
  for (auto& [name, tensor] : average) tensor.lerp_(values.at(name).detach(), 1 - decay);
}

} // namespace refscale::train
