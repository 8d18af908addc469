// Colours for values on both sides of zero: neutral and dark in the middle, as a difference of
// nothing is black elsewhere; blue below, orange above, so that they can be told apart without
// colour vision. Lightness rises evenly on both sides.
#pragma once

#include <QColor>
#include <array>

namespace refscale::ui {

inline constexpr int kDivergingMiddle = 255;

// The colour of -1..1; values outside are taken as the nearer end.
[[nodiscard]] QColor divergingColour(double value);

// All colours from -1 to 1 in even steps; zero is at kDivergingMiddle.
using DivergingTable = std::array<QRgb, 2 * kDivergingMiddle + 1>;
[[nodiscard]] const DivergingTable& divergingTable();

} // namespace refscale::ui
