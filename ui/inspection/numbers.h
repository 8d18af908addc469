// Numbers of a match in words: places, signed offsets, in the language's own way.
#pragma once

#include <QPointF>
#include <QString>

namespace refscale::ui {

// "+21", "−48": with a true minus.
[[nodiscard]] QString signedText(double value, int decimals);
// "974, 769"; whole pixels.
[[nodiscard]] QString placeText(QPointF place);
// "+82, −193".
[[nodiscard]] QString vectorText(double x, double y, int decimals);

} // namespace refscale::ui
