#include "core/base/memory.h"

#include <unistd.h>

#include <fstream>

namespace refscale {

std::int64_t residentBytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t total = 0;
  std::int64_t resident = 0;
  if (!(file >> total >> resident)) return 0;
  return resident * ::sysconf(_SC_PAGESIZE);
}

} // namespace refscale
