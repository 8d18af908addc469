// A plane seen from two places: the 3x3 matrix that carries the one picture's pixels to the
// other's. Pixel centres at whole numbers.
#pragma once

#include <array>

namespace refscale::geometry {

struct Point {
  double x = 0;
  double y = 0;
};

struct Homography {
  std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1}; // row-major

  // Where a pixel lies in the other picture; far outside any picture on or behind the horizon.
  [[nodiscard]] Point operator()(Point p) const;
  // Pixels of the other picture that a pixel covers there; 0 on or behind the horizon.
  [[nodiscard]] double areaAt(Point p) const;
};

} // namespace refscale::geometry
