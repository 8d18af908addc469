// A made scene with something to hold on to everywhere: discs of many sizes and colours, seen
// turned and scaled about the picture's middle.
#pragma once

#include "core/media/picture.h"

namespace refscale::test {

struct DiscView {
  unsigned seed = 7; // another one: another scene
  double turn = 0;   // radians
  double scale = 1;
  double tilt = 0; // perspective: share by which the right border is farther than the middle
  int width = 320;
  int height = 240;
};

// 8-bit RGB, antialiased by 2 x 2 samples.
[[nodiscard]] media::Picture discs(const DiscView& view);

// What is left of a picture that was reduced x4, enlarged again by bicubic.
[[nodiscard]] media::Picture enlarged(const media::Picture& truth);

// Where a pixel of one view lies in another one of the same scene.
struct DiscPlace {
  double x, y;
};
[[nodiscard]] DiscPlace placeIn(const DiscView& to, const DiscView& from, DiscPlace pixel);

} // namespace refscale::test
