#include "ui/theme/color_maps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace refscale::ui {
namespace {

// Every eighth of the map; between them it is as good as linear.
constexpr std::array<QRgb, 9> kViridis = {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c,
                                          0x28ae80, 0x5ec962, 0xaddc30, 0xfde725};
constexpr double kDarkestOnPhotos = 0.25;

} // namespace

QColor viridis(double value) {
  const double place = std::clamp(value, 0.0, 1.0) * (kViridis.size() - 1);
  const auto lower = std::min(static_cast<std::size_t>(place), kViridis.size() - 2);
  const double part = place - static_cast<double>(lower);
  const QColor a(kViridis[lower]);
  const QColor b(kViridis[lower + 1]);
  const auto mix = [part](int x, int y) {
    return static_cast<int>(std::lround(x + part * (y - x)));
  };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor confidenceColour(double confidence) {
  return viridis(kDarkestOnPhotos + (1 - kDarkestOnPhotos) * confidence);
}

} // namespace refscale::ui
