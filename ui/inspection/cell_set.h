// A choice of positions of the match grid: what a brush in a plot or a region on a picture marks.
// Rules only; views draw it and plots filter by it.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/correspondence.h"

namespace refscale::ui {

// One flag a cell of the grid, row by row. Without cells: nothing is chosen, all count.
struct CellSet {
  int width = 0;
  int height = 0;
  double step = 4; // output pixels a cell
  std::vector<std::uint8_t> flags;

  [[nodiscard]] bool isSet() const { return !flags.empty(); }
  [[nodiscard]] bool contains(std::size_t cell) const {
    return flags.empty() || (cell < flags.size() && flags[cell] != 0);
  }
  [[nodiscard]] std::size_t count() const; // of chosen cells; 0 where nothing is set
  friend bool operator==(const CellSet&, const CellSet&) = default;
};

// The cells for which `holds` says so; called once for each cell, in order.
[[nodiscard]] CellSet cellsWhere(const Correspondence& matches,
                                 const std::function<bool(std::size_t)>& holds);

// The cells whose middle lies in a region of the input (output pixels), and those whose match lies
// in a region of the reference (pixels as matched) and is at least as sure as `threshold`.
[[nodiscard]] CellSet cellsInside(const Correspondence& matches, const QPolygonF& output);
[[nodiscard]] CellSet cellsMatchingInto(const Correspondence& matches, const QPolygonF& reference,
                                        float threshold);

} // namespace refscale::ui
