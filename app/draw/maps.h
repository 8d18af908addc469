// Fields as pictures: values through a colour map with a bar that has ticks and a unit, directions
// through a cyclic map with its wheel. For `refscale match`.
#pragma once

#include <string>

#include "core/base/field.h"
#include "core/media/picture.h"

namespace refscale::app::draw {

struct MapStyle {
  std::string title;
  std::string unit; // beside the bar: "output pixels"; empty for plain numbers
  double low = 0;   // value of the bar's foot
  double high = 1;  // and of its head; not above `low` means the field's 98th percentile
};

// NaN is drawn grey. Small fields are enlarged so that cells can be told apart.
[[nodiscard]] media::Picture scalarMap(const Field<float>& field, const MapStyle& style);

// Hue is the direction of the vector, strength fades to white towards length 0.
[[nodiscard]] media::Picture directionMap(const Field<Vec2f>& field, const std::string& title);

// A step of 1, 2 or 5 times a power of ten that puts four to nine ticks between low and high.
[[nodiscard]] double tickStep(double low, double high);

// The value below which a share of all lies; 0 for an empty field.
[[nodiscard]] double percentile(const Field<float>& field, double share);

[[nodiscard]] Field<float> lengths(const Field<Vec2f>& field);

} // namespace refscale::app::draw
