#include "core/pipeline/estimate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace refscale::pipeline {
namespace {

constexpr double kScale = 4;
constexpr double kFeatureWork = 112e3;  // a pixel: VGG to conv3_1, by its layers' sizes
constexpr double kSearchWork = 256;     // a pair of positions: their features' length
constexpr double kNearbyPositions = 81; // around each position
constexpr double kRestoreWork =
    326e3; // an output pixel: the layers of the shipped model, with its base and features

struct StageShare {
  Stage stage;
  double borrowing, alone;
};
// Measured on a CPU; only the smoothness of progress and the time that is said to be left depend on
// them.
constexpr std::array<StageShare, 6> kShares = {{{Stage::Read, 0.01, 0.02},
                                                {Stage::Match, 0.80, 0},
                                                {Stage::Align, 0.04, 0},
                                                {Stage::Restore, 0.12, 0.9},
                                                {Stage::Check, 0.01, 0.02},
                                                {Stage::Write, 0.02, 0.06}}};

double pixels(PictureSize size) {
  return static_cast<double>(size.width) * size.height;
}

} // namespace

int halvings(PictureSize input, PictureSize reference, double mostPairs) {
  // A small reference may still be carried along a plane, into a view as large as the output.
  const double looked = std::max(pixels(reference), pixels(input) * kScale * kScale);
  double pairs = pixels(input) * looked / (kScale * kScale);
  int count = 0;
  for (; pairs > mostPairs; pairs /= 16) ++count;
  return count;
}

double pairsLookedAt(PictureSize input, PictureSize reference, double mostPairs) {
  return pixels(input) * pixels(reference) / (kScale * kScale) /
         std::pow(16, halvings(input, reference, mostPairs));
}

double matchWork(PictureSize input, PictureSize reference) {
  const double output = pixels(input) * kScale * kScale;
  const double positions = pixels(reference) / (kScale * kScale);
  // Nearby in the reference carried into the input's frame, as large as the output; before that
  // everywhere in the reference as it stands, or both at half the size.
  const double nearby = kFeatureWork * 2 * output + kSearchWork * pixels(input) * kNearbyPositions;
  if (halvings(input, reference) == 0) {
    return nearby + kFeatureWork * pixels(reference) + kSearchWork * pixels(input) * positions;
  }
  return nearby + matchWork({(input.width + 1) / 2, (input.height + 1) / 2},
                            {(reference.width + 1) / 2, (reference.height + 1) / 2});
}

double standingWork(PictureSize input, PictureSize reference) {
  const double positions = pixels(reference) / (kScale * kScale);
  return kFeatureWork * (pixels(input) * kScale * kScale + pixels(reference)) +
         kSearchWork * pixels(input) * positions;
}

double restoreWork(PictureSize input) {
  return kRestoreWork * pixels(input) * kScale * kScale;
}

Borrowing borrowingOf(const UpscaleOptions& options, bool withReference) {
  const bool matches =
      withReference && options.network != Network::Base && options.matcher != MatcherKind::None;
  return matches ? Borrowing::Yes : Borrowing::No;
}

double overallFraction(const Progress& progress, Borrowing borrowing) {
  const double within =
      progress.total > 0
          ? std::clamp(static_cast<double>(progress.done) / static_cast<double>(progress.total),
                       0.0, 1.0)
          : 0.0;
  double before = 0;
  for (const StageShare& entry : kShares) {
    const double share = borrowing == Borrowing::Yes ? entry.borrowing : entry.alone;
    if (entry.stage == progress.stage) return before + share * within;
    before += share;
  }
  return before;
}

PictureSize scaledSize(PictureSize reference, double scale, double megapixels) {
  if (scale <= 0 || scale == 1) return reference;
  const double most = std::max(1.0, std::sqrt(megapixels * 1e6 / pixels(reference)));
  const double factor = std::min(scale, most);
  return {std::max(1, static_cast<int>(std::lround(reference.width * factor))),
          std::max(1, static_cast<int>(std::lround(reference.height * factor)))};
}

PictureSize matchedSize(PictureSize reference, double megapixels) {
  const double whole = pixels(reference);
  if (whole <= megapixels * 1e6) return reference;
  const double factor = std::sqrt(megapixels * 1e6 / whole);
  return {std::max(1, static_cast<int>(reference.width * factor)),
          std::max(1, static_cast<int>(reference.height * factor))};
}

} // namespace refscale::pipeline
