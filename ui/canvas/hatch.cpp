#include "ui/canvas/hatch.h"

#include <QPainter>
#include <cmath>

namespace refscale::ui {
namespace {

constexpr double kEvery = 8;
constexpr double kStripe = 2.4;

} // namespace

void drawHatch(QPainter& painter, const QRectF& place, const QColor& colour) {
  painter.save();
  painter.setClipRect(place, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, kStripe));
  const double first = std::floor((place.left() + place.top()) / kEvery) * kEvery;
  for (double sum = first; sum <= place.right() + place.bottom(); sum += kEvery) {
    painter.drawLine(QPointF(sum - place.top(), place.top()),
                     QPointF(sum - place.bottom(), place.bottom()));
  }
  painter.restore();
}

} // namespace refscale::ui
