#include "ui/models/match_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace refscale::ui {
namespace {

// Columns and rows of a grid with at most `count` cells, about square ones.
QSize gridFor(QSizeF area, int count) {
  const double across = std::sqrt(count * area.width() / area.height());
  const int columns = std::clamp(static_cast<int>(std::lround(across)), 1, count);
  return {columns, std::max(1, count / columns)};
}

} // namespace

MatchLine lineOf(const Correspondence& matches, std::size_t cell) {
  const auto& offsets = matches.pixels;
  const auto width = static_cast<std::size_t>(offsets.width);
  const auto column = static_cast<double>(cell % width);
  const std::size_t row = cell / width;
  const QPointF from((column + 0.5) * offsets.step,
                     (static_cast<double>(row) + 0.5) * offsets.step);
  const Vec2f offset = offsets.values[cell];
  return {cell, from, from + QPointF(offset.x, offset.y), matches.confidence.values[cell]};
}

MatchLine lineAt(const Correspondence& matches, QPointF output) {
  const auto& offsets = matches.pixels;
  const int x = std::clamp(static_cast<int>(output.x() / offsets.step), 0, offsets.width - 1);
  const int y = std::clamp(static_cast<int>(output.y() / offsets.step), 0, offsets.height - 1);
  return lineOf(matches, static_cast<std::size_t>(y) * static_cast<std::size_t>(offsets.width) +
                             static_cast<std::size_t>(x));
}

LineChoice chooseLines(const Correspondence& matches, const LineRule& rule) {
  LineChoice choice;
  if (matches.pixels.empty() || rule.visible.isEmpty()) return choice;
  const QSize grid = gridFor(rule.visible.size(), rule.count);
  const auto columns = static_cast<std::size_t>(grid.width());
  struct Best {
    float worth = -1;
    std::optional<std::size_t> cell;
  };
  std::vector<Best> best(static_cast<std::size_t>(grid.width()) *
                         static_cast<std::size_t>(grid.height()));
  for (std::size_t i = 0; i < matches.pixels.values.size(); ++i) {
    if (matches.confidence.values[i] < rule.threshold) continue;
    const QPointF at = lineOf(matches, i).from - rule.visible.topLeft();
    const int column = static_cast<int>(std::floor(at.x() / rule.visible.width() * grid.width()));
    const int row = static_cast<int>(std::floor(at.y() / rule.visible.height() * grid.height()));
    if (column < 0 || row < 0 || column >= grid.width() || row >= grid.height()) continue;
    Best& place = best[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
    const float worth = matches.confidence.values[i] * matches.uniqueness.values[i];
    if (worth > place.worth) place = {worth, i};
  }
  for (std::size_t i = 0; i < best.size(); ++i) {
    if (best[i].cell) {
      choice.lines.push_back(lineOf(matches, *best[i].cell));
      continue;
    }
    const std::size_t row = i / columns;
    choice.rings.push_back(
        rule.visible.topLeft() +
        QPointF((static_cast<double>(i % columns) + 0.5) * rule.visible.width() / grid.width(),
                (static_cast<double>(row) + 0.5) * rule.visible.height() / grid.height()));
  }
  std::stable_sort(
      choice.lines.begin(), choice.lines.end(),
      [](const MatchLine& a, const MatchLine& b) { return a.confidence < b.confidence; });
  return choice;
}

std::vector<MatchLine> linesTo(const Correspondence& matches, QPointF reference, double radius,
                               float threshold) {
  std::vector<MatchLine> found;
  for (std::size_t i = 0; i < matches.pixels.values.size(); ++i) {
    if (matches.confidence.values[i] < threshold) continue;
    const MatchLine line = lineOf(matches, i);
    const QPointF away = line.to - reference;
    if (QPointF::dotProduct(away, away) <= radius * radius) found.push_back(line);
  }
  return found;
}

} // namespace refscale::ui
