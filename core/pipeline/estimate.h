// How much work a run is, in multiplications and additions, from sizes alone, and how far it has
// come. What that means in seconds is for those who have measured the machine.
#pragma once

#include <cstdint>

#include "core/base/run_context.h"

namespace refscale::pipeline {

struct PictureSize {
  int width = 0;
  int height = 0;
};

// Cells (input pixels) from which on the first look at a reference is at both pictures reduced x2,
// and so on: searching everywhere grows with the square of the size.
inline constexpr double kHalvedFrom = 60000;

// Features of the 4x input and of the reference in its views, and the searches between their
// positions: everywhere in the first, nearby in the others.
[[nodiscard]] double matchWork(PictureSize input, PictureSize reference);
// The restoration of the output with its reference's features.
[[nodiscard]] double restoreWork(PictureSize input);
// How much of a whole run is done, 0..1, from the usual share of each stage on a CPU: with a
// reference most of the time goes into finding the same places.
enum class Borrowing { Yes, No };
[[nodiscard]] double overallFraction(const Progress& progress, Borrowing borrowing);

// A reference as it is matched: reduced to so many megapixels.
[[nodiscard]] PictureSize matchedSize(PictureSize reference, double megapixels);

} // namespace refscale::pipeline
