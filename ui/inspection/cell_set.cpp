#include "ui/inspection/cell_set.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace refscale::ui {
namespace {

QPointF middleOf(const Correspondence& matches, std::size_t cell) {
  const auto width = static_cast<std::size_t>(matches.pixels.width);
  const std::size_t row = cell / width;
  return QPointF(static_cast<double>(cell % width) + 0.5, static_cast<double>(row) + 0.5) *
         matches.pixels.step;
}

// Whether places lie in a region. One of many corners, as a hand draws it, is painted once: asking
// the polygon for each of a million cells would take seconds.
class Region {
 public:
  explicit Region(QPolygonF polygon) : polygon_(std::move(polygon)), box_(polygon_.boundingRect()) {
    if (polygon_.size() <= kFewCorners) return;
    const QRect whole = box_.toAlignedRect().adjusted(0, 0, 1, 1);
    origin_ = whole.topLeft();
    painted_ = QImage(whole.size(), QImage::Format_Grayscale8);
    painted_.fill(Qt::black);
    QPainter painter(&painted_);
    painter.translate(QPointF(0.5, 0.5) - origin_); // pixel centres are whole places: cells' own
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawPolygon(polygon_, Qt::OddEvenFill);
  }
  [[nodiscard]] bool contains(QPointF at) const {
    if (!box_.contains(at)) return false;
    if (painted_.isNull()) return polygon_.containsPoint(at, Qt::OddEvenFill);
    const QPoint pixel =
        QPoint(static_cast<int>(std::lround(at.x())), static_cast<int>(std::lround(at.y()))) -
        origin_;
    return painted_.valid(pixel) && painted_.constScanLine(pixel.y())[pixel.x()] != 0;
  }

 private:
  static constexpr qsizetype kFewCorners = 8;
  QPolygonF polygon_;
  QRectF box_;
  QPoint origin_;
  QImage painted_; // null: the polygon itself is asked
};

} // namespace

std::size_t CellSet::count() const {
  return static_cast<std::size_t>(
      std::count_if(flags.begin(), flags.end(), [](std::uint8_t f) { return f != 0; }));
}

CellSet cellsWhere(const Correspondence& matches, const std::function<bool(std::size_t)>& holds) {
  CellSet set{.width = matches.pixels.width,
              .height = matches.pixels.height,
              .step = matches.pixels.step,
              .flags = {}};
  set.flags.resize(matches.pixels.values.size());
  for (std::size_t i = 0; i < set.flags.size(); ++i) set.flags[i] = holds(i) ? 1 : 0;
  return set;
}

CellSet cellsInside(const Correspondence& matches, const QPolygonF& output) {
  const Region region(output);
  return cellsWhere(matches,
                    [&](std::size_t cell) { return region.contains(middleOf(matches, cell)); });
}

CellSet cellsMatchingInto(const Correspondence& matches, const QPolygonF& reference,
                          float threshold) {
  const Region region(reference);
  return cellsWhere(matches, [&](std::size_t cell) {
    if (matches.confidence.values[cell] < threshold) return false;
    const Vec2f offset = matches.pixels.values[cell];
    return region.contains(middleOf(matches, cell) + QPointF(offset.x, offset.y));
  });
}

} // namespace refscale::ui
