#include "core/nets/restoration.h"

#include <ATen/ATen.h>

#include "core/base/error.h"
#include "core/nets/layouts.h"
#include "core/ops/deform_conv/deform_conv.h"

namespace refscale::nets {
namespace {

// [N, 2 G K, H, W] (y, x) with [N, T, H, W, 2] (x, y) added to every group, for traces and tests:
// the product's kernel adds them where it samples.
at::Tensor totalOffset(const at::Tensor& learned, const at::Tensor& base, std::int64_t groups) {
  const auto taps = base.size(1);
  const at::Tensor yx = base.flip({4}).permute({0, 1, 4, 2, 3}); // [N, T, 2, H, W]
  const auto height = learned.size(2);
  const auto width = learned.size(3);
  const auto perGroup = learned.size(1) / (2 * groups);
  const at::Tensor split = learned.to(at::kFloat).reshape({-1, groups, perGroup, 2, height, width});
  return (split + yx.reshape({-1, 1, taps, 2, height, width})).reshape(learned.sizes());
}

// Means over taps and groups weighted by the mask (see ScaleMaps).
ScaleMaps summarise(const at::Tensor& learned, const at::Tensor& mask, const at::Tensor& base,
                    std::int64_t groups) {
  const auto height = learned.size(2);
  const auto width = learned.size(3);
  const auto taps = mask.size(1) / groups;
  const at::Tensor weight = mask[0].to(at::kFloat).reshape({groups, taps, height, width});
  const at::Tensor sum = weight.sum(at::IntArrayRef{0, 1}).clamp_min_(1e-6);
  const at::Tensor offsets = learned[0].to(at::kFloat).reshape({groups, taps, 2, height, width});
  const at::Tensor meanYx = (offsets * weight.unsqueeze(2)).sum(at::IntArrayRef{0, 1}) / sum;
  const at::Tensor tapWeight = (weight.sum(0) / sum).unsqueeze(-1); // [taps, H, W, 1]
  ScaleMaps maps;
  maps.learnedOffset = meanYx.flip({0}).permute({1, 2, 0}).contiguous();
  maps.matchOffset = (base[0] * tapWeight).sum(0).contiguous();
  maps.maskWeight = weight.mean(at::IntArrayRef{0, 1}).contiguous();
  return maps;
}

} // namespace

at::Tensor nearest(const at::Tensor& x, std::int64_t s) {
  return s == 1 ? x : x.repeat_interleave(s, 2).repeat_interleave(s, 3);
}

ScaleWeights readScale(const Parameters& parameters, const weights::ScaleArchitecture& architecture,
                       int scale) {
  const std::string name = kScaleNames.at(static_cast<std::size_t>(scale));
  ScaleWeights weights;
  weights.aggregates = architecture.aggregates;
  weights.groups = architecture.groups;
  if (weights.aggregates) {
    weights.offsetConv1 = parameters.conv(name + "_offset_conv1");
    weights.offsetConv2 = parameters.conv(name + "_offset_conv2");
    weights.offsetMask = parameters.conv(name + "_dyn_agg.conv_offset_mask");
    weights.aggregation = parameters.conv(name + "_dyn_agg");
  }
  weights.head = parameters.conv("head_" + name + ".0");
  for (int i = 0; i < architecture.blocks; ++i) {
    weights.body.push_back(parameters.block("body_" + name + "." + std::to_string(i)));
  }
  weights.tail = parameters.conv("tail_" + name + ".0");
  return weights;
}

Steps::Steps(const RestorationOptions& options, std::size_t contentBlocks,
             const std::array<ScaleWeights, 3>& scales, const std::array<std::int64_t, 3>& strips)
    : options_(&options), total_(static_cast<int>(contentBlocks)) {
  // A scale's aggregation, its head and its tail count as one step each.
  for (std::size_t s = 0; s < scales.size(); ++s) {
    total_ += static_cast<int>(strips[s]) * (static_cast<int>(scales[s].body.size()) + 3);
  }
}

void Steps::operator()() {
  ++done_;
  if (options_->stepped) options_->stepped(done_, total_);
}

Aggregation aggregate(const ScaleWeights& weights, const at::Tensor& offsetFeature,
                      const at::Tensor& referenceFeature, const at::Tensor& base,
                      const std::string& name, const RestorationOptions& options) {
  const at::Tensor both = weights.offsetMask(offsetFeature);
  const std::int64_t offsets = both.size(1) / 3 * 2;
  const at::Tensor learned = both.narrow(1, 0, offsets);
  const at::Tensor mask = both.narrow(1, offsets, both.size(1) - offsets).sigmoid();
  const at::Tensor sampled = ops::deformConv({referenceFeature, learned, mask, base,
                                              weights.aggregation.weight * weights.featureScale,
                                              weights.aggregation.bias});
  if (options.trace) {
    options.trace(name + ".offset_mask_raw", both);
    options.trace(name + ".offset_total", totalOffset(learned, base, weights.groups));
    options.trace(name + ".mask", mask);
    options.trace(name + ".dyn_agg", sampled);
  }
  Aggregation result;
  result.feature = options.trace ? at::leaky_relu(sampled, kSlope) : sampled;
  if (!options.trace) at::leaky_relu_(result.feature, kSlope);
  if (options.trace) options.trace(name + ".dyn_agg_lrelu", result.feature);
  if (options.wantMaps) result.maps = summarise(learned, mask, base, weights.groups);
  return result;
}

std::unique_ptr<Restoration> makeRestoration(const weights::TensorSet& set,
                                             const std::string& prefix,
                                             const weights::RestorationArchitecture& architecture,
                                             const Placement& placement) {
  return makeRestoration(Parameters(set, prefix, placement), architecture);
}

std::unique_ptr<Restoration> makeRestoration(const Parameters& parameters,
                                             const weights::RestorationArchitecture& architecture) {
  if (architecture.layout == weights::Layout::Published) {
    return std::make_unique<PublishedRestoration>(parameters, architecture);
  }
  return std::make_unique<AlignedRestoration>(parameters, architecture);
}

} // namespace refscale::nets
