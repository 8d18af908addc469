// What the plots count: offsets in two dimensions, confidences in one. Numbers only; plots draw
// them and write them as CSV.
#pragma once

#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <vector>

#include "ui/inspection/cell_set.h"

namespace refscale::ui {

// An offset as plots show it: pixels of relu3_1, x to the right and y up.
[[nodiscard]] QPointF plottedOffset(const Correspondence& matches, std::size_t cell);

struct OffsetHistogram {
  QRectF area;     // of all bins; y grows upwards
  double bin = 1;  // side of a bin, pixels of relu3_1
  int columns = 0; // of bins
  int rows = 0;    // first row: lowest y
  std::vector<int> counts;

  [[nodiscard]] QPointF middleOf(int column, int row) const;
};
inline constexpr int kOffsetBins = 96; // of the longer side, about

// Bins cover zero and all but the outermost hundredth of the offsets of the whole picture, as told
// by some ten thousands of them; counted are the cells of `only`, or all.
[[nodiscard]] OffsetHistogram offsetHistogram(const Correspondence& matches, const CellSet& only);

// Offsets one by one: those of every n-th of the counted cells, so that there are at most `most`,
// sorted from left to right.
inline constexpr std::size_t kMostOffsetPoints = 20'000;
[[nodiscard]] std::vector<QPointF> offsetPoints(const Correspondence& matches, const CellSet& only,
                                                std::size_t most = kMostOffsetPoints);

inline constexpr int kConfidenceBins = 40;
struct ConfidenceHistogram {
  std::vector<int> counts; // kConfidenceBins of equal width from 0 to 1
  int all = 0;

  [[nodiscard]] double percentOf(std::size_t bin) const;
};
[[nodiscard]] ConfidenceHistogram confidenceHistogram(const Correspondence& matches,
                                                      const CellSet& only);
[[nodiscard]] std::size_t confidenceBin(float confidence);

} // namespace refscale::ui
