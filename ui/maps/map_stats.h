// What a map's legend says in numbers: range, median, shares; means of directions go around the
// circle. Slow for large maps: for the background.
#pragma once

#include <vector>

#include "ui/maps/map_field.h"

namespace refscale::ui {

struct MapRange {
  double low = 0;
  double high = 1;
  bool logarithmic = false; // of lengths and errors: the lower end then is at least kLeastLog

  friend bool operator==(const MapRange&, const MapRange&) = default;
};
inline constexpr double kLeastLog = 0.05;

// Where on the bar a value is: 0 the foot, 1 the head; outside of them for values out of range.
[[nodiscard]] double placeOf(const MapRange& range, double value);

enum class RangeRule { Usual, Percentiles, Typed };

struct MapStats {
  MapRange percentiles; // 1st to 99th
  double median = 0;    // of directions: the circular mean of sure positions
  double spread = 0;    // of directions: circular standard deviation in degrees
  double share = 0;     // the kind's own: above 0.5, within 4 px, ...; of Borrowed: borrowed
  double invalid = 0;   // without a value
  std::vector<double> references; // of Which reference: share of each
};
[[nodiscard]] MapStats statsOf(const MapField& field);

// The range by a rule; `typed` is taken as it is where its ends differ.
[[nodiscard]] MapRange rangeFor(const MapField& field, const MapStats& stats, RangeRule rule,
                                MapRange typed);
[[nodiscard]] bool hasRange(MapKind kind); // a colour bar, not a wheel or classes
[[nodiscard]] bool mayBeLogarithmic(MapKind kind);

// Share of the cells with a value outside of the range.
[[nodiscard]] double outOfRange(const Field<float>& values, const MapRange& range);

} // namespace refscale::ui
