#include "core/pipeline/preflight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>

#include "core/media/resample.h"

namespace refscale::pipeline {
namespace {

constexpr double kInputPixels = 10'000;      // of the small copy
constexpr double kReferencePixels = 200'000; // likewise: more cells than the input has
constexpr int kLeastSide = 8;
constexpr std::size_t kLeastSure = 12;     // fewer say nothing about scale and rotation
constexpr double kLeastBaseline = 16;      // output pixels between the two matches of a pair
constexpr std::size_t kMostPairs = 40'000; // enough for a median

using Point = std::complex<double>;

double medianOf(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

struct SureMatch {
  Point from; // input, output pixels
  Point to;   // reference pixels
};

std::vector<SureMatch> sureMatches(const Correspondence& matches, float sure) {
  std::vector<SureMatch> found;
  const Field<Vec2f>& offsets = matches.pixels;
  for (int y = 0; y < offsets.height; ++y) {
    for (int x = 0; x < offsets.width; ++x) {
      if (matches.confidence.at(x, y) < sure) continue;
      const Point from((x + 0.5) * offsets.step, (y + 0.5) * offsets.step);
      const Vec2f offset = offsets.at(x, y);
      found.push_back({from, from + Point(offset.x, offset.y)});
    }
  }
  return found;
}

// Each pair of matches gives a similarity: the ratio of the distances as complex numbers.
void place(const std::vector<SureMatch>& matches, double correction, ReferenceFit& fit) {
  std::vector<double> lengths;
  std::vector<Point> directions;
  Point sum = 0;
  const std::size_t n = matches.size();
  const std::size_t stride = std::max<std::size_t>(1, 3 * n / kMostPairs);
  for (const std::size_t apart : {n / 2, n / 3, n / 7}) {
    if (apart == 0) continue;
    for (std::size_t i = 0; i < n; i += stride) {
      const SureMatch& a = matches[i];
      const SureMatch& b = matches[(i + apart) % n];
      const Point before = b.from - a.from;
      const Point after = b.to - a.to;
      if (std::abs(before) < kLeastBaseline || std::abs(after) < 1) continue;
      const Point ratio = after / before;
      lengths.push_back(std::abs(ratio));
      directions.push_back(ratio / std::abs(ratio));
      sum += directions.back();
    }
  }
  if (lengths.size() < kLeastSure || std::abs(sum) == 0) return;
  // Angles are taken against their mean direction, so that none is cut at half a turn.
  const Point mean = sum / std::abs(sum);
  std::vector<double> angles;
  angles.reserve(directions.size());
  for (const Point& direction : directions) angles.push_back(std::arg(direction / mean));
  double angle = (std::arg(mean) + medianOf(angles)) * 180 / std::numbers::pi;
  if (angle > 180) angle -= 360;
  if (angle <= -180) angle += 360;
  fit.scale = medianOf(lengths) * correction;
  fit.rotation = angle;
  fit.placed = true;
}

bool reaches(const ReferenceFit& fit, const FitLimits& limits) {
  return fit.covers >= limits.covers && fit.similarity >= limits.similarity &&
         fit.scale >= limits.leastScale && fit.scale <= limits.mostScale &&
         std::abs(fit.rotation) < limits.mostRotation;
}

media::Picture reduced(const media::Picture& picture, double factor) {
  media::Picture bytes = media::converted(
      picture.hasAlpha() ? media::withoutAlpha(picture) : picture, media::Sample::U8);
  if (factor >= 1) return bytes;
  const auto side = [factor](int whole) {
    return std::min(whole, std::max(kLeastSide, static_cast<int>(std::lround(whole * factor))));
  };
  return media::resizeBicubicU8(bytes, side(bytes.width()), side(bytes.height()));
}

double pixelsOf(const media::Picture& picture) {
  return static_cast<double>(picture.width()) * picture.height();
}

} // namespace

Verdict verdictOf(const ReferenceFit& fit) {
  if (reaches(fit, kGoodFit)) return Verdict::Good;
  if (reaches(fit, kFairFit)) return Verdict::Fair;
  return reaches(fit, kWeakFit) ? Verdict::Weak : Verdict::Wrong;
}

std::vector<Shortfall> shortOfGood(const ReferenceFit& fit) {
  std::vector<Shortfall> found;
  if (fit.covers < kGoodFit.covers) found.push_back(Shortfall::Coverage);
  if (fit.similarity < kGoodFit.similarity) found.push_back(Shortfall::Similarity);
  if (fit.scale < kGoodFit.leastScale) found.push_back(Shortfall::TooSmall);
  if (fit.scale > kGoodFit.mostScale) found.push_back(Shortfall::TooLarge);
  if (std::abs(fit.rotation) >= kGoodFit.mostRotation) found.push_back(Shortfall::Turned);
  return found;
}

ReferenceFit measureFit(const Correspondence& matches, double scaleCorrection, float sure) {
  ReferenceFit fit;
  if (matches.confidence.empty()) return fit;
  std::vector<double> confidences;
  for (const float c : matches.confidence.values) {
    if (c >= sure) confidences.push_back(c);
  }
  fit.covers = static_cast<double>(confidences.size()) /
               static_cast<double>(matches.confidence.values.size());
  if (confidences.empty()) return fit;
  fit.similarity = medianOf(confidences);
  if (confidences.size() >= kLeastSure) place(sureMatches(matches, sure), scaleCorrection, fit);
  return fit;
}

SmallCopies makeSmallCopies(const media::Picture& input, const media::Picture& reference) {
  const double inputFactor = std::min(1.0, std::sqrt(kInputPixels / pixelsOf(input)));
  const double referenceFactor =
      std::min(inputFactor, std::sqrt(kReferencePixels / pixelsOf(reference)));
  SmallCopies copies;
  copies.input = reduced(input, inputFactor);
  copies.reference = reduced(reference, referenceFactor);
  const double a = static_cast<double>(copies.input.width()) / input.width();
  const double b = static_cast<double>(copies.reference.width()) / reference.width();
  copies.scaleCorrection = a / b;
  return copies;
}

} // namespace refscale::pipeline
