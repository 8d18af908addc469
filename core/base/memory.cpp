#include "core/base/memory.h"

#include <unistd.h>

#include <fstream>
#include <string>

namespace refscale {

std::int64_t residentBytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t total = 0;
  std::int64_t resident = 0;
  if (!(file >> total >> resident)) return 0;
  return resident * ::sysconf(_SC_PAGESIZE);
}

std::int64_t availableBytes() {
  std::ifstream file("/proc/meminfo");
  std::string key;
  std::int64_t kib = 0;
  for (std::string rest; file >> key >> kib; std::getline(file, rest)) {
    if (key == "MemAvailable:") return kib * 1024;
  }
  return 0;
}

void restartPeak() {
  std::ofstream("/proc/self/clear_refs") << 5; // proc(5): resets the peak resident set size
}

} // namespace refscale
