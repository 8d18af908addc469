// Diagonal stripes for classes that must not be told by colour alone.
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace refscale::ui {

// Fills a place with stripes on what is there; their phase is the painter's, so that neighbouring
// places join.
void drawHatch(QPainter& painter, const QRectF& place, const QColor& colour);

} // namespace refscale::ui
