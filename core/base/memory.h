// What this process takes of the machine's memory.
#pragma once

#include <cstdint>

namespace refscale {

// Bytes in memory now (Linux: /proc/self/statm); 0 where that is not known.
[[nodiscard]] std::int64_t residentBytes();

} // namespace refscale
