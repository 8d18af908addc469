#include "core/pipeline/engine/blend.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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

// Means of 3x3 cells, the middle counting most; borders repeated.
Field<float> smoothed(const Field<float>& field) {
  constexpr std::array kWeights = {0.25F, 0.5F, 0.25F};
  Field<float> result(field.width, field.height, field.step);
  for (int y = 0; y < field.height; ++y) {
    for (int x = 0; x < field.width; ++x) {
      float sum = 0;
      for (int j = -1; j <= 1; ++j) {
        for (int i = -1; i <= 1; ++i) {
          sum += kWeights.at(j + 1) * kWeights.at(i + 1) *
                 field.at(std::clamp(x + i, 0, field.width - 1),
                          std::clamp(y + j, 0, field.height - 1));
        }
      }
      result.at(x, y) = sum;
    }
  }
  return result;
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

std::vector<Field<float>> sharesOf(std::span<const Field<float>* const> confidences,
                                   std::span<const Field<float>> weights) {
  std::vector<Field<float>> shares;
  for (std::size_t r = 0; r < weights.size(); ++r) {
    Field<float> share = smoothed(*confidences[r]);
    for (std::size_t i = 0; i < share.values.size(); ++i) {
      // Where nobody is sure all share alike.
      const float worth = std::max(1e-2F, share.values[i]);
      share.values[i] = weights[r].values[i] > 0 ? worth * worth * worth * worth : 0;
    }
    shares.push_back(std::move(share));
  }
  if (shares.empty()) return shares;
  for (std::size_t i = 0; i < shares[0].values.size(); ++i) {
    float sum = 0;
    for (const auto& share : shares) sum += share.values[i];
    for (auto& share : shares) share.values[i] = sum > 0 ? share.values[i] / sum : 0;
  }
  return shares;
}

bool takesAll(std::span<const Field<float>> weights) {
  if (weights.empty()) return false;
  for (std::size_t i = 0; i < weights[0].values.size(); ++i) {
    float sum = 0;
    for (const auto& field : weights) sum += field.values[i];
    if (std::abs(sum - 1) > 1e-5F) return false;
  }
  return true;
}

at::Tensor blended(std::span<const at::Tensor> parts, const at::Tensor& without,
                   std::span<const Field<float>> weights, std::int64_t top) {
  const at::Tensor& ground = without.defined() ? without : parts[0];
  if (parts.size() == 1 && !without.defined()) return ground;
  at::Tensor all = ground.clone();
  for (std::size_t r = without.defined() ? 0 : 1; r < parts.size(); ++r) {
    const Field<float>& field = weights[r];
    const at::Tensor cells =
        at::from_blob(const_cast<float*>(field.values.data()), // read only, copied by clone()
                      {1, 1, field.height, field.width}, at::kFloat)
            .clone()
            .to(ground.device());
    const at::Tensor w = at::upsample_bilinear2d(cells, {field.height * kCell, field.width * kCell},
                                                 /*align_corners=*/false);
    all.add_(w.narrow(2, top, ground.size(2)) * (parts[r] - ground));
  }
  return all;
}

} // namespace refscale::pipeline
