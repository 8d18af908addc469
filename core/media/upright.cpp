#include <algorithm>
#include <array>
#include <cstring>

#include "core/media/codec.h"
#include "core/media/parallel.h"

namespace refscale::media {
namespace {

// Where the pixel (x, y) of the upright picture lies in the stored one: EXIF 2.32, tag 0x0112.
struct Place {
  int x;
  int y;
};
Place storedPlace(int orientation, int x, int y, int width, int height) {
  switch (orientation) {
    case 2:
      return {width - 1 - x, y};
    case 3:
      return {width - 1 - x, height - 1 - y};
    case 4:
      return {x, height - 1 - y};
    case 5:
      return {y, x};
    case 6:
      return {y, height - 1 - x};
    case 7:
      return {width - 1 - y, height - 1 - x};
    case 8:
      return {width - 1 - y, x};
    default:
      return {x, y};
  }
}

template <std::size_t kBytes>
void turnBand(const Picture& stored, Picture& turned, int orientation, int begin, int end) {
  for (int y = begin; y < end; ++y) {
    // Along a row the stored place moves by a constant step.
    const Place first = storedPlace(orientation, 0, y, stored.width(), stored.height());
    const Place second = storedPlace(orientation, 1, y, stored.width(), stored.height());
    const auto stride = static_cast<std::ptrdiff_t>(stored.stride());
    const std::ptrdiff_t step =
        (second.x - first.x) * static_cast<std::ptrdiff_t>(kBytes) + (second.y - first.y) * stride;
    const std::ptrdiff_t start = static_cast<std::ptrdiff_t>(kBytes) * first.x + stride * first.y;
    std::byte* target = turned.row<std::byte>(y);
    for (int x = 0; x < turned.width(); ++x, target += kBytes) {
      std::memcpy(target, stored.bytes().data() + (start + step * x), kBytes);
    }
  }
}

void turn(const Picture& stored, Picture& turned, int orientation, int begin, int end) {
  switch (stored.channels() * sampleBytes(stored.sample())) {
    case 1:
      return turnBand<1>(stored, turned, orientation, begin, end);
    case 2:
      return turnBand<2>(stored, turned, orientation, begin, end);
    case 3:
      return turnBand<3>(stored, turned, orientation, begin, end);
    case 4:
      return turnBand<4>(stored, turned, orientation, begin, end);
    case 6:
      return turnBand<6>(stored, turned, orientation, begin, end);
    case 8:
      return turnBand<8>(stored, turned, orientation, begin, end);
    case 12:
      return turnBand<12>(stored, turned, orientation, begin, end);
    default:
      return turnBand<16>(stored, turned, orientation, begin, end);
  }
}

} // namespace

Picture upright(Picture picture, int orientation) {
  if (orientation <= 1 || orientation > 8) return picture;
  const bool swap = swapsSides(orientation);
  Picture turned(swap ? picture.height() : picture.width(),
                 swap ? picture.width() : picture.height(), picture.channels(), picture.sample());
  copyAttributes(picture, turned);
  constexpr int kBandRows = 64;
  parallelFor((turned.height() - 1) / kBandRows + 1, [&](int band) {
    const int begin = band * kBandRows;
    turn(picture, turned, orientation, begin, std::min(turned.height(), begin + kBandRows));
  });
  return turned;
}

Picture turned(const Picture& picture, int quarters) {
  constexpr std::array kOrientations = {1, 6, 3, 8}; // that lie so in a file
  return upright(picture, kOrientations.at(static_cast<std::size_t>((quarters % 4 + 4) % 4)));
}

} // namespace refscale::media
