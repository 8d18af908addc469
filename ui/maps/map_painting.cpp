// How MapCanvas looks: the painting half of the class, beside its behaviour.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/canvas/hatch.h"
#include "ui/canvas/linked_view.h"
#include "ui/inspection/inspection.h"
#include "ui/maps/map_canvas.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kArrowEvery = 24;  // view pixels
constexpr double kArrowLeast = 6;   // output pixels: shorter offsets have no direction to show
constexpr double kArrowLength = 15; // view pixels
constexpr double kArrowHead = 5;
constexpr double kCrossRing = 7;
constexpr int kChipHeight = 24;
constexpr int kChipAway = 12;
constexpr int kLetterSize = 24;

void drawTag(QPainter& painter, const QRectF& box, const QString& text, const Tokens& tokens) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.tag);
  painter.drawRoundedRect(box, metrics::kRadius, metrics::kRadius);
  painter.setPen(tokens.tagText);
  painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

void MapCanvas::drawMap(QPainter& painter) const {
  const QRectF seen = view_.transform().visibleFrame();
  const QSizeF frame = view_.transform().frame();
  const auto drawn = [&](const Pyramid& pyramid, double step) {
    const QRectF source(seen.x() / step, seen.y() / step, seen.width() / step,
                        seen.height() / step);
    drawPyramid(painter, target(), pyramid, source);
  };
  if (photo_ && opacity_ < 1) {
    drawn(*photo_, frame.width() / photo_->size().width());
  }
  painter.save();
  painter.setOpacity(opacity_);
  drawn(*map_->image.cells, map_->field.values.step);
  painter.restore();
}

// Stripes where it was invented: drawn once over the pane, then cut to the cells.
void MapCanvas::drawHatched(QPainter& painter) const {
  const QRect part = target().toAlignedRect() & rect();
  if (part.isEmpty()) return;
  const double ratio = devicePixelRatioF();
  QImage layer(part.size() * ratio, QImage::Format_ARGB32_Premultiplied);
  layer.setDevicePixelRatio(ratio);
  layer.fill(Qt::transparent);
  QPainter onLayer(&layer);
  onLayer.translate(-part.topLeft());
  drawHatch(onLayer, part, theme_.tokens().invented);
  onLayer.setCompositionMode(QPainter::CompositionMode_DestinationIn);
  const QRectF seen = view_.transform().visibleFrame();
  const double step = map_->field.values.step;
  drawPyramid(onLayer, target(), *map_->image.hatched,
              QRectF(seen.x() / step, seen.y() / step, seen.width() / step, seen.height() / step));
  onLayer.end();
  painter.drawImage(part.topLeft(), layer);
}

void MapCanvas::drawArrows(QPainter& painter) const {
  const Field<Vec2f>& vectors = map_->field.vectors;
  const auto [low, high] = std::pair(target().topLeft(), target().bottomRight());
  painter.setRenderHint(QPainter::Antialiasing);
  const auto stroke = [&](QPointF middle, QPointF direction) {
    const QPointF tip = middle + direction * (kArrowLength / 2);
    const QPointF side(-direction.y(), direction.x());
    painter.drawLine(middle - direction * (kArrowLength / 2), tip);
    painter.drawLine(tip, tip - direction * kArrowHead + side * (kArrowHead / 2));
    painter.drawLine(tip, tip - direction * kArrowHead - side * (kArrowHead / 2));
  };
  for (double y = low.y() + kArrowEvery / 2; y < high.y(); y += kArrowEvery) {
    for (double x = low.x() + kArrowEvery / 2; x < high.x(); x += kArrowEvery) {
      const QPointF at = view_.transform().toFrame({x, y});
      const int column = static_cast<int>(at.x() / vectors.step);
      const int row = static_cast<int>(at.y() / vectors.step);
      if (column < 0 || row < 0 || column >= vectors.width || row >= vectors.height) continue;
      const Vec2f v = vectors.at(column, row);
      const double length = std::hypot(v.x, v.y);
      if (length * vectors.step < kArrowLeast) continue;
      const QPointF direction(v.x / length, v.y / length);
      painter.setPen(QPen(theme_.tokens().markCasing, 3, Qt::SolidLine, Qt::RoundCap));
      stroke({x, y}, direction);
      painter.setPen(QPen(theme_.tokens().mark, 1.2, Qt::SolidLine, Qt::RoundCap));
      stroke({x, y}, direction);
    }
  }
}

void MapCanvas::drawMarks(QPainter& painter) const {
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(theme_.tokens().mark, 1));
  for (const QLineF& line : map_->image.contour) {
    painter.drawLine(view_.transform().toView(line.p1()), view_.transform().toView(line.p2()));
  }
  for (const MapLetter& letter : map_->image.letters) {
    const auto index = static_cast<std::size_t>(letter.reference);
    if (index >= letters_.size()) continue;
    QRectF box(0, 0, 1.5 * kLetterSize, kLetterSize);
    box.moveCenter(view_.transform().toView(letter.at));
    drawTag(painter, box, letters_[index], theme_.tokens());
  }
}

void MapCanvas::drawPosition(QPainter& painter) const {
  const auto position = inspection_.position();
  if (!position) return;
  const QPointF at = view_.transform().toView(*position);
  const QRectF room = target();
  if (!room.contains(at)) return;
  const Tokens& t = theme_.tokens();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const auto& [colour, breadth] : {std::pair(t.markCasing, 3.0), std::pair(t.mark, 1.0)}) {
    painter.setPen(QPen(colour, breadth));
    painter.drawLine(QPointF(room.left(), at.y()), QPointF(at.x() - kCrossRing, at.y()));
    painter.drawLine(QPointF(at.x() + kCrossRing, at.y()), QPointF(room.right(), at.y()));
    painter.drawLine(QPointF(at.x(), room.top()), QPointF(at.x(), at.y() - kCrossRing));
    painter.drawLine(QPointF(at.x(), at.y() + kCrossRing), QPointF(at.x(), room.bottom()));
    painter.drawEllipse(at, kCrossRing, kCrossRing);
  }
  const QString text = chipText();
  const double width = QFontMetrics(painter.font()).horizontalAdvance(text) + 4.0 * metrics::kGap;
  QRectF chip(at + QPointF(kChipAway, kChipAway), QSizeF(width, kChipHeight));
  if (chip.right() > this->width()) chip.moveRight(at.x() - kChipAway);
  if (chip.bottom() > height()) chip.moveBottom(at.y() - kChipAway);
  drawTag(painter, chip, text, t);
}

void MapCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (map_ && map_->image.cells && view_.transform().isValid() &&
      !view_.transform().visibleFrame().isEmpty()) {
    painter.setClipRect(target());
    drawMap(painter);
    if (map_->image.hatched) drawHatched(painter);
    if (!map_->field.vectors.empty()) drawArrows(painter);
    drawMarks(painter);
    inspection_.brushOverlay().draw(painter, view_.transform(), {});
    painter.setClipping(false);
    drawPosition(painter);
  }
  painter.setBrush(Qt::NoBrush);
  if (region_) {
    painter.setPen(QPen(theme_.tokens().markCasing, 3));
    painter.drawRect(*region_);
    painter.setPen(QPen(theme_.tokens().mark, 1, Qt::DashLine));
    painter.drawRect(*region_);
  }
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(theme_.tokens().accent, 2));
  painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace refscale::ui
