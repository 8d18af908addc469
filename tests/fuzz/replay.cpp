// Stands in for libFuzzer where a compiler has none: runs a fuzz target over a folder of seeds and
// over the same broken copies of them each time. Finds nothing new; shows that targets and parsers
// still hold. replay FOLDER [COPIES]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <vector>

#include "core/base/files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

// Cut off, overwritten, doubled: what bad disks and bad people do to files.
Bytes broken(const Bytes& seed, std::mt19937& random) {
  Bytes copy = seed;
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
  for (auto edits = 1 + below(4); edits > 0; --edits) {
    const std::size_t at = below(copy.size());
    switch (below(4)) {
      case 0:
        copy.resize(at);
        break;
      case 1:
        std::fill_n(copy.begin() + static_cast<std::ptrdiff_t>(at),
                    std::min<std::size_t>(below(8), copy.size() - at), below(2) == 0 ? 0xff : 0x00);
        break;
      case 2:
        copy.insert(copy.end(), seed.begin() + static_cast<std::ptrdiff_t>(below(seed.size())),
                    seed.end());
        break;
      default:
        if (!copy.empty()) copy[at] = static_cast<std::uint8_t>(random());
    }
  }
  return copy;
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: replay FOLDER [COPIES]\n", stderr);
    return 2;
  }
  const int copies = argc > 2 ? std::atoi(argv[2]) : 1000;
  int seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    const auto file = refscale::readFile(entry.path());
    Bytes seed(file.size());
    std::transform(file.begin(), file.end(), seed.begin(),
                   [](std::byte b) { return std::to_integer<std::uint8_t>(b); });
    LLVMFuzzerTestOneInput(seed.data(), seed.size());
    std::mt19937 random(static_cast<unsigned>(seed.size()));
    for (int i = 0; i < copies; ++i) {
      const Bytes copy = broken(seed, random);
      LLVMFuzzerTestOneInput(copy.data(), copy.size());
    }
    ++seeds;
  }
  std::printf("%d seeds, %d broken copies of each\n", seeds, copies);
  return seeds > 0 ? 0 : 1;
}
