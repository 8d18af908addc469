#include "core/pipeline/engine/limits.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

#include "core/base/said_error.h"
#include "core/geometry/registration.h"
#include "core/pipeline/estimate.h"

namespace refscale::pipeline {
namespace {

// Pairs of cells that the exact search takes in bearable time: two pictures of about 4 megapixels.
constexpr double kPairLimit = 7e10;
// Cells of an input whose reference is carried into its frame: the scores of the search around each
// of them take 1300 bytes.
constexpr double kCarriedCells = 2e6;

} // namespace

bool canBeCarried(const PreparedInput& input, const PreparedReference& source) {
  const std::int64_t cells = input.lr.size(2) * input.lr.size(3);
  return static_cast<double>(cells) <= kCarriedCells &&
         geometry::canCarry(source.original->width(), source.original->height()) &&
         geometry::canCarry(input.up.width(), input.up.height());
}

void checkPairs(const PreparedInput& input, const PreparedReference& source, bool carried) {
  const PictureSize here{input.up.width() / kScale, input.up.height() / kScale};
  const PictureSize there{source.picture.width(), source.picture.height()};
  constexpr double kNoLimit = std::numeric_limits<double>::infinity();
  const double pairs = pairsLookedAt(here, there, carried ? kMostPairs : kNoLimit);
  if (pairs <= kPairLimit) return;
  const double megapixels = source.width * 1e-6 * source.height * kPairLimit / pairs;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", std::floor(megapixels * 100) / 100);
  throw SaidError(Kind::Unsupported,
                  REFSCALE_SENTENCE("Errors",
                                    "This picture and its reference are too large for the exact "
                                    "matcher; enlarge the picture in parts, or reduce the "
                                    "reference to %1 megapixels (--reference-megapixels)."),
                  {text.data()});
}

} // namespace refscale::pipeline
