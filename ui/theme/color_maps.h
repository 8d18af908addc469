// Colours for values. Perceptually even, readable without colour vision; no rainbow.
#pragma once

#include <QColor>
#include <array>

namespace refscale::ui {

// matplotlib's maps of these names. Twilight is cyclic: 0 and 1 are one colour.
enum class ColorMap { Viridis, Magma, Inferno, Cividis, Twilight };

// The colour of 0..1; values outside are taken as the nearer end.
[[nodiscard]] QColor colorAt(ColorMap map, double value);
[[nodiscard]] QColor viridis(double value);

// All colours from 0 to 1 in even steps, for pictures of many values.
[[nodiscard]] const std::array<QRgb, 256>& colorTable(ColorMap map);

// For lines on photos: viridis' upper three quarters, as the dark end cannot be seen there.
[[nodiscard]] QColor confidenceColour(double confidence);
// Twilight, lightened for the same reason. 0: right, a quarter: up.
[[nodiscard]] QColor directionColour(double turn);

} // namespace refscale::ui
