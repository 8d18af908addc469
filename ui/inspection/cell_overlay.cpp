#include "ui/inspection/cell_overlay.h"

#include <QPainter>
#include <algorithm>

#include "ui/canvas/view_transform.h"

namespace refscale::ui {
namespace {

constexpr QRgb kHalfBlack = 0x80000000;
constexpr std::size_t kMostOutline = 20'000;

// Sides between chosen and other cells along one axis, runs of them joined to one line.
template <typename In, typename Line>
void addEdges(int rows, int columns, std::vector<QLineF>& lines, const In& in, const Line& line) {
  for (int row = 0; row <= rows; ++row) {
    int begin = -1;
    for (int column = 0; column <= columns; ++column) {
      const bool edge = column < columns && in(row - 1, column) != in(row, column);
      if (edge && begin < 0) begin = column;
      if (!edge && begin >= 0) {
        lines.push_back(line(row, begin, column));
        begin = -1;
      }
    }
  }
}

} // namespace

CellOverlay::CellOverlay(const CellSet& set) : step_(set.step) {
  if (!set.isSet()) return;
  dimmed_ = QImage(set.width, set.height, QImage::Format_ARGB32_Premultiplied);
  const auto in = [&set](int x, int y) {
    return x >= 0 && y >= 0 && x < set.width && y < set.height &&
           set.flags[static_cast<std::size_t>(y) * static_cast<std::size_t>(set.width) +
                     static_cast<std::size_t>(x)] != 0;
  };
  for (int y = 0; y < set.height; ++y) {
    auto* row = reinterpret_cast<QRgb*>(dimmed_.scanLine(y));
    for (int x = 0; x < set.width; ++x) row[x] = in(x, y) ? 0 : kHalfBlack;
  }
  const double s = step_;
  addEdges(
      set.height, set.width, outline_, [&](int y, int x) { return in(x, y); },
      [s](int y, int from, int to) { return QLineF(from * s, y * s, to * s, y * s); });
  addEdges(
      set.width, set.height, outline_, [&](int x, int y) { return in(x, y); },
      [s](int x, int from, int to) { return QLineF(x * s, from * s, x * s, to * s); });
  if (outline_.size() > kMostOutline) outline_.clear();
}

void CellOverlay::draw(QPainter& painter, const ViewTransform& transform, QPointF origin) const {
  if (dimmed_.isNull() || !transform.isValid()) return;
  painter.save();
  const QRectF frame = transform.frameInView().translated(origin);
  painter.setClipRect(frame, Qt::IntersectClip);
  const QRectF cells(
      frame.topLeft(),
      transform.toView({dimmed_.width() * step_, dimmed_.height() * step_}) + origin);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.drawImage(cells, dimmed_);
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(Qt::white, 1));
  const QRectF seen = transform.visibleFrame();
  for (const QLineF& line : outline_) {
    const bool away = std::max(line.x1(), line.x2()) < seen.left() ||
                      std::min(line.x1(), line.x2()) > seen.right() ||
                      std::max(line.y1(), line.y2()) < seen.top() ||
                      std::min(line.y1(), line.y2()) > seen.bottom();
    if (away) continue;
    painter.drawLine(transform.toView(line.p1()) + origin, transform.toView(line.p2()) + origin);
  }
  painter.restore();
}

} // namespace refscale::ui
