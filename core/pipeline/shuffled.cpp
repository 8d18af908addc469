#include "core/pipeline/shuffled.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <random>
#include <vector>

namespace refscale::pipeline {

media::Picture shuffledInBlocks(const media::Picture& picture, int block) {
  const int columns = picture.width() / block;
  const int rows = picture.height() / block;
  std::vector<std::size_t> from(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  std::iota(from.begin(), from.end(), std::size_t{0});
  std::mt19937 random(1); // NOLINT(bugprone-random-generator-seed): the same on every machine
  for (std::size_t i = from.size(); i > 1; --i) std::swap(from[i - 1], from[random() % i]);

  media::Picture shuffled = picture;
  shuffled.fileHash.clear(); // these are not the pixels of the file
  const std::size_t pixel =
      static_cast<std::size_t>(picture.channels()) * media::sampleBytes(picture.sample());
  const std::size_t run = pixel * static_cast<std::size_t>(block);
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto across = static_cast<std::size_t>(columns);
    const int toY = static_cast<int>(i / across) * block;
    const int fromY = static_cast<int>(from[i] / across) * block;
    for (int y = 0; y < block; ++y) {
      std::memcpy(shuffled.row<std::byte>(toY + y) + i % across * run,
                  picture.row<std::byte>(fromY + y) + from[i] % across * run, run);
    }
  }
  return shuffled;
}

} // namespace refscale::pipeline
