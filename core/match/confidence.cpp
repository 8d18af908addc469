#include "core/match/confidence.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace refscale::match {
namespace {

// 22 pairs, 313,000 cells (3 of graf, 19 warped photos); held out: log loss 0.255, 90.1 % right at
// 0.5, calibration error 0.028.
constexpr ConfidenceModel kContrastive{-5.397, {-0.318, 0.202, 2.448, -0.362, 6.704}};
// The same pairs; held out: log loss 0.257, 90.4 % right, calibration error 0.035.
constexpr ConfidenceModel kVgg{-5.270, {-0.925, -0.484, 3.910, 0.351, 5.186}};

// Carried references: the same three of graf, 19 warped photos, in half of which something stands
// before the rest (344,000 cells); held out: log loss 0.189, 93.5 % right, calibration error 0.006.
constexpr ConfidenceModel kContrastiveNearby{-5.692, {0.793, 0.999, 3.079, -0.160, 4.288}};
// The same pairs; held out: log loss 0.281, 89.0 % right, calibration error 0.011.
constexpr ConfidenceModel kVggNearby{-4.415, {-0.154, 0.622, 3.472, 0.255, 3.694}};

// Share of the eight neighbours whose offset is within one cell of this one's.
double neighbourSupport(const Field<Vec2f>& cells, int x, int y) {
  const Vec2f here = cells.at(x, y);
  int neighbours = 0;
  int alike = 0;
  for (int j = std::max(0, y - 1); j <= std::min(cells.height - 1, y + 1); ++j) {
    for (int i = std::max(0, x - 1); i <= std::min(cells.width - 1, x + 1); ++i) {
      if (i == x && j == y) continue;
      const Vec2f there = cells.at(i, j);
      ++neighbours;
      alike += std::abs(there.x - here.x) <= 1 && std::abs(there.y - here.y) <= 1 ? 1 : 0;
    }
  }
  return neighbours == 0 ? 0 : static_cast<double>(alike) / neighbours;
}

} // namespace

Evidence evidenceOf(const Correspondence& c, int x, int y) {
  return {(c.score.at(x, y) - 0.6) * 5, std::min(1.0, c.uniqueness.at(x, y) * 10.0),
          std::exp(-c.forwardBackward.at(x, y) / 2.0), (c.agreement.at(x, y) - 0.6) * 2,
          neighbourSupport(c.cells, x, y)};
}

const ConfidenceModel& confidenceModel(const char* matcher, Search search) {
  const bool vgg = std::string_view(matcher) == "vgg";
  if (search == Search::Nearby) return vgg ? kVggNearby : kContrastiveNearby;
  return vgg ? kVgg : kContrastive;
}

void estimateConfidence(Correspondence& correspondence, const ConfidenceModel& model) {
  correspondence.confidence = Field<float>(correspondence.cells.width, correspondence.cells.height,
                                           correspondence.cells.step);
  for (int y = 0; y < correspondence.cells.height; ++y) {
    for (int x = 0; x < correspondence.cells.width; ++x) {
      const Evidence evidence = evidenceOf(correspondence, x, y);
      double sum = model.bias;
      for (std::size_t i = 0; i < kEvidence; ++i) sum += model.weights[i] * evidence[i];
      correspondence.confidence.at(x, y) = static_cast<float>(1 / (1 + std::exp(-sum)));
    }
  }
}

} // namespace refscale::match
