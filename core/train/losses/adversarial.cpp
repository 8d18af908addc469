#include "core/train/losses/adversarial.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/train/random.h"

namespace refscale::train {
namespace {

constexpr int kBlocks = 5;
constexpr int kHidden = 1024;
constexpr double kSlope = 0.2;
constexpr double kMomentum = 0.1;
constexpr double kEpsilon = 1e-5;

std::string blockName(int block) {
  return "conv_block" + std::to_string(block) + ".";
}

} // namespace

Discriminator::Discriminator(nets::NamedTensors tensors) : tensors_(std::move(tensors)) {
  for (int block = 1; block <= kBlocks; ++block) {
    for (const char* layer : {"0.weight", "1.running_var", "3.weight", "4.running_var"}) {
      if (tensors_.contains(blockName(block) + layer)) continue;
      throw Error(Kind::BadInput, "The discriminator has no tensor \"" + blockName(block) + layer +
                                      "\"; use a file that this program wrote.");
    }
  }
}

at::Tensor Discriminator::operator()(const at::Tensor& picture, Statistics statistics) const {
  const bool training = statistics == Statistics::Batch;
  const auto conv = [&](const at::Tensor& x, const std::string& name, int stride) {
    const at::Tensor& weight = tensors_.at(name + ".weight");
    return at::conv2d(x, weight, tensors_.at(name + ".bias"), stride, weight.size(2) / 2);
  };
  const auto norm = [&](const at::Tensor& x, const std::string& name) {
    return at::batch_norm(x, tensors_.at(name + ".weight"), tensors_.at(name + ".bias"),
                          tensors_.at(name + ".running_mean"), tensors_.at(name + ".running_var"),
                          training, kMomentum, kEpsilon, /*cudnn_enabled=*/false);
  };
  at::Tensor x = picture;
  for (int block = 1; block <= kBlocks; ++block) {
    const std::string name = blockName(block);
    x = at::leaky_relu(norm(conv(x, name + "0", 1), name + "1"), kSlope);
    x = at::leaky_relu(norm(conv(x, name + "3", 2), name + "4"), kSlope);
  }
  x = at::adaptive_avg_pool2d(x, {1, 1});
  x = at::leaky_relu(conv(x, "out_block.1", 1), kSlope);
  return at::sigmoid(conv(x, "out_block.3", 1));
}

nets::NamedTensors Discriminator::fresh(int width, std::uint64_t seed) {
  constexpr double kDeviation = 0.02;
  nets::NamedTensors tensors;
  std::uint64_t stream = 0;
  const auto conv = [&](const std::string& name, std::int64_t out, std::int64_t in,
                        std::int64_t side) {
    Random random(seed, stream++);
    at::Tensor weight = at::empty({out, in, side, side}, at::kFloat);
    auto* values = weight.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < weight.numel(); ++i) {
      values[i] = static_cast<float>(kDeviation * random.normal());
    }
    tensors[name + ".weight"] = weight;
    tensors[name + ".bias"] = at::zeros({out}, at::kFloat);
  };
  const auto norm = [&](const std::string& name, std::int64_t channels) {
    tensors[name + ".weight"] = at::ones({channels}, at::kFloat);
    tensors[name + ".bias"] = at::zeros({channels}, at::kFloat);
    tensors[name + ".running_mean"] = at::zeros({channels}, at::kFloat);
    tensors[name + ".running_var"] = at::ones({channels}, at::kFloat);
  };
  std::int64_t in = 3;
  std::int64_t out = width;
  for (int block = 1; block <= kBlocks; ++block) {
    const std::string name = blockName(block);
    conv(name + "0", out, in, 3);
    norm(name + "1", out);
    conv(name + "3", out, out, 3);
    norm(name + "4", out);
    in = out;
    out *= 2;
  }
  conv("out_block.1", kHidden, in, 1);
  conv("out_block.3", 1, kHidden, 1);
  return tensors;
}

at::Tensor generatorLoss(const at::Tensor& judged, double weight) {
  return -weight * judged.mean();
}

at::Tensor gradientPenalty(const Discriminator& discriminator, const at::Tensor& real,
                           const at::Tensor& fake, const at::Tensor& alpha, Statistics statistics) {
  const at::Tensor point = (alpha * real + (1 - alpha) * fake).detach().set_requires_grad(true);
  const at::Tensor judged = discriminator(point, statistics).sum();
  const at::Tensor gradient =
      torch::autograd::grad({judged}, {point}, {}, /*retain_graph=*/true, /*create_graph=*/true)[0];
  return (gradient.flatten(1).norm(2, {1}) - 1).square().mean();
}

at::Tensor DiscriminatorLoss::total() const {
  return real + fake + penalty;
}

DiscriminatorLoss discriminatorLoss(const Discriminator& discriminator, const at::Tensor& real,
                                    const at::Tensor& fake, const at::Tensor& alpha,
                                    double penaltyWeight) {
  DiscriminatorLoss loss;
  loss.real = -discriminator(real, Statistics::Batch).mean();
  loss.fake = discriminator(fake.detach(), Statistics::Batch).mean();
  loss.penalty =
      penaltyWeight * gradientPenalty(discriminator, real, fake, alpha, Statistics::Batch);
  return loss;
}

} // namespace refscale::train
