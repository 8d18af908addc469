#include "ui/theme/color_maps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace refscale::ui {
namespace {

// Every thirty-second of each map; between them it is as good as linear.
using Knots = std::array<QRgb, 33>;
constexpr Knots kViridis = {0x440154, 0x470d60, 0x48186a, 0x482374, 0x472d7b, 0x453781, 0x424086,
                            0x3e4989, 0x3b528b, 0x375b8d, 0x33638d, 0x2f6b8e, 0x2c728e, 0x297a8e,
                            0x26828e, 0x23898e, 0x21918c, 0x1f978b, 0x1f9f88, 0x21a685, 0x27ad81,
                            0x31b57b, 0x3ebc74, 0x4dc26c, 0x5dc863, 0x6ece58, 0x82d34d, 0x95d840,
                            0xaadc32, 0xc0df25, 0xd5e21a, 0xeae51a, 0xfde725};
constexpr Knots kMagma = {0x000004, 0x030312, 0x0a0822, 0x130d34, 0x1d1147, 0x29115a, 0x36106b,
                          0x440f76, 0x51127c, 0x5d177f, 0x691c81, 0x762181, 0x822681, 0x8f2a81,
                          0x9c2e7f, 0xa9337d, 0xb6377a, 0xc33b75, 0xcf4070, 0xdb476a, 0xe65164,
                          0xee5c5e, 0xf46a5c, 0xf9785d, 0xfb8861, 0xfd9668, 0xfea571, 0xfeb47b,
                          0xfec287, 0xfed194, 0xfde0a1, 0xfceeb0, 0xfcfdbf};
constexpr Knots kInferno = {0x000004, 0x040312, 0x0b0724, 0x150b37, 0x210c4a, 0x2f0a5b, 0x3d0965,
                            0x4a0c6b, 0x57106e, 0x63156e, 0x70196e, 0x7d1e6d, 0x89226a, 0x962766,
                            0xa32c61, 0xaf315b, 0xbb3755, 0xc63d4d, 0xd14545, 0xda4f3c, 0xe35932,
                            0xeb6529, 0xf1721e, 0xf67f14, 0xf98d0a, 0xfb9b06, 0xfcaa0f, 0xfbba1f,
                            0xf9c932, 0xf5d949, 0xf2e865, 0xf3f586, 0xfcffa4};
constexpr Knots kCividis = {0x00224e, 0x00285b, 0x002e6a, 0x053371, 0x1a386f, 0x273e6e, 0x32436d,
                            0x3b496c, 0x434e6c, 0x4b546c, 0x535a6d, 0x5a5f6e, 0x61656f, 0x686a71,
                            0x6f7073, 0x767676, 0x7d7c78, 0x838179, 0x8b8778, 0x928d78, 0x9a9376,
                            0xa29975, 0xaaa073, 0xb3a670, 0xbbad6d, 0xc3b369, 0xccba64, 0xd4c15f,
                            0xddc858, 0xe6d051, 0xefd748, 0xf8df3c, 0xfee838};
constexpr Knots kTwilight = {0xe2d9e2, 0xd6d7dd, 0xc2ced4, 0xaac2cc, 0x94b4c6, 0x80a6c3, 0x7296c1,
                             0x6786be, 0x6276ba, 0x5f64b5, 0x5e51ac, 0x5d3da1, 0x592b8f, 0x511b77,
                             0x45135c, 0x381145, 0x301437, 0x3a113a, 0x4b1341, 0x5f174a, 0x741d4f,
                             0x882750, 0x983550, 0xa64550, 0xb25652, 0xbb6858, 0xc27c62, 0xc78f72,
                             0xcca288, 0xd1b5a2, 0xd8c6bd, 0xded3d4, 0xe2d9e2};
constexpr double kDarkestOnPhotos = 0.25;
constexpr int kLightened = 90; // of 255: how near the dark half of twilight comes to white

const Knots& knotsOf(ColorMap map) {
  switch (map) {
    case ColorMap::Magma:
      return kMagma;
    case ColorMap::Inferno:
      return kInferno;
    case ColorMap::Cividis:
      return kCividis;
    case ColorMap::Twilight:
      return kTwilight;
    case ColorMap::Viridis:
      break;
  }
  return kViridis;
}

std::array<QRgb, 256> makeTable(ColorMap map) {
  std::array<QRgb, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table.at(i) = colorAt(map, static_cast<double>(i) / 255).rgb();
  }
  return table;
}

} // namespace

QColor colorAt(ColorMap map, double value) {
  const Knots& knots = knotsOf(map);
  const double place = std::clamp(value, 0.0, 1.0) * (knots.size() - 1);
  const auto lower = std::min(static_cast<std::size_t>(place), knots.size() - 2);
  const double part = place - static_cast<double>(lower);
  const QColor a(knots.at(lower));
  const QColor b(knots.at(lower + 1));
  const auto mix = [part](int x, int y) {
    return static_cast<int>(std::lround(x + part * (y - x)));
  };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor viridis(double value) {
  return colorAt(ColorMap::Viridis, value);
}

const std::array<QRgb, 256>& colorTable(ColorMap map) {
  static const std::array tables = {makeTable(ColorMap::Viridis), makeTable(ColorMap::Magma),
                                    makeTable(ColorMap::Inferno), makeTable(ColorMap::Cividis),
                                    makeTable(ColorMap::Twilight)};
  return tables.at(static_cast<std::size_t>(map));
}

QColor confidenceColour(double confidence) {
  return viridis(kDarkestOnPhotos + (1 - kDarkestOnPhotos) * confidence);
}

QColor directionColour(double turn) {
  const QColor c = colorAt(ColorMap::Twilight, turn);
  const auto lightened = [](int v) { return v + (255 - v) * kLightened / 255; };
  return {lightened(c.red()), lightened(c.green()), lightened(c.blue())};
}

} // namespace refscale::ui
