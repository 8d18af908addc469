#include "core/train/losses/perceptual.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <array>

#include "core/base/error.h"

namespace refscale::train {
namespace {

constexpr std::array kConvolutions = {2, 2, 4, 4, 1}; // a level, up to relu5_1

at::Tensor constant(std::array<float, 3> values, const nets::Placement& placement) {
  return at::tensor(at::ArrayRef<float>(values)).view({1, 3, 1, 1}).to(placement.device);
}

at::Tensor reflected(const nets::Conv& conv, const at::Tensor& x) {
  const auto pad = conv.weight.size(2) / 2;
  return at::conv2d(pad > 0 ? at::reflection_pad2d(x, {pad, pad, pad, pad}) : x, conv.weight,
                    conv.bias);
}

} // namespace

PerceptualNetwork::PerceptualNetwork(const weights::TensorSet& set, const std::string& prefix,
                                     const nets::Placement& placement)
    : placement_(placement) {
  const nets::Parameters parameters(set, prefix, placement);
  if (set.tensors.contains(prefix + "conv5_1.weight")) {
    readVgg19(parameters);
  } else if (set.tensors.contains(prefix + "conv51_aux.weight")) {
    readCompressed(parameters);
  } else {
    throw Error(Kind::BadInput,
                "The file for the perceptual loss holds no VGG-19 up to conv5_1; name one with "
                "keys conv1_1 ... conv5_1, or the compressed encoder with conv51_aux.");
  }
}

void PerceptualNetwork::readVgg19(const nets::Parameters& parameters) {
  for (std::size_t level = 0; level < kConvolutions.size(); ++level) {
    for (int i = 0; i < kConvolutions[level]; ++i) {
      const std::string name = "conv" + std::to_string(level + 1) + "_" + std::to_string(i + 1);
      layers_.push_back({parameters.conv(name), level > 0 && i == 0});
    }
  }
}

void PerceptualNetwork::readCompressed(const nets::Parameters& parameters) {
  compressed_ = true;
  first_ = parameters.conv("conv0");
  for (std::size_t level = 0; level < kConvolutions.size(); ++level) {
    for (int i = 0; i < kConvolutions[level]; ++i) {
      const std::string name = "conv" + std::to_string(level + 1) + std::to_string(i + 1);
      layers_.push_back({parameters.conv(name), level > 0 && i == 0});
    }
  }
  widest_ = parameters.conv("conv51_aux");
}

at::Tensor PerceptualNetwork::relu5_1(const at::Tensor& picture) const {
  at::Tensor x = picture.to(at::kFloat);
  if (compressed_) {
    x = reflected(first_, x.to(placement_.dtype)); // holds its own normalisation
  } else {
    const at::Tensor mean = constant({0.485F, 0.456F, 0.406F}, placement_);
    const at::Tensor deviation = constant({0.229F, 0.224F, 0.225F}, placement_);
    x = ((x - mean) / deviation).to(placement_.dtype);
  }
  x = x.contiguous(at::MemoryFormat::ChannelsLast);
  for (const Layer& layer : layers_) {
    if (layer.poolBefore) x = at::max_pool2d(x, 2, 2);
    x = at::relu(compressed_ ? reflected(layer.conv, x) : layer.conv(x));
  }
  return (compressed_ ? at::relu(reflected(widest_, x)) : x).to(at::kFloat);
}

at::Tensor PerceptualNetwork::loss(const at::Tensor& output, const at::Tensor& truth,
                                   double weight) const {
  at::Tensor wanted;
  {
    const c10::NoGradGuard fixed;
    wanted = relu5_1(truth);
  }
  return weight * (relu5_1(output) - wanted).norm();
}

} // namespace refscale::train
