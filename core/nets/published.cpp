#include <ATen/ATen.h>

#include "core/nets/layouts.h"

namespace refscale::nets {
namespace {

// `features` placed top-left on a grid of height x width: cropped where larger, zero where smaller.
at::Tensor placedOnGrid(const at::Tensor& features, std::int64_t height, std::int64_t width) {
  if (features.size(2) == height && features.size(3) == width) return features;
  const at::Tensor part = features.narrow(2, 0, std::min(features.size(2), height))
                              .narrow(3, 0, std::min(features.size(3), width));
  return at::constant_pad_nd(part, {0, width - part.size(3), 0, height - part.size(2)});
}

const at::Tensor& featuresOfScale(const VggTrunk::Levels& levels, int scale) {
  return scale == 0 ? levels.relu3_1 : scale == 1 ? levels.relu2_1 : levels.relu1_1;
}

} // namespace

at::Tensor preOffsets(const at::Tensor& flow, std::int64_t s) {
  const at::Tensor cells = flow.to(at::kFloat).permute({2, 0, 1}).unsqueeze(0) * s; // [1, 2, h, w]
  const at::Tensor fine = nearest(cells, s);
  const auto height = fine.size(2);
  const auto width = fine.size(3);
  const at::Tensor padded = at::constant_pad_nd(fine, {2 * s, 0, 2 * s, 0});
  std::vector<at::Tensor> copies;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) {
      copies.push_back(padded.narrow(2, (2 - i) * s, height)
                           .narrow(3, (2 - j) * s, width)
                           .permute({0, 2, 3, 1}));
    }
  }
  return at::stack(copies, 1);
}

PublishedRestoration::PublishedRestoration(const Parameters& parameters,
                                           const weights::RestorationArchitecture& architecture)
    : placement_(parameters.placement()) {
  const Parameters content = parameters.below("content_extractor.");
  contentFirst_ = content.conv("conv_first");
  for (int i = 0; i < architecture.contentBlocks; ++i) {
    contentBody_.push_back(content.block("body." + std::to_string(i)));
  }
  const Parameters restore = parameters.below("dyn_agg_restore.");
  for (int s = 0; s < 3; ++s) scales_[s] = readScale(restore, architecture.scales[s], s);
  last_ = restore.conv("tail_large.2");
}

RestorationOutput PublishedRestoration::run(const RestorationInputs& inputs,
                                            const RestorationOptions& options) const {
  const auto traced = [&](const std::string& name, const at::Tensor& value) {
    if (options.trace) options.trace(name, value);
    return value;
  };
  const at::Tensor lr = inputs.lr.to(placement_.device, at::kFloat);
  at::Tensor x = at::leaky_relu(
      contentFirst_(lr.to(placement_.dtype).contiguous(at::MemoryFormat::ChannelsLast)), kSlope);
  Steps step(options, contentBody_.size(), scales_);
  for (const ResidualBlock& block : contentBody_) {
    x = block(x);
    step();
  }
  traced("content_feat", x);

  RestorationOutput result;
  for (int s = 0; s < 3; ++s) {
    const ScaleWeights& scale = scales_[s];
    const std::string name = kScaleNames[s];
    at::Tensor h = x;
    if (scale.aggregates) {
      const at::Tensor& reference = featuresOfScale(inputs.features, s);
      const at::Tensor placed = placedOnGrid(reference, x.size(2), x.size(3));
      at::Tensor o = traced(name + ".offset_feat1",
                            at::leaky_relu(scale.offsetConv1(at::cat({x, placed}, 1)), kSlope));
      o = traced(name + ".offset_feat2", at::leaky_relu(scale.offsetConv2(o), kSlope));
      const at::Tensor base = preOffsets(inputs.flow, std::int64_t{1} << s);
      Aggregation aggregated = aggregate(scale, o, reference, base, name, options);
      result.scales[s] = std::move(aggregated.maps);
      h = at::cat({x, aggregated.feature}, 1);
    }
    step();
    h = traced(name + ".head", at::leaky_relu(scale.head(h), kSlope));
    step();
    for (const ResidualBlock& block : scale.body) {
      h = block(h);
      step();
    }
    h = traced(name + ".body", h) + x;
    x = s < 2 ? at::leaky_relu(at::pixel_shuffle(scale.tail(h), 2), kSlope)
              : last_(at::leaky_relu(scale.tail(h), kSlope));
    traced(name + ".tail", x);
    step();
  }
  const at::Tensor skip =
      at::upsample_bilinear2d(lr, {lr.size(2) * 4, lr.size(3) * 4}, /*align_corners=*/false);
  traced("base_bilinear", skip);
  result.picture = x.to(at::kFloat) + skip;
  return result;
}

} // namespace refscale::nets
