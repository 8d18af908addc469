#include "core/pipeline/engine/blend.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace refscale::pipeline {
namespace {

constexpr int kCell = 4;

// Whether the 4x4 block of the reference that a cell borrows from touches a masked pixel.
bool reachesMasked(const media::Picture& mask, int x, int y, Vec2f offset) {
  const int left = static_cast<int>(std::floor(static_cast<float>(x * kCell) + offset.x));
  const int top = static_cast<int>(std::floor(static_cast<float>(y * kCell) + offset.y));
  for (int j = std::max(0, top); j <= std::min(mask.height() - 1, top + kCell); ++j) {
    const auto* row = mask.row<std::uint8_t>(j);
    for (int i = std::max(0, left); i <= std::min(mask.width() - 1, left + kCell); ++i) {
      if (row[i] != 0) return true;
    }
  }
  return false;
}

} // namespace

Field<float> borrowWeights(const Correspondence& correspondence, const UpscaleOptions& options,
                           const media::Picture* exclusion) {
  const Field<Vec2f>& pixels = correspondence.pixels;
  Field<float> weights(pixels.width, pixels.height, pixels.step);
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      const double confidence =
          std::max(0.02, static_cast<double>(correspondence.confidence.at(x, y)));
      const double weight =
          options.gate ? std::pow(options.strength, 1 / confidence) : options.strength;
      const bool masked = exclusion != nullptr && reachesMasked(*exclusion, x, y, pixels.at(x, y));
      weights.at(x, y) = masked ? 0.0F : static_cast<float>(weight);
    }
  }
  return weights;
}

void keepOut(Field<float>& weights, const media::Picture& area) {
  for (int y = 0; y < std::min(weights.height, area.height()); ++y) {
    const auto* row = area.row<std::uint8_t>(y);
    for (int x = 0; x < std::min(weights.width, area.width()); ++x) {
      if (row[x] != 0) weights.at(x, y) = 0;
    }
  }
}

bool takesAll(const Field<float>& weights) {
  return std::all_of(weights.values.begin(), weights.values.end(), [](float w) { return w == 1; });
}

at::Tensor blended(const at::Tensor& with, const at::Tensor& without, const Field<float>& weights,
                   std::int64_t top) {
  const at::Tensor cells =
      at::from_blob(const_cast<float*>(weights.values.data()), // read only, copied by to()
                    {1, 1, weights.height, weights.width}, at::kFloat)
          .clone()
          .to(with.device());
  const at::Tensor w = at::upsample_bilinear2d(
      cells, {weights.height * kCell, weights.width * kCell}, /*align_corners=*/false);
  return without + w.narrow(2, top, with.size(2)) * (with - without);
}

} // namespace refscale::pipeline
