// Colours for values. Perceptually even, readable without colour vision; no rainbow.
#pragma once

#include <QColor>

namespace refscale::ui {

// matplotlib's viridis for 0..1; values outside are taken as the nearer end.
[[nodiscard]] QColor viridis(double value);

// For lines on photos: its upper three quarters, as the dark end cannot be seen there.
[[nodiscard]] QColor confidenceColour(double confidence);

} // namespace refscale::ui
