#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/base/bands.h"
#include "core/base/error.h"
#include "core/match/matcher.h"

namespace refscale::match {
namespace {

constexpr float kNothing = -1; // no score is below it
constexpr int kExcluded = 1;   // cells around the best that do not count as elsewhere

// Features with one position's values side by side.
struct Rows {
  at::Tensor tensor; // [h, w, C] float32 on the CPU
  const float* values;
  int width, height, channels;

  explicit Rows(const at::Tensor& features)
      : tensor(inRows(features.to(at::kCPU, at::kFloat))),
        values(tensor.const_data_ptr<float>()),
        width(static_cast<int>(tensor.size(1))),
        height(static_cast<int>(tensor.size(0))),
        channels(static_cast<int>(tensor.size(2))) {}
  // [C, h, w] -> [h, w, C]
  static at::Tensor inRows(const at::Tensor& features) {
    at::Tensor turned = features.permute({1, 2, 0});
    if (turned.is_contiguous()) return turned;
    at::Tensor all = at::empty(turned.sizes(), turned.options());
    forEachBand(turned.size(0), turned.size(1) * turned.size(2),
                [&](std::int64_t first, std::int64_t count) {
                  all.narrow(0, first, count).copy_(turned.narrow(0, first, count));
                });
    return all;
  }
  [[nodiscard]] const float* at(int x, int y) const {
    return values + (static_cast<std::size_t>(y) * width + x) * channels;
  }
};

// Eight sums at once: the compiler may not reorder one sum, but it may compute eight together.
float product(const float* a, const float* b, int count) {
  constexpr int kLanes = 8;
  std::array<float, kLanes> sums{};
  int i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    for (int lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  float sum = 0;
  for (const float s : sums) sum += s;
  for (; i < count; ++i) sum += a[i] * b[i];
  return sum;
}

template <typename Work>
void eachRow(int height, const RunContext& context, const Work& work) {
  at::parallel_for(0, height, 1, [&](std::int64_t begin, std::int64_t end) {
    for (auto y = begin; y < end && !context.stopRequested(); ++y) work(static_cast<int>(y));
  });
  context.checkStop();
}

// Scores of all cells for all displacements, [height][width][side * side]: mean cosines of 3x3
// patches; kNothing where a patch leaves either grid.
class Scores {
 public:
  Scores(const Rows& input, const Rows& reference, int radius, const RunContext& context)
      : width_(input.width), height_(input.height), radius_(radius), side_(2 * radius + 1) {
    const auto values = static_cast<std::size_t>(width_) * height_ * side_ * side_;
    std::vector<float> points(values, 0);
    eachRow(height_, context, [&](int y) {
      for (int x = 0; x < width_; ++x) {
        for (int d = 0; d < side_ * side_; ++d) {
          const int rx = x + d % side_ - radius_;
          const int ry = y + d / side_ - radius_;
          if (rx < 0 || ry < 0 || rx >= reference.width || ry >= reference.height) continue;
          points[index(x, y, d)] = product(input.at(x, y), reference.at(rx, ry), input.channels);
        }
      }
    });
    scores_.assign(values, kNothing);
    eachRow(height_, context, [&](int y) {
      if (y == 0 || y == height_ - 1) return;
      for (int x = 1; x + 1 < width_; ++x) {
        for (int d = 0; d < side_ * side_; ++d) {
          const int rx = x + d % side_ - radius_;
          const int ry = y + d / side_ - radius_;
          if (rx < 1 || ry < 1 || rx + 1 >= reference.width || ry + 1 >= reference.height) continue;
          float sum = 0;
          for (int j = -1; j <= 1; ++j) {
            for (int i = -1; i <= 1; ++i) sum += points[index(x + i, y + j, d)];
          }
          scores_[index(x, y, d)] = sum / 9;
        }
      }
    });
  }

  // The score of the input's cell p for the reference's cell q, kNothing beyond the radius.
  [[nodiscard]] float at(int px, int py, int qx, int qy) const {
    const int dx = qx - px + radius_;
    const int dy = qy - py + radius_;
    if (px < 0 || py < 0 || px >= width_ || py >= height_) return kNothing;
    if (dx < 0 || dy < 0 || dx >= side_ || dy >= side_) return kNothing;
    return scores_[index(px, py, dy * side_ + dx)];
  }

 private:
  [[nodiscard]] std::size_t index(int x, int y, int d) const {
    return (static_cast<std::size_t>(y) * width_ + x) * side_ * side_ + d;
  }
  int width_, height_, radius_, side_;
  std::vector<float> scores_;
};

struct Cell {
  int x, y;
};

// The cell around `centre` whose score is best: the first one in rows.
template <typename Score>
Cell bestAround(Cell centre, int radius, const Score& score) {
  Cell best = centre;
  float highest = score(centre.x, centre.y);
  for (int y = centre.y - radius; y <= centre.y + radius; ++y) {
    for (int x = centre.x - radius; x <= centre.x + radius; ++x) {
      const float s = score(x, y);
      if (s > highest) {
        highest = s;
        best = {x, y};
      }
    }
  }
  return best;
}

} // namespace

Correspondence findNearby(const char* matcher, const at::Tensor& inputFeatures,
                          const at::Tensor& referenceFeatures, int radius,
                          const RunContext& context) {
  const Rows input(inputFeatures);
  const Rows reference(referenceFeatures);
  if (std::min({input.width, input.height, reference.width, reference.height}) < 3) {
    throw Error(Kind::BadInput, "Pictures below 3 x 3 cells cannot be matched.");
  }
  const Scores scores(input, reference, radius, context);
  Correspondence result;
  result.matcher = matcher;
  result.referenceWidth = reference.width;
  result.referenceHeight = reference.height;
  result.cells = Field<Vec2f>(input.width, input.height, 4);
  result.score = Field<float>(input.width, input.height, 4);
  result.uniqueness = Field<float>(input.width, input.height, 4);
  result.forwardBackward = Field<float>(input.width, input.height, 4);
  eachRow(input.height, context, [&](int y) {
    for (int x = 0; x < input.width; ++x) {
      // Border cells take the offset and the score of the nearest inner one.
      const Cell p{std::clamp(x, 1, input.width - 2), std::clamp(y, 1, input.height - 2)};
      const Cell q =
          bestAround(p, radius, [&](int qx, int qy) { return scores.at(p.x, p.y, qx, qy); });
      const float score = scores.at(p.x, p.y, q.x, q.y);
      float second = kNothing;
      for (int qy = p.y - radius; qy <= p.y + radius; ++qy) {
        for (int qx = p.x - radius; qx <= p.x + radius; ++qx) {
          if (std::max(std::abs(qx - q.x), std::abs(qy - q.y)) <= kExcluded) continue;
          second = std::max(second, scores.at(p.x, p.y, qx, qy));
        }
      }
      const Cell back =
          bestAround(q, radius, [&](int px, int py) { return scores.at(px, py, q.x, q.y); });
      result.cells.at(x, y) = {
          static_cast<float>(std::clamp(x + q.x - p.x, 0, reference.width - 1) - x),
          static_cast<float>(std::clamp(y + q.y - p.y, 0, reference.height - 1) - y)};
      result.score.at(x, y) = score;
      result.uniqueness.at(x, y) = std::max(0.0F, score - second);
      result.forwardBackward.at(x, y) = static_cast<float>(std::hypot(back.x - p.x, back.y - p.y));
    }
  });
  return result;
}

} // namespace refscale::match
