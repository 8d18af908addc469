// Long work on a large picture in runs of rows, so that a stop is heeded in between.
#pragma once

#include <algorithm>
#include <cstdint>

#include "core/base/run_context.h"

namespace refscale {

// Calls work(first, count) for one run of rows after the other; each holds about 16 million values,
// `valuesOfARow` in a row. Throws Cancelled.
template <typename Work>
void forEachBand(std::int64_t rows, std::int64_t valuesOfARow, const Work& work) {
  constexpr std::int64_t kValues = 1 << 24;
  const std::int64_t most =
      std::max<std::int64_t>(1, kValues / std::max<std::int64_t>(1, valuesOfARow));
  for (std::int64_t first = 0; first < rows; first += most) {
    work(first, std::min(most, rows - first));
    StopScope::check();
  }
}

} // namespace refscale
