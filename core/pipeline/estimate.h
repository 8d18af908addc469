// How much work a run is, in multiplications and additions, from sizes alone. What that means in
// seconds is for those who have measured the machine.
#pragma once

#include <cstdint>

namespace refscale::pipeline {

struct PictureSize {
  int width = 0;
  int height = 0;
};

// Features of the 4x input and of the reference in its two views, and the searches between their
// positions: everywhere in the first, nearby in the second.
[[nodiscard]] double matchWork(PictureSize input, PictureSize reference);
// The restoration of the output with its reference's features.
[[nodiscard]] double restoreWork(PictureSize input);
// A reference as it is matched: reduced to so many megapixels.
[[nodiscard]] PictureSize matchedSize(PictureSize reference, double megapixels);

} // namespace refscale::pipeline
