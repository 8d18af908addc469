// Where the references reach: the part of the picture with a sure match, as an outline that can be
// drawn at any zoom, and how the rest is hatched. Made in a worker, shared, never changed.
#pragma once

#include <QPainterPath>
#include <memory>

#include "core/base/field.h"

class QPainter;

namespace refscale::ui {

struct Tokens;

struct Reach {
  QPainterPath covered; // of the unit square, odd-even
  double share = 0;     // of positions with a sure match, 0..1
};
using ReachHandle = std::shared_ptr<const Reach>;

// The outline where the (slightly smoothed) confidence passes `sure`; specks are left out of it.
[[nodiscard]] ReachHandle makeReach(const Field<float>& confidence, double sure);

// Hatches what is not covered and draws the outline; `frame` is the picture's place in the view.
void drawReach(QPainter& painter, const QRectF& frame, const QRectF& view, const Reach& reach,
               const Tokens& tokens);

} // namespace refscale::ui
