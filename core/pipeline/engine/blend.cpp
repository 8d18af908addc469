#include "core/pipeline/engine/blend.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace refscale::pipeline {
namespace {

constexpr int kCell = 4;
// Pixels around a block of the reference that its features at relu2_1 and the sampling points
// around its middle see.
constexpr int kSeen = 8;

// Whether what a cell borrows from, a 4x4 block of the reference, shows anything of a masked pixel.
bool reachesMasked(const media::Picture& mask, int x, int y, Vec2f offset) {
  const int left = static_cast<int>(std::floor(static_cast<float>(x * kCell) + offset.x)) - kSeen;
  const int top = static_cast<int>(std::floor(static_cast<float>(y * kCell) + offset.y)) - kSeen;
  constexpr int kSide = kCell + 2 * kSeen;
  for (int j = std::max(0, top); j <= std::min(mask.height() - 1, top + kSide); ++j) {
    const auto* row = mask.row<std::uint8_t>(j);
    for (int i = std::max(0, left); i <= std::min(mask.width() - 1, left + kSide); ++i) {
      if (row[i] != 0) return true;
    }
  }
  return false;
}

// Also its neighbours: between cells weights are blended, and nothing is to blend into this one.
void clearAround(Field<float>& weights, int x, int y) {
  for (int j = std::max(0, y - 1); j <= std::min(weights.height - 1, y + 1); ++j) {
    for (int i = std::max(0, x - 1); i <= std::min(weights.width - 1, x + 1); ++i) {
      weights.at(i, j) = 0;
    }
  }
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
      weights.at(x, y) = static_cast<float>(weight);
    }
  }
  if (exclusion == nullptr) return weights;
  for (int y = 0; y < pixels.height; ++y) {
    for (int x = 0; x < pixels.width; ++x) {
      if (reachesMasked(*exclusion, x, y, pixels.at(x, y))) clearAround(weights, x, y);
    }
  }
  return weights;
}

void keepOut(Field<float>& weights, const media::Picture& area) {
  for (int y = 0; y < std::min(weights.height, area.height()); ++y) {
    const auto* row = area.row<std::uint8_t>(y);
    for (int x = 0; x < std::min(weights.width, area.width()); ++x) {
      if (row[x] != 0) clearAround(weights, x, y);
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
