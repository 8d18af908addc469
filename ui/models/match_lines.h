// Which of the many matches are drawn as lines, and which input positions match a place of the
// reference. Rules only; the canvas draws.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <cstddef>
#include <functional>
#include <vector>

#include "core/base/correspondence.h"

namespace refscale::ui {

struct MatchLine {
  std::size_t cell = 0; // index into the correspondence's fields
  QPointF from;         // output pixels of the input
  QPointF to;           // pixels of the reference as it was matched
  float confidence = 0;
};

struct LineChoice {
  std::vector<MatchLine> lines; // least sure first, as they are drawn
  std::vector<QPointF> rings;   // middles of grid cells without a sure match
};

enum class LineOrder { EvenlySpread, Best, Worst, Random };

struct LineRule {
  int count = 60;                    // 10 to 400
  float threshold = kSureConfidence; // least confidence
  QRectF visible;                    // output pixels; only matches from here
  LineOrder order = LineOrder::EvenlySpread;
  unsigned seed = 1;                       // of Random: the same seed, the same lines
  std::function<bool(std::size_t)> allows; // further filters; empty: all
};

// A match of a position, by its index.
[[nodiscard]] MatchLine lineOf(const Correspondence& matches, std::size_t cell);

// The match of the position that an output pixel lies in.
[[nodiscard]] MatchLine lineAt(const Correspondence& matches, QPointF output);

// Evenly spread: the visible part is split into a grid of at most as many cells as lines, and in
// each the match with the highest confidence x uniqueness is taken; the lowest index wins a tie, so
// the same data always give the same lines. Best and Worst order by the same product. Rings come
// with the grid alone.
[[nodiscard]] LineChoice chooseLines(const Correspondence& matches, const LineRule& rule);

// All sure matches that end within `radius` (reference pixels) of a place.
[[nodiscard]] std::vector<MatchLine> linesTo(const Correspondence& matches, QPointF reference,
                                             double radius, float threshold);

} // namespace refscale::ui
