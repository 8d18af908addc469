#include "ui/maps/map_stats.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace refscale::ui {
namespace {

constexpr double kUniqueEnough = 0.1; // the gap from which on a match rarely is one of many
constexpr double kOneCell = 4;        // output pixels
constexpr double kHalfWeight = 0.5;

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

float quantile(std::vector<float>& values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

bool countsForShare(MapKind kind, float value, float sure) {
  switch (kind) {
    case MapKind::Uniqueness:
      return value >= kUniqueEnough;
    case MapKind::ForwardBackward:
      return value <= kOneCell;
    case MapKind::MaskWeight:
      return value >= kHalfWeight;
    case MapKind::Confidence:
      return value >= sure;
    default:
      return value > 0;
  }
}

// Mean direction and circular standard deviation, sqrt(-2 ln R), of what is sure.
void addDirections(const MapField& field, MapStats& stats) {
  std::complex<double> sum;
  double count = 0;
  const Field<float>& values = field.values;
  for (int y = 0; y < values.height; ++y) {
    for (int x = 0; x < values.width; ++x) {
      const float value = values.at(x, y);
      const QPointF middle((x + 0.5) * values.step, (y + 0.5) * values.step);
      const float certainty = valueAt(field.certainty, middle);
      if (!std::isfinite(value) || !(certainty >= field.sure)) continue;
      sum += std::polar(1.0, radians(value));
      ++count;
    }
  }
  if (count == 0) return;
  const double mean = std::arg(sum) * 180 / std::numbers::pi;
  stats.median = mean < 0 ? mean + 360 : mean;
  const double length = std::clamp(std::abs(sum) / count, 1e-12, 1.0);
  stats.spread = std::sqrt(-2 * std::log(length)) * 180 / std::numbers::pi;
}

} // namespace

double placeOf(const MapRange& range, double value) {
  if (range.logarithmic) {
    const double low = std::log(std::max(range.low, kLeastLog));
    const double high = std::log(std::max(range.high, 2 * kLeastLog));
    return (std::log(std::max(value, kLeastLog)) - low) / std::max(high - low, 1e-9);
  }
  return (value - range.low) / std::max(range.high - range.low, 1e-9);
}

MapStats statsOf(const MapField& field) {
  MapStats stats;
  std::vector<float> valid;
  valid.reserve(field.values.values.size());
  std::copy_if(field.values.values.begin(), field.values.values.end(), std::back_inserter(valid),
               [](float v) { return std::isfinite(v); });
  const auto all = static_cast<double>(std::max<std::size_t>(1, field.values.values.size()));
  stats.invalid = 1 - static_cast<double>(valid.size()) / all;
  const MapKind kind = field.choice.kind;
  if (kind == MapKind::WhichReference) {
    for (const float v : valid) {
      const auto index = static_cast<std::size_t>(v);
      if (index >= stats.references.size()) stats.references.resize(index + 1);
      stats.references[index] += 1 / all;
    }
    return stats;
  }
  const auto counted = std::count_if(valid.begin(), valid.end(),
                                     [&](float v) { return countsForShare(kind, v, field.sure); });
  stats.share = static_cast<double>(counted) / all;
  if (kind == MapKind::OffsetDirection) {
    addDirections(field, stats);
    return stats;
  }
  stats.percentiles.low = quantile(valid, 0.01);
  stats.percentiles.high = quantile(valid, 0.99);
  stats.median = quantile(valid, 0.5);
  return stats;
}

bool hasRange(MapKind kind) {
  return kind != MapKind::OffsetDirection && kind != MapKind::Borrowed &&
         kind != MapKind::WhichReference;
}

bool mayBeLogarithmic(MapKind kind) {
  return kind == MapKind::ForwardBackward || kind == MapKind::OffsetLength;
}

MapRange rangeFor(const MapField& field, const MapStats& stats, RangeRule rule, MapRange typed) {
  const MapKind kind = field.choice.kind;
  MapRange range;
  if (kind == MapKind::OffsetDirection) {
    range.high = 360;
  } else if (rule == RangeRule::Typed && typed.high > typed.low) {
    range = typed;
  } else if (rule == RangeRule::Percentiles || kind == MapKind::OffsetLength) {
    range = stats.percentiles;
    if (range.high <= range.low) range.high = range.low + 1; // all alike
  } else if (kind == MapKind::Uniqueness) {
    range.high = 0.5;
  } else if (kind == MapKind::ForwardBackward) {
    range.high = 16;
  }
  range.logarithmic = typed.logarithmic && mayBeLogarithmic(kind);
  if (range.logarithmic) {
    range.low = std::max(range.low, kLeastLog);
    range.high = std::max(range.high, 2 * range.low);
  }
  return range;
}

double outOfRange(const Field<float>& values, const MapRange& range) {
  std::size_t outside = 0;
  for (const float v : values.values) {
    if ((v < range.low && !range.logarithmic) || v > range.high) ++outside;
  }
  return values.empty() ? 0
                        : static_cast<double>(outside) / static_cast<double>(values.values.size());
}

} // namespace refscale::ui
