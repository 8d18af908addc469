#include "core/nets/vgg.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include "core/base/bands.h"
#include "core/nets/strips.h"

namespace refscale::nets {

VggTrunk::VggTrunk(const Parameters& parameters, const std::string& layers)
    : placement_(parameters.placement()),
      mean_(parameters.floatTensor("mean")),
      std_(parameters.floatTensor("std")),
      conv1_1_(parameters.conv(layers + "conv1_1")),
      conv1_2_(parameters.conv(layers + "conv1_2")),
      conv2_1_(parameters.conv(layers + "conv2_1")),
      conv2_2_(parameters.conv(layers + "conv2_2")),
      conv3_1_(parameters.conv(layers + "conv3_1")) {}

at::Tensor VggTrunk::normalised(const at::Tensor& picture) const {
  return ((picture.to(placement_.device, at::kFloat) - mean_) / std_)
      .to(placement_.dtype)
      .contiguous(at::MemoryFormat::ChannelsLast);
}

at::Tensor VggTrunk::conv3_1(const at::Tensor& picture) const {
  constexpr int kReach = 12; // 1 + 1 + 2 + 2 + 4, in whole cells
  return Strips(picture, kReach).map([&](const Strip& strip) {
    at::Tensor x = conv1_1_(normalised(strip.x)).relu_();
    x = at::max_pool2d(conv1_2_(x).relu_(), 2, 2);
    x = conv2_1_(x).relu_();
    x = at::max_pool2d(conv2_2_(x).relu_(), 2, 2);
    return conv3_1_(x);
  });
}

VggTrunk::Levels VggTrunk::levels(const at::Tensor& picture, bool withRelu3) const {
  Levels levels;
  levels.relu1_1 = Strips(picture, 4).map([&](const Strip& strip) {
    return conv1_1_(normalised(strip.x)).relu_();
  });
  constexpr int kReach = 4; // 1 + 2, in whole pairs of rows
  levels.relu2_1 = Strips(levels.relu1_1, kReach).map([&](const Strip& strip) {
    return conv2_1_(at::max_pool2d(conv1_2_(strip.x).relu_(), 2, 2)).relu_();
  });
  if (!withRelu3) return levels;
  levels.relu3_1 = Strips(levels.relu2_1, kReach).map([&](const Strip& strip) {
    return conv3_1_(at::max_pool2d(conv2_2_(strip.x).relu_(), 2, 2)).relu_();
  });
  return levels;
}

ContrastiveExtractor::ContrastiveExtractor(const weights::TensorSet& set, const std::string& prefix,
                                           const Placement& placement)
    : ContrastiveExtractor(Parameters(set, prefix, placement)) {}

ContrastiveExtractor::ContrastiveExtractor(const Parameters& parameters)
    : input_(parameters.below("feature_extraction_image1."), "model."),
      reference_(parameters.below("feature_extraction_image2."), "model.") {}

at::Tensor ContrastiveExtractor::inputFeatures(const at::Tensor& up) const {
  return input_.conv3_1(up).squeeze(0);
}

at::Tensor ContrastiveExtractor::referenceFeatures(const at::Tensor& reference) const {
  return reference_.conv3_1(reference).squeeze(0);
}

at::Tensor unitVectors(const at::Tensor& features) {
  const auto unit = [](const at::Tensor& some) {
    const at::Tensor values = some.to(at::kFloat);
    return values / values.norm(2, {0}, true).clamp_min(1e-12);
  };
  if (!features.is_cpu() || c10::GradMode::is_enabled()) return unit(features);
  at::Tensor all = at::empty_like(features, features.options().dtype(at::kFloat));
  forEachBand(features.size(1), features.size(0) * features.size(2),
              [&](std::int64_t first, std::int64_t count) {
                all.narrow(1, first, count).copy_(unit(features.narrow(1, first, count)));
              });
  return all;
}

} // namespace refscale::nets
