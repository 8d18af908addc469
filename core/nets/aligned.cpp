#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>

#include "core/base/bands.h"
#include "core/base/run_context.h"
#include "core/base/said_error.h"
#include "core/nets/layouts.h"
#include "core/nets/repeated_rows.h"

// Step numbers are those of the start model's description: the layout's definition lies in the
// model card's "architecture" and in the README's section on the network.

namespace refscale::nets {
namespace {

// In place: nothing else holds what a layer has just made.
at::Tensor activated(at::Tensor made) {
  return at::leaky_relu_(made, kSlope);
}

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

// The match of a strip's rows at scale s (1, 2 or 4 pixels a cell): positions count from the whole
// picture's first row.
at::Tensor stripBase(const at::Tensor& flow, std::int64_t s, const Strip& strip) {
  const std::int64_t rows = flow.dim() == 3 ? 0 : 1; // dimension
  at::Tensor base = alignedBase(flow.narrow(rows, strip.first / s, strip.x.size(2) / s), s);
  if (strip.first > 0) base.select(4, 1).add_(static_cast<double>(strip.first));
  return base;
}

at::Tensor rowsOf(const at::Tensor& x, const Strip& strip, std::int64_t perRow = 1) {
  return x.narrow(2, strip.first / perRow, strip.x.size(2) / perRow);
}

// What the input's low band lacks of the reference's, over a strip of output rows.
at::Tensor lowDifference(const RestorationInputs& inputs, const Strip& strip,
                         const at::Tensor& base) {
  return rowsOf(inputs.up, strip) - warp(inputs.lowReference, base, Outside::Clamp);
}

// [N, 3, h, w], of the cells
at::Tensor cellGuides(const RestorationInputs& inputs) {
  const at::Tensor error = Strips(inputs.up, 0).map([&](const Strip& strip) {
    const at::Tensor low = lowDifference(inputs, strip, stripBase(inputs.flow, 4, strip));
    return at::avg_pool2d(low.abs().mean(1, true), 4, 4);
  });
  const at::Tensor smooth = at::avg_pool2d(at::replication_pad2d(error, {1, 1, 1, 1}), 3, 1);
  return at::cat({scoreGuide(asPlane(inputs.score)), agreementGuide(asPlane(inputs.agreement)),
                  1 - 16 * smooth},
                 1);
}

// A part's maps in those of the whole scale, `height` rows.
void keepMaps(std::optional<ScaleMaps>& whole, const ScaleMaps& part, const Strip& strip,
              std::int64_t height) {
  const auto keep = [&](at::Tensor& all, const at::Tensor& values) {
    if (!all.defined()) {
      auto sizes = values.sizes().vec();
      sizes[0] = height;
      all = at::empty(sizes, values.options());
    }
    all.narrow(0, strip.top, strip.rows).copy_(strip.wanted(values, 0));
  };
  if (!whole) whole.emplace();
  keep(whole->matchOffset, part.matchOffset);
  keep(whole->learnedOffset, part.learnedOffset);
  keep(whole->maskWeight, part.maskWeight);
}

// Rows that a row of a scale's result depends on: three convolutions to the offsets, the head, two
// for each block, the tail and the last one; in whole cells.
std::int64_t reachOf(const ScaleWeights& scale) {
  constexpr std::int64_t kCell = 4;
  const auto rows = 3 + 1 + 2 * static_cast<std::int64_t>(scale.body.size()) + 2;
  return (rows + kCell - 1) / kCell * kCell;
}

} // namespace

at::Tensor alignedBase(const at::Tensor& flow, std::int64_t s) {
  const at::Tensor batch = flow.dim() == 3 ? flow.unsqueeze(0) : flow;
  const at::Tensor cells =
      batch.to(at::kFloat).permute({0, 3, 1, 2}) * (static_cast<double>(s) / 4);
  return nearest(cells, s).permute({0, 2, 3, 1}).unsqueeze(1);
}

at::Tensor warp(const at::Tensor& source, const at::Tensor& base, Outside outside) {
  StopScope::check();
  const auto height = base.size(2);
  const auto width = base.size(3);
  const auto options = base.options();
  const at::Tensor pixels = base.select(1, 0); // [N, H, W, 2]
  const at::Tensor x = pixels.select(3, 0) + at::arange(width, options);
  at::Tensor y = pixels.select(3, 1) + at::arange(height, options).unsqueeze(1);
  at::Tensor read = source;
  if (y.is_cpu() && !c10::GradMode::is_enabled()) {
    // A strip looks at few rows of a large source: the others are not converted for it.
    const auto [lowest, highest] = at::aminmax(y);
    const auto low = lowest.item<double>();
    const auto high = highest.item<double>();
    if (std::isfinite(low) && std::isfinite(high)) {
      const auto last = static_cast<double>(source.size(2) - 1);
      const auto top = static_cast<std::int64_t>(std::clamp(std::floor(low), 0.0, last));
      const auto bottom = static_cast<std::int64_t>(std::clamp(std::floor(high) + 1, 0.0, last));
      // Two rows at least: one alone has no unit, and would be found everywhere.
      const std::int64_t from = std::max<std::int64_t>(0, std::min(top, source.size(2) - 2));
      const std::int64_t to = std::max(bottom, std::min(from + 1, source.size(2) - 1));
      read = source.narrow(2, from, to - from + 1);
      y = y - static_cast<double>(from);
    }
  }
  // grid_sampler's own unit: -1 and 1 are the centres of the first and the last pixel.
  const auto unit = [](const at::Tensor& v, std::int64_t size) {
    return v * (2.0 / static_cast<double>(std::max<std::int64_t>(size - 1, 1))) - 1;
  };
  const at::Tensor grid = at::stack({unit(x, read.size(3)), unit(y, read.size(2))}, 3);
  constexpr std::int64_t kBilinear = 0;
  const std::int64_t padding = outside == Outside::Zero ? 0 : 1;
  const at::Tensor values = read.to(at::kFloat);
  const auto sampled = [&](const at::Tensor& some) {
    return at::grid_sampler(values, some, kBilinear, padding, /*align_corners=*/true)
        .to(source.scalar_type());
  };
  if (!source.is_cpu() || c10::GradMode::is_enabled()) return sampled(grid);
  at::Tensor all = at::empty({source.size(0), source.size(1), height, width}, source.options());
  forEachBand(height, source.size(1) * width, [&](std::int64_t first, std::int64_t count) {
    all.narrow(2, first, count).copy_(sampled(grid.narrow(1, first, count)));
  });
  return all;
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
    scales_[s].featureScale = architecture.featureScale * architecture.scales[s].featureScale;
  }
  last_ = restore.conv("tail_large.2");
}

// What tells how far to trust the reference (step 6).
struct AlignedRestoration::Guides {
  at::Tensor cells;         // [N, 3, h, w]
  at::Tensor highReference; // [N, 3, Hr, Wr]

  // [N, 12, H, W], of a strip of output rows
  [[nodiscard]] at::Tensor large(const RestorationInputs& inputs, const Strip& strip,
                                 const at::Tensor& base) const {
    return at::cat(
        {nearest(rowsOf(cells, strip, 4), 4), 8 * warp(highReference, base, Outside::Clamp),
         8 * (rowsOf(inputs.base->picture, strip) - rowsOf(inputs.up, strip)),
         8 * lowDifference(inputs, strip, base)},
        1);
  }
};

AlignedRestoration::ScaleOutput AlignedRestoration::atScale(int s, const Strip& strip,
                                                            const RestorationInputs& inputs,
                                                            const Guides& guides,
                                                            const RestorationOptions& options,
                                                            Steps& step) const {
  const auto compute = [&](const at::Tensor& value) {
    return value.to(placement_.dtype).contiguous(at::MemoryFormat::ChannelsLast);
  };
  const std::array<at::Tensor, 3> features = {inputs.features.relu3_1, inputs.features.relu2_1,
                                              inputs.features.relu1_1};
  const ScaleWeights& scale = scales_[s];
  const std::string name = kScaleNames[s];
  const std::int64_t perCell = std::int64_t{1} << s;
  const at::Tensor& x = strip.x;
  at::Tensor h = x;
  ScaleOutput output;
  if (scale.aggregates) {
    const at::Tensor& reference = features[s];
    const at::Tensor base = stripBase(inputs.flow, perCell, strip);
    const at::Tensor guide =
        compute(s == 2 ? guides.large(inputs, strip, base)
                       : nearest(rowsOf(guides.cells, strip, perCell), perCell));
    at::Tensor aligned = warp(reference, base, Outside::Zero); // step 7
    StopScope::check();
    aligned = compute(aligned * scale.featureScale);
    if (options.trace) {
      options.trace("guide_" + name, guide);
      options.trace("aligned_" + name, aligned);
    }
    at::Tensor o = activated(scale.offsetConv1(at::cat({x, aligned, guide}, 1)));
    o = activated(scale.offsetConv2(o));
    Aggregation aggregated = aggregate(scale, o, reference, base, name, options);
    output.maps = std::move(aggregated.maps);
    if (output.maps) output.maps->matchOffset.select(2, 1).sub_(static_cast<double>(strip.first));
    h = at::cat({x, aggregated.feature, guide}, 1);
  }
  step();
  h = activated(scale.head(h));
  step();
  for (const ResidualBlock& block : scale.body) {
    h = block(h);
    step();
  }
  output.tail = scale.tail(h + x);
  if (s == 2) output.tail = last_(activated(output.tail));
  step();
  return output;
}

RestorationOutput AlignedRestoration::run(const RestorationInputs& inputs,
                                          const RestorationOptions& options) const {
  if (!inputs.base)
    throw Error(Kind::Internal, "The aligned layout needs its base network's output.");
  const Guides guides{cellGuides(inputs), inputs.reference - inputs.lowReference};

  // Step 8: content from the base's feature and the input itself.
  const at::Tensor content = at::cat({inputs.base->feature * baseFeatureScale_, inputs.lr}, 1)
                                 .to(placement_.dtype)
                                 .contiguous(at::MemoryFormat::ChannelsLast);
  at::Tensor x = activated(contentFirst_(content));
  std::array<std::int64_t, 3> strips{};
  for (int s = 0; s < 3; ++s) strips[s] = stripCount(x, x.size(2) << s, x.size(3) << s);
  Steps step(options, contentBody_.size(), scales_, strips);
  for (const ResidualBlock& block : contentBody_) {
    x = block(x);
    step();
  }

  RestorationOutput result;
  for (int s = 0; s < 3; ++s) { // step 9
    const std::int64_t height = x.size(2);
    x = Strips(x, reachOf(scales_[s])).map([&](const Strip& strip) {
      ScaleOutput part = atScale(s, strip, inputs, guides, options, step);
      if (part.maps) keepMaps(result.scales[s], *part.maps, strip, height);
      if (s == 2 && strip.rows < height && options.rowsReady) {
        options.rowsReady(strip.top, strip.wanted(part.tail, 2).to(at::kFloat) +
                                         inputs.base->picture.narrow(2, strip.top, strip.rows));
      }
      if (s == 2) return part.tail;
      StopScope::check();
      at::Tensor larger = activated(at::pixel_shuffle(part.tail, 2));
      StopScope::check();
      return larger;
    });
  }
  // Looked at here: with the base added, what is borrowed no longer repeats to the bit.
  if (strips[2] > 1 && findRepeatedRows(x, inputs.lr)) {
    throw SaidError(
        Kind::CheckFailed,
        REFSCALE_SENTENCE("Errors",
                          "A part of what was borrowed came out twice, so there is no result; try "
                          "again, or another precision."),
        {});
  }
  result.picture = x.to(at::kFloat) + inputs.base->picture; // step 10
  return result;
}

} // namespace refscale::nets
