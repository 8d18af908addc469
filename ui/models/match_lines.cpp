#include "ui/models/match_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <utility>

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

namespace {

float worthOf(const Correspondence& matches, std::size_t cell) {
  const float confidence = matches.confidence.values[cell];
  return matches.uniqueness.empty() ? confidence : confidence * matches.uniqueness.values[cell];
}

LineChoice spread(const Correspondence& matches, const LineRule& rule,
                  const std::vector<std::size_t>& cells) {
  LineChoice choice;
  const QSize grid = gridFor(rule.visible.size(), rule.count);
  const auto columns = static_cast<std::size_t>(grid.width());
  struct Best {
    float worth = -1;
    std::optional<std::size_t> cell;
  };
  std::vector<Best> best(static_cast<std::size_t>(grid.width()) *
                         static_cast<std::size_t>(grid.height()));
  for (const std::size_t i : cells) {
    const QPointF at = lineOf(matches, i).from - rule.visible.topLeft();
    const int column = static_cast<int>(at.x() / rule.visible.width() * grid.width());
    const int row = static_cast<int>(at.y() / rule.visible.height() * grid.height());
    if (column >= grid.width() || row >= grid.height()) continue;
    Best& place = best[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
    const float worth = worthOf(matches, i);
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
  return choice;
}

// The first `count` of an order, ties by index.
LineChoice ordered(const Correspondence& matches, const LineRule& rule,
                   std::vector<std::size_t> cells) {
  const std::size_t count = std::min(cells.size(), static_cast<std::size_t>(rule.count));
  if (rule.order == LineOrder::Random) {
    std::mt19937 random(rule.seed);
    for (std::size_t i = 0; i < count; ++i) {
      std::uniform_int_distribution<std::size_t> left(i, cells.size() - 1);
      std::swap(cells[i], cells[left(random)]);
    }
  } else {
    const bool best = rule.order == LineOrder::Best;
    const auto before = [&](std::size_t a, std::size_t b) {
      const float wa = worthOf(matches, a);
      const float wb = worthOf(matches, b);
      if (wa != wb) return best ? wa > wb : wa < wb;
      return a < b;
    };
    std::partial_sort(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(count),
                      cells.end(), before);
  }
  LineChoice choice;
  cells.resize(count);
  for (const std::size_t cell : cells) choice.lines.push_back(lineOf(matches, cell));
  return choice;
}

} // namespace

LineChoice chooseLines(const Correspondence& matches, const LineRule& rule) {
  if (matches.pixels.empty() || rule.visible.isEmpty()) return {};
  std::vector<std::size_t> cells;
  for (std::size_t i = 0; i < matches.pixels.values.size(); ++i) {
    if (matches.confidence.values[i] < rule.threshold || (rule.allows && !rule.allows(i))) continue;
    if (rule.visible.contains(lineOf(matches, i).from)) cells.push_back(i);
  }
  LineChoice choice = rule.order == LineOrder::EvenlySpread
                          ? spread(matches, rule, cells)
                          : ordered(matches, rule, std::move(cells));
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
