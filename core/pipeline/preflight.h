// How well a reference fits a picture, judged before anything is enlarged: small copies to match
// coarsely, what the matches say about them, and a verdict by fixed rules. Torch-free; the matching
// itself is the engine's.
#pragma once

#include <vector>

#include "core/base/correspondence.h"
#include "core/media/picture.h"

namespace refscale::pipeline {

struct ReferenceFit {
  double covers = 0;     // share of the input's positions with a sure match, 0..1
  double similarity = 0; // median confidence of the sure ones, 0..1
  double scale = 1;      // > 1: the reference shows the object larger than the 4x input
  double rotation = 0;   // degrees by which the reference is turned clockwise, -180..180
  bool placed = false;   // scale and rotation could be estimated

  friend bool operator==(const ReferenceFit&, const ReferenceFit&) = default;
};

enum class Verdict { Wrong, Weak, Fair, Good };

// What a reference must have to be called good, and where fair and weak begin. All must hold.
struct FitLimits {
  double covers = 0;
  double similarity = 0;
  double leastScale = 0;
  double mostScale = 0;
  double mostRotation = 0; // degrees, exclusive
};
inline constexpr FitLimits kGoodFit{0.40, 0.70, 0.8, 4, 30};
inline constexpr FitLimits kFairFit{0.15, 0.50, 0.5, 1e9, 361};
inline constexpr FitLimits kWeakFit{0.02, 0, 0, 1e9, 361};

[[nodiscard]] Verdict verdictOf(const ReferenceFit& fit);

// Which numbers keep a reference from being good; empty when it is.
enum class Shortfall { Coverage, Similarity, TooSmall, TooLarge, Turned };
[[nodiscard]] std::vector<Shortfall> shortOfGood(const ReferenceFit& fit);

// Scale and rotation are medians over pairs of sure matches that lie far apart, so a fifth of the
// matches may be wrong. `scaleCorrection` turns the scale between small copies into that between
// the pictures (SmallCopies says it). `sure` is the confidence from which a match counts.
[[nodiscard]] ReferenceFit measureFit(const Correspondence& matches, double scaleCorrection = 1,
                                      float sure = kSureConfidence);

// The pictures as a pre-flight matches them: few enough pixels for a few seconds on a CPU, both
// reduced alike as far as that goes.
struct SmallCopies {
  media::Picture input;
  media::Picture reference;
  double scaleCorrection = 1;
};
[[nodiscard]] SmallCopies makeSmallCopies(const media::Picture& input,
                                          const media::Picture& reference);

} // namespace refscale::pipeline
