// Long work on a large picture in runs of rows, so that a stop is heeded in between.
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/base/run_context.h"

namespace refscale {

// 64 MB of floats.
inline constexpr std::int64_t kBandValues = 1 << 24;

// Calls work(first, count) for one run of rows after the other, until all `rows` were had once;
// each holds at most `bandValues` values, `valuesOfARow` in a row, but a whole row at least. Throws
// Cancelled after the run in which a stop (StopScope) came.
template <typename Work>
void forEachBand(std::int64_t rows, std::int64_t valuesOfARow, const Work& work,
                 std::int64_t bandValues = kBandValues) {
  const std::int64_t most =
      std::max<std::int64_t>(1, bandValues / std::max<std::int64_t>(1, valuesOfARow));
  for (std::int64_t first = 0; first < rows; first += most) {
    work(first, std::min(most, rows - first));
    StopScope::check();
  }
}

} // namespace refscale
