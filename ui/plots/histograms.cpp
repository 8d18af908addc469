#include "ui/plots/histograms.h"

#include <algorithm>
#include <cmath>

namespace refscale::ui {
namespace {

constexpr double kOutermost = 0.01;
constexpr double kMargin = 0.08;         // of the extent, around it
constexpr std::size_t kSamples = 65'536; // enough to know the outermost hundredth
constexpr double kLeastExtent = 8;       // pixels: matches that hardly move still have a plot

std::pair<double, double> extentOf(std::vector<double>& values) {
  if (values.empty()) return {0, 0};
  const auto at = [&values](double share) {
    const auto i = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + i, values.end());
    return values[static_cast<std::size_t>(i)];
  };
  return {std::min(0.0, at(kOutermost)), std::max(0.0, at(1 - kOutermost))};
}

} // namespace

QPointF plottedOffset(const Correspondence& matches, std::size_t cell) {
  const Vec2f v = matches.pixels.values[cell];
  return QPointF(v.x, -v.y) / matches.pixels.step;
}

QPointF OffsetHistogram::middleOf(int column, int row) const {
  return {area.left() + (column + 0.5) * bin, area.top() + (row + 0.5) * bin};
}

OffsetHistogram offsetHistogram(const Correspondence& matches, const CellSet& only) {
  std::vector<double> xs, ys;
  const std::size_t count = matches.pixels.values.size();
  const std::size_t stride = std::max<std::size_t>(1, count / kSamples);
  xs.reserve(count / stride + 1);
  ys.reserve(count / stride + 1);
  for (std::size_t i = 0; i < count; i += stride) {
    const QPointF at = plottedOffset(matches, i);
    xs.push_back(at.x());
    ys.push_back(at.y());
  }
  const auto [left, right] = extentOf(xs);
  const auto [low, high] = extentOf(ys);
  const double longer = std::max({right - left, high - low, kLeastExtent});
  const double margin = kMargin * longer;
  OffsetHistogram histogram;
  histogram.bin = (longer + 2 * margin) / kOffsetBins;
  const QRectF wanted(left - margin, low - margin, right - left + 2 * margin,
                      high - low + 2 * margin);
  histogram.columns = std::max(1, static_cast<int>(std::ceil(wanted.width() / histogram.bin)));
  histogram.rows = std::max(1, static_cast<int>(std::ceil(wanted.height() / histogram.bin)));
  histogram.area = QRectF(
      wanted.topLeft(), QSizeF(histogram.columns * histogram.bin, histogram.rows * histogram.bin));
  histogram.counts.resize(static_cast<std::size_t>(histogram.columns) *
                          static_cast<std::size_t>(histogram.rows));
  for (std::size_t i = 0; i < count; ++i) {
    if (!only.contains(i)) continue;
    const QPointF at = (plottedOffset(matches, i) - histogram.area.topLeft()) / histogram.bin;
    const int column = static_cast<int>(std::floor(at.x()));
    const int row = static_cast<int>(std::floor(at.y()));
    if (column < 0 || row < 0 || column >= histogram.columns || row >= histogram.rows) continue;
    ++histogram.counts[static_cast<std::size_t>(row) * static_cast<std::size_t>(histogram.columns) +
                       static_cast<std::size_t>(column)];
  }
  return histogram;
}

std::vector<QPointF> offsetPoints(const Correspondence& matches, const CellSet& only,
                                  std::size_t most) {
  const std::size_t count = matches.pixels.values.size();
  const std::size_t counted = only.isSet() ? only.count() : count;
  const std::size_t stride = std::max<std::size_t>(1, (counted + most - 1) / most);
  std::vector<QPointF> points;
  points.reserve(counted / stride + 1);
  std::size_t seen = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (only.contains(i) && seen++ % stride == 0) points.push_back(plottedOffset(matches, i));
  }
  std::sort(points.begin(), points.end(),
            [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
  return points;
}

double ConfidenceHistogram::percentOf(std::size_t bin) const {
  return all == 0 ? 0 : 100.0 * counts[bin] / all;
}

std::size_t confidenceBin(float confidence) {
  const double place = std::clamp(static_cast<double>(confidence), 0.0, 1.0) * kConfidenceBins;
  return std::min(static_cast<std::size_t>(place), std::size_t{kConfidenceBins - 1});
}

ConfidenceHistogram confidenceHistogram(const Correspondence& matches, const CellSet& only) {
  ConfidenceHistogram histogram;
  histogram.counts.resize(kConfidenceBins);
  for (std::size_t i = 0; i < matches.confidence.values.size(); ++i) {
    if (!only.contains(i)) continue;
    ++histogram.counts[confidenceBin(matches.confidence.values[i])];
    ++histogram.all;
  }
  return histogram;
}

} // namespace refscale::ui
