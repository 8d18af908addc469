#include "core/geometry/homography.h"

#include <cmath>

namespace refscale::geometry {
namespace {

constexpr double kHorizon = 1e-6; // of the weight, which is 1 near the picture's middle
constexpr double kFarAway = 1e9;

} // namespace

Point Homography::operator()(Point p) const {
  const double w = m[6] * p.x + m[7] * p.y + m[8];
  if (w < kHorizon) return {kFarAway, kFarAway};
  return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

double Homography::areaAt(Point p) const {
  const double w = m[6] * p.x + m[7] * p.y + m[8];
  if (w < kHorizon) return 0;
  // The determinant of the derivative of a projective map is that of its matrix over w cubed.
  const double determinant = m[0] * (m[4] * m[8] - m[5] * m[7]) -
                             m[1] * (m[3] * m[8] - m[5] * m[6]) +
                             m[2] * (m[3] * m[7] - m[4] * m[6]);
  return std::abs(determinant / (w * w * w));
}

} // namespace refscale::geometry
