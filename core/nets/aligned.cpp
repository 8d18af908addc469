#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/nets/layouts.h"

// Step numbers are those of the start model's description: the layout's definition lies in the
// model card's "architecture" and in the README's section on the network.

namespace refscale::nets {
namespace {

// How match score, agreement and low-band difference are brought to about unit range (step 6).
at::Tensor scoreGuide(const at::Tensor& score) {
  return (score - 0.6) * 5;
}
at::Tensor agreementGuide(const at::Tensor& agreement) {
  return (agreement - 0.6) * 4;
}

// [h, w] or [N, h, w] -> [N, 1, h, w]
at::Tensor asPlane(const at::Tensor& values) {
  return values.dim() == 2 ? values.unsqueeze(0).unsqueeze(0) : values.unsqueeze(1);
}

struct Guides {
  at::Tensor medium; // [N, 3, 2h, 2w]
  at::Tensor large;  // [N, 12, 4h, 4w]
};

Guides makeGuides(const RestorationInputs& inputs) {
  const at::Tensor base = alignedBase(inputs.flow, 4);
  const at::Tensor low = inputs.up - warp(inputs.lowReference, base, Outside::Clamp);
  const at::Tensor high = warp(inputs.reference - inputs.lowReference, base, Outside::Clamp);
  const at::Tensor error = at::avg_pool2d(low.abs().mean(1, true), 4, 4);
  const at::Tensor smooth = at::avg_pool2d(at::replication_pad2d(error, {1, 1, 1, 1}), 3, 1);
  const at::Tensor cells = at::cat({scoreGuide(asPlane(inputs.score)),
                                    agreementGuide(asPlane(inputs.agreement)), 1 - 16 * smooth},
                                   1);
  Guides guides;
  guides.medium = nearest(cells, 2);
  guides.large =
      at::cat({nearest(cells, 4), 8 * high, 8 * (inputs.base->picture - inputs.up), 8 * low}, 1);
  return guides;
}

} // namespace

at::Tensor alignedBase(const at::Tensor& flow, std::int64_t s) {
  const at::Tensor batch = flow.dim() == 3 ? flow.unsqueeze(0) : flow;
  const at::Tensor cells =
      batch.to(at::kFloat).permute({0, 3, 1, 2}) * (static_cast<double>(s) / 4);
  return nearest(cells, s).permute({0, 2, 3, 1}).unsqueeze(1);
}

at::Tensor warp(const at::Tensor& source, const at::Tensor& base, Outside outside) {
  const auto height = base.size(2);
  const auto width = base.size(3);
  const auto options = base.options();
  const at::Tensor pixels = base.select(1, 0); // [N, H, W, 2]
  const at::Tensor x = pixels.select(3, 0) + at::arange(width, options);
  const at::Tensor y = pixels.select(3, 1) + at::arange(height, options).unsqueeze(1);
  // grid_sampler's own unit: -1 and 1 are the centres of the first and the last pixel.
  const auto unit = [](const at::Tensor& v, std::int64_t size) {
    return v * (2.0 / static_cast<double>(std::max<std::int64_t>(size - 1, 1))) - 1;
  };
  const at::Tensor grid = at::stack({unit(x, source.size(3)), unit(y, source.size(2))}, 3);
  constexpr std::int64_t kBilinear = 0;
  const std::int64_t padding = outside == Outside::Zero ? 0 : 1;
  return at::grid_sampler(source.to(at::kFloat), grid, kBilinear, padding, /*align_corners=*/true)
      .to(source.scalar_type());
}

AlignedRestoration::AlignedRestoration(const Parameters& parameters,
                                       const weights::RestorationArchitecture& architecture)
    : placement_(parameters.placement()), baseFeatureScale_(architecture.baseFeatureScale) {
  const Parameters content = parameters.below("content_extractor.");
  contentFirst_ = content.conv("conv_first");
  for (int i = 0; i < architecture.contentBlocks; ++i) {
    contentBody_.push_back(content.block("body." + std::to_string(i)));
  }
  const Parameters restore = parameters.below("dyn_agg_restore.");
  for (int s = 0; s < 3; ++s) {
    scales_[s] = readScale(restore, architecture.scales[s], s);
    featureScales_[s] = architecture.featureScale * architecture.scales[s].featureScale;
  }
  last_ = restore.conv("tail_large.2");
}

RestorationOutput AlignedRestoration::run(const RestorationInputs& inputs,
                                          const RestorationOptions& options) const {
  if (!inputs.base)
    throw Error(Kind::Internal, "The aligned layout needs its base network's output.");
  const auto compute = [&](const at::Tensor& value) {
    return value.to(placement_.dtype).contiguous(at::MemoryFormat::ChannelsLast);
  };
  const Guides guides = makeGuides(inputs);
  if (options.trace) options.trace("guide_large", guides.large);

  // Step 8: content from the base's feature and the input itself.
  at::Tensor x = at::leaky_relu(
      contentFirst_(compute(at::cat({inputs.base->feature * baseFeatureScale_, inputs.lr}, 1))),
      kSlope);
  Steps step(options, contentBody_.size(), scales_);
  for (const ResidualBlock& block : contentBody_) {
    x = block(x);
    step();
  }

  RestorationOutput result;
  const std::array<at::Tensor, 3> features = {inputs.features.relu3_1, inputs.features.relu2_1,
                                              inputs.features.relu1_1};
  for (int s = 0; s < 3; ++s) { // step 9
    const ScaleWeights& scale = scales_[s];
    const std::string name = kScaleNames[s];
    at::Tensor h = x;
    if (scale.aggregates) {
      const at::Tensor reference = features[s] * featureScales_[s]; // step 7
      const at::Tensor base = alignedBase(inputs.flow, std::int64_t{1} << s);
      const at::Tensor guide = compute(s == 2 ? guides.large : guides.medium);
      const at::Tensor aligned = compute(warp(reference, base, Outside::Zero));
      if (options.trace) options.trace("aligned_" + name, aligned);
      at::Tensor o = at::leaky_relu(scale.offsetConv1(at::cat({x, aligned, guide}, 1)), kSlope);
      o = at::leaky_relu(scale.offsetConv2(o), kSlope);
      Aggregation aggregated = aggregate(scale, o, reference, base, name, options);
      result.scales[s] = std::move(aggregated.maps);
      h = at::cat({x, aggregated.feature, guide}, 1);
    }
    step();
    h = at::leaky_relu(scale.head(h), kSlope);
    step();
    for (const ResidualBlock& block : scale.body) {
      h = block(h);
      step();
    }
    h = h + x;
    x = s < 2 ? at::leaky_relu(at::pixel_shuffle(scale.tail(h), 2), kSlope)
              : last_(at::leaky_relu(scale.tail(h), kSlope));
    step();
  }
  result.picture = x.to(at::kFloat) + inputs.base->picture; // step 10
  return result;
}

} // namespace refscale::nets
