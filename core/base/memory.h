// What this process takes of the machine's memory, and what there is for it.
#pragma once

#include <cstdint>

namespace refscale {

// Bytes in memory now (Linux: /proc/self/statm); 0 where that is not known.
[[nodiscard]] std::int64_t residentBytes();

// Bytes that programs may still take without swapping (Linux: MemAvailable); 0 where that is not
// known.
[[nodiscard]] std::int64_t availableBytes();

// Lets the process's peak (getrusage's ru_maxrss) be counted from now on, where the system can.
void restartPeak();

} // namespace refscale
