#include "tests/support/discs.h"

#include <cmath>
#include <vector>

#include "core/media/resample.h"

namespace refscale::test {
namespace {

struct Disc {
  double x, y, r;
  unsigned colour;
};

std::vector<Disc> sceneOf(unsigned seed) {
  unsigned state = seed;
  const auto random = [&] { return state = state * 1664525U + 1013904223U, (state >> 8U) % 1000U; };
  std::vector<Disc> scene;
  for (int i = 0; i < 500; ++i) {
    const double x = random() * 0.5 - 250;
    const double y = random() * 0.5 - 250;
    scene.push_back({x, y, 2 + random() * 0.012, random() * 1000U + random()});
  }
  return scene;
}

// Pixel -> scene.
DiscPlace sceneAt(const DiscView& v, DiscPlace pixel) {
  const double u = pixel.x - v.width / 2.0;
  const double w = pixel.y - v.height / 2.0;
  const double depth = 1 + v.tilt * u / (v.width / 2.0);
  const double x = u / (v.scale * depth);
  const double y = w / (v.scale * depth);
  return {x * std::cos(v.turn) - y * std::sin(v.turn), x * std::sin(v.turn) + y * std::cos(v.turn)};
}

// Scene -> pixel, the inverse.
DiscPlace pixelAt(const DiscView& v, DiscPlace scene) {
  const double x = scene.x * std::cos(v.turn) + scene.y * std::sin(v.turn);
  const double y = -scene.x * std::sin(v.turn) + scene.y * std::cos(v.turn);
  // u = x s (1 + k u), so u = x s / (1 - k x s)
  const double k = v.tilt / (v.width / 2.0);
  const double u = x * v.scale / (1 - k * x * v.scale);
  return {u + v.width / 2.0, y * v.scale * (1 + k * u) + v.height / 2.0};
}

} // namespace

media::Picture discs(const DiscView& view) {
  const std::vector<Disc> scene = sceneOf(view.seed);
  media::Picture p(view.width, view.height, 3, media::Sample::U8);
  for (int y = 0; y < view.height; ++y) {
    auto* row = p.row<std::uint8_t>(y);
    for (int x = 0; x < view.width; ++x) {
      unsigned sum[3] = {};
      for (const double dy : {-0.25, 0.25}) {
        for (const double dx : {-0.25, 0.25}) {
          const DiscPlace at = sceneAt(view, {x + dx, y + dy});
          unsigned colour = 0;
          for (const Disc& d : scene) {
            const double ex = at.x - d.x;
            const double ey = at.y - d.y;
            if (ex * ex + ey * ey <= d.r * d.r) colour = d.colour;
          }
          for (unsigned c = 0; c < 3; ++c) sum[c] += (colour >> (4U * c)) & 0xffU;
        }
      }
      for (int c = 0; c < 3; ++c) row[3 * x + c] = static_cast<std::uint8_t>(sum[c] / 4);
    }
  }
  return p;
}

media::Picture enlarged(const media::Picture& truth) {
  return media::resizeBicubicU8(
      media::resizeBicubicU8(truth, truth.width() / 4, truth.height() / 4), truth.width(),
      truth.height());
}

DiscPlace placeIn(const DiscView& to, const DiscView& from, DiscPlace pixel) {
  return pixelAt(to, sceneAt(from, pixel));
}

} // namespace refscale::test
