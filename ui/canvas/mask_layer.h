// How the painted area and the brush look on a picture: a dotted pattern, and the outline of the
// brush under the pointer. Draws only.
#pragma once

#include <QPolygonF>
#include <QRectF>

#include "ui/models/mask.h"

class QPainter;

namespace refscale::ui {

struct Tokens;

// `frame`: the whole picture's place in the view; `view`: what is seen.
void drawMask(QPainter& painter, const QRectF& frame, const QRectF& view, const QImage& mask,
              const Tokens& tokens);
// A stroke that is being made, in view coordinates.
void drawStroke(QPainter& painter, const QPolygonF& path, double diameter, BrushKind kind,
                const Tokens& tokens);
void drawBrush(QPainter& painter, QPointF middle, double diameter, const Tokens& tokens);

} // namespace refscale::ui
