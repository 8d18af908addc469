#include "core/geometry/mapping.h"

#include <algorithm>
#include <cmath>

namespace refscale::geometry {
namespace {

Point middleOf(int cellX, int cellY) {
  return {cellX * kCell + kMiddle, cellY * kCell + kMiddle};
}

// The cell before a place, so that it and the next one enclose the place or are the outermost two,
// and how far between them the place lies.
struct Between {
  int before, after;
  double share;
};
Between between(double pixel, int cells) {
  const double cell = (pixel - kMiddle) / kCell;
  const int before = std::clamp(static_cast<int>(std::floor(cell)), 0, std::max(0, cells - 2));
  return {before, std::min(before + 1, cells - 1), cell - before};
}

} // namespace

Mapping::Mapping(const Homography& h, int width, int height)
    : positions_(width / kCell, height / kCell, kCell) {
  for (int y = 0; y < positions_.height; ++y) {
    for (int x = 0; x < positions_.width; ++x) {
      const Point there = h(middleOf(x, y));
      positions_.at(x, y) = {static_cast<float>(there.x), static_cast<float>(there.y)};
    }
  }
}

Point Mapping::operator()(Point p) const {
  const Between x = between(p.x, positions_.width);
  const Between y = between(p.y, positions_.height);
  const auto row = [&](int j) -> Point {
    const Vec2f a = positions_.at(x.before, j);
    const Vec2f b = positions_.at(x.after, j);
    return {a.x + x.share * (b.x - a.x), a.y + x.share * (b.y - a.y)};
  };
  const Point above = row(y.before);
  const Point below = row(y.after);
  return {above.x + y.share * (below.x - above.x), above.y + y.share * (below.y - above.y)};
}

double Mapping::areaOf(int cellX, int cellY) const {
  const Point m = middleOf(cellX, cellY);
  const Point left = (*this)({m.x - kMiddle, m.y});
  const Point right = (*this)({m.x + kMiddle, m.y});
  const Point top = (*this)({m.x, m.y - kMiddle});
  const Point bottom = (*this)({m.x, m.y + kMiddle});
  const double across = 2 * kMiddle;
  return std::abs((right.x - left.x) * (bottom.y - top.y) -
                  (right.y - left.y) * (bottom.x - top.x)) /
         (across * across);
}

Mapping Mapping::afterShifts(const Field<Vec2f>& shifts) const {
  Mapping result = *this;
  for (int y = 0; y < shifts.height; ++y) {
    for (int x = 0; x < shifts.width; ++x) {
      const Point middle = middleOf(x, y);
      const Vec2f shift = shifts.at(x, y);
      const Point there = (*this)({middle.x + shift.x, middle.y + shift.y});
      result.positions_.at(x, y) = {static_cast<float>(there.x), static_cast<float>(there.y)};
    }
  }
  return result;
}

Mapping Mapping::scaled(double sx, double sy) const {
  Mapping result = *this;
  for (Vec2f& p : result.positions_.values) {
    // A pixel is an area: its centre moves by half of what its size grows.
    p = {static_cast<float>((p.x + 0.5) * sx - 0.5), static_cast<float>((p.y + 0.5) * sy - 0.5)};
  }
  return result;
}

Mapping Mapping::resized(int width, int height) const {
  Mapping result(Field<Vec2f>(width / kCell, height / kCell, kCell));
  Field<Vec2f>& positions = result.positions_;
  const double sx = static_cast<double>(positions_.width) / positions.width;
  const double sy = static_cast<double>(positions_.height) / positions.height;
  for (int y = 0; y < positions.height; ++y) {
    for (int x = 0; x < positions.width; ++x) {
      const Point m = middleOf(x, y);
      const Point there = (*this)({(m.x + 0.5) * sx - 0.5, (m.y + 0.5) * sy - 0.5});
      positions.at(x, y) = {static_cast<float>(there.x), static_cast<float>(there.y)};
    }
  }
  return result;
}

} // namespace refscale::geometry
