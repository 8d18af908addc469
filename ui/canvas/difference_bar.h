// The colour bar of a shown difference, in units of 8-bit pictures: 0 to 255, or minus to plus.
// Draws only.
#pragma once

#include <QRectF>

#include "ui/canvas/difference.h"

class QPainter;

namespace refscale::ui {

struct Tokens;

// In the lower left corner of `room`; nothing where it has not the room.
void drawDifferenceBar(QPainter& painter, const QRectF& room, DifferenceKind kind, int gain,
                       const Tokens& tokens);

// What stands at the foot, in the middle and at the head of the bar.
[[nodiscard]] QStringList differenceTicks(DifferenceKind kind, int gain);

} // namespace refscale::ui
