#include "ui/inspection/cell_set.h"

#include <algorithm>

namespace refscale::ui {
namespace {

QPointF middleOf(const Correspondence& matches, std::size_t cell) {
  const auto width = static_cast<std::size_t>(matches.pixels.width);
  const std::size_t row = cell / width;
  return QPointF(static_cast<double>(cell % width) + 0.5, static_cast<double>(row) + 0.5) *
         matches.pixels.step;
}

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
  const QRectF box = output.boundingRect();
  return cellsWhere(matches, [&](std::size_t cell) {
    const QPointF at = middleOf(matches, cell);
    return box.contains(at) && output.containsPoint(at, Qt::OddEvenFill);
  });
}

CellSet cellsMatchingInto(const Correspondence& matches, const QPolygonF& reference,
                          float threshold) {
  const QRectF box = reference.boundingRect();
  return cellsWhere(matches, [&](std::size_t cell) {
    if (matches.confidence.values[cell] < threshold) return false;
    const Vec2f offset = matches.pixels.values[cell];
    const QPointF at = middleOf(matches, cell) + QPointF(offset.x, offset.y);
    return box.contains(at) && reference.containsPoint(at, Qt::OddEvenFill);
  });
}

} // namespace refscale::ui
