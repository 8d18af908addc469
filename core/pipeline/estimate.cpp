#include "core/pipeline/estimate.h"

#include <algorithm>
#include <cmath>

namespace refscale::pipeline {
namespace {

constexpr double kScale = 4;
constexpr double kFeatureWork = 112e3;  // a pixel: VGG to conv3_1, by its layers' sizes
constexpr double kSearchWork = 256;     // a pair of positions: their features' length
constexpr double kNearbyPositions = 81; // around each position
constexpr double kRestoreWork = 2.45e6; // an output pixel

double pixels(PictureSize size) {
  return static_cast<double>(size.width) * size.height;
}

} // namespace

double matchWork(PictureSize input, PictureSize reference) {
  const double output = pixels(input) * kScale * kScale;
  const double positions = pixels(reference) / (kScale * kScale);
  // Everywhere in the reference as it stands; then nearby in the reference carried into the input's
  // frame, as large as the output.
  return kFeatureWork * (2 * output + pixels(reference)) +
         kSearchWork * pixels(input) * (positions + kNearbyPositions);
}

double restoreWork(PictureSize input) {
  return kRestoreWork * pixels(input) * kScale * kScale;
}

PictureSize matchedSize(PictureSize reference, double megapixels) {
  const double whole = pixels(reference);
  if (whole <= megapixels * 1e6) return reference;
  const double factor = std::sqrt(megapixels * 1e6 / whole);
  return {std::max(1, static_cast<int>(reference.width * factor)),
          std::max(1, static_cast<int>(reference.height * factor))};
}

} // namespace refscale::pipeline
