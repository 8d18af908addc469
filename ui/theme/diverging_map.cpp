#include "ui/theme/diverging_map.h"

#include <algorithm>
#include <cmath>

namespace refscale::ui {
namespace {

// Every eighth from zero to the end: CIE L* from 10 to 90, as much chroma as sRGB has there.
using Knots = std::array<QRgb, 9>;
constexpr Knots kBelow = {0x1b1b1b, 0x273045, 0x204873, 0x01639b, 0x087eb9,
                          0x089ad7, 0x09b8f5, 0x6fd2ff, 0xbaeaff};
constexpr Knots kAbove = {0x1b1b1b, 0x432b22, 0x693b25, 0x8e4e23, 0xad6526,
                          0xc5823a, 0xdc9f4f, 0xf3be66, 0xffdea2};

DivergingTable makeTable() {
  DivergingTable table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double value = (static_cast<double>(i) - kDivergingMiddle) / kDivergingMiddle;
    table.at(i) = divergingColour(value).rgb();
  }
  return table;
}

} // namespace

QColor divergingColour(double value) {
  const Knots& knots = value < 0 ? kBelow : kAbove;
  const double place = std::min(std::abs(value), 1.0) * (knots.size() - 1);
  const auto lower = std::min(static_cast<std::size_t>(place), knots.size() - 2);
  const double part = place - static_cast<double>(lower);
  const QColor a(knots.at(lower));
  const QColor b(knots.at(lower + 1));
  const auto mix = [part](int x, int y) {
    return static_cast<int>(std::lround(x + part * (y - x)));
  };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

const DivergingTable& divergingTable() {
  static const DivergingTable table = makeTable();
  return table;
}

} // namespace refscale::ui
