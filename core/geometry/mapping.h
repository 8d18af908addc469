// Where every place of the output lies in a source picture: a position for every cell of 4x4
// output pixels, and in between them by interpolation.
#pragma once

#include <utility>

#include "core/base/field.h"
#include "core/geometry/homography.h"

namespace refscale::geometry {

class Mapping {
 public:
  // The plane's own mapping for an output of width x height pixels, multiples of 4.
  Mapping(const Homography& h, int width, int height);

  // A place of the output in pixels -> of the source; bilinear between the cells' middles and on
  // beyond the outermost.
  [[nodiscard]] Point operator()(Point p) const;
  // Source pixels that an output pixel of this cell covers, at least 0.
  [[nodiscard]] double areaOf(int cellX, int cellY) const;
  // First a shift of each cell (output pixels), then this mapping.
  [[nodiscard]] Mapping afterShifts(const Field<Vec2f>& shifts) const;
  // For a source enlarged or reduced by these factors.
  [[nodiscard]] Mapping scaled(double sx, double sy) const;
  // The same for an output of another size, width x height pixels.
  [[nodiscard]] Mapping resized(int width, int height) const;

  [[nodiscard]] int cellsAcross() const noexcept { return positions_.width; }
  [[nodiscard]] int cellsDown() const noexcept { return positions_.height; }

 private:
  explicit Mapping(Field<Vec2f> positions) : positions_(std::move(positions)) {}

  Field<Vec2f> positions_; // of the cells' middles
};

inline constexpr int kCell = 4;
inline constexpr double kMiddle = (kCell - 1) / 2.0; // of a cell, from its first pixel

} // namespace refscale::geometry
