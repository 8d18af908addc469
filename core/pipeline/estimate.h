// How much work a run is, in multiplications and additions, from sizes alone, and how far it has
// come. What that means in seconds is for those who have measured the machine.
#pragma once

#include <cstdint>

#include "core/base/run_context.h"
#include "core/pipeline/request.h"

namespace refscale::pipeline {

struct PictureSize {
  int width = 0;
  int height = 0;
};

// How often both pictures are reduced x2 before the first look at a reference: until they have no
// more than `mostPairs` pairs of cells (4 x 4 pixels of output and reference) to compare, which two
// cores do in about half a minute.
// A reference smaller than the output counts as one of its size: that is what it is seen as along a
// plane.
inline constexpr double kMostPairs = 5e9;
[[nodiscard]] int halvings(PictureSize input, PictureSize reference, double mostPairs = kMostPairs);
// The pairs that are left then.
[[nodiscard]] double pairsLookedAt(PictureSize input, PictureSize reference,
                                   double mostPairs = kMostPairs);

// Features of the 4x input and of the reference in its views, and the searches between their
// positions: everywhere in the first, nearby in the others.
[[nodiscard]] double matchWork(PictureSize input, PictureSize reference);
// The same where the reference is matched as it stands alone.
[[nodiscard]] double standingWork(PictureSize input, PictureSize reference);
// The restoration of the output with its reference's features.
[[nodiscard]] double restoreWork(PictureSize input);
// How much of a whole run is done, 0..1, from the usual share of each stage on a CPU: with a
// reference most of the time goes into finding the same places.
enum class Borrowing { Yes, No };
[[nodiscard]] Borrowing borrowingOf(const UpscaleOptions& options, bool withReference);
[[nodiscard]] double overallFraction(const Progress& progress, Borrowing borrowing);

// A reference resized by `scale` (0: as it is), and no larger than so many megapixels by that.
[[nodiscard]] PictureSize scaledSize(PictureSize reference, double scale, double megapixels);
// A reference as it is matched: reduced to so many megapixels.
[[nodiscard]] PictureSize matchedSize(PictureSize reference, double megapixels);

} // namespace refscale::pipeline
