// The house on the right: a cafe under a striped awning, ivy climbing above it, bills on the wall.
#include <array>
#include <cmath>

#include "core/demo/scene.h"

namespace refscale::demo {
namespace {

constexpr double kLeft = 2.4;
constexpr double kRight = 8.6;
constexpr double kTop = 8.2;

void awning(Paint& wall) {
  const Box cloth{2.75, 2.55, 6.55, 3.3};
  constexpr double kStripe = 0.19;
  int i = 0;
  for (double x = cloth.left; x < cloth.right - 0.01; x += kStripe, ++i) {
    const Colour colour = i % 2 == 0 ? Colour{186, 44, 48} : Colour{240, 232, 214};
    // Wider below, as it slopes towards the street.
    const double middle = (cloth.left + cloth.right) / 2;
    const auto below = [&](double v) { return middle + (v - middle) * 1.05; };
    wall.polygon({{x, cloth.top},
                  {x + kStripe, cloth.top},
                  {below(x + kStripe), cloth.bottom},
                  {below(x), cloth.bottom}},
                 colour);
    wall.ellipse(below(x + kStripe / 2), cloth.bottom, kStripe * 0.52, 0.1, 0, colour.times(0.9));
  }
  wall.shade({2.6, cloth.bottom - 0.12, 6.7, cloth.top}, 0.82, 1.12);
  wall.shade({2.6, 1.95, 6.7, cloth.bottom - 0.12}, 1.0, 0.55);
}

void menuBoard(Paint& wall, const Box& b) {
  wall.panel(b, 0.04, {96, 64, 40});
  wall.box(b.inset(0.06), {36, 40, 42});
  constexpr std::array kLines = {"Espresso 2.10", "Cortado 2.60", "Cacao 3.20", "Lemon tart 4",
                                 "Soup & bread 6"};
  wall.textCentred("Today", (b.left + b.right) / 2, b.top - 0.28, 0.14, Letters::Script, 0.1,
                   {240, 214, 130});
  for (std::size_t i = 0; i < kLines.size(); ++i) {
    wall.text(kLines.at(i), b.left + 0.1, b.top - 0.48 - 0.17 * static_cast<double>(i), 0.07,
              Letters::Plain, 0.12, {232, 232, 224});
  }
}

void cafeFront(Paint& wall) {
  const Colour wood{44, 70, 104};
  wall.panel({2.6, 0.05, 8.5, 3.3}, 0.04, wood);
  const Box window{2.8, 0.75, 4.9, 2.3};
  wall.box(window, {58, 44, 36});
  wall.shade(window, 1.7, 0.9);
  // Lamps, bottles and chairs inside.
  Random random(201);
  for (double x = 2.95; x < 4.85; x += 0.16) {
    const Colour glass = random.chance(0.5) ? Colour{70, 120, 84} : Colour{176, 120, 60};
    wall.box({x, 1.02, x + 0.07, 1.26}, glass.varied(random, 0.2));
    wall.box({x + 0.02, 1.26, x + 0.05, 1.36}, glass.times(0.8));
  }
  wall.box({2.8, 0.97, 4.9, 1.02}, {150, 108, 66});
  for (const double x : {3.2, 3.85, 4.5}) {
    wall.line(x, 2.3, x, 2.0, 0.015, {20, 20, 20});
    wall.polygon({{x - 0.14, 1.86}, {x + 0.14, 1.86}, {x + 0.05, 2.02}, {x - 0.05, 2.02}},
                 {224, 178, 84});
    wall.ellipse(x, 1.86, 0.07, 0.05, 0, {255, 240, 190});
  }
  wall.textCentred("Cafe Aurora", 3.85, 1.5, 0.22, Letters::Script, 0.1, {250, 238, 200});
  for (const double x : {2.8, 4.9})
    wall.panel({x - 0.035, 0.72, x + 0.035, 2.34}, 0.012, wood.times(1.3));
  for (double x = 2.76; x < 4.8; x += 0.72)
    wall.panel({x, 0.15, x + 0.64, 0.66}, 0.03, wood.times(1.25));
  // The door, right of the bills.
  wall.panel({7.4, 0.05, 8.3, 2.35}, 0.05, wood.times(1.2));
  paintWindow(wall, {7.55, 0.9, 8.15, 2.2},
              {.frame = wood.times(1.5), .columns = 2, .rows = 3, .curtains = false}, 61);
  wall.panel({7.55, 0.2, 8.15, 0.78}, 0.04, wood);
  menuBoard(wall, {4.98, 0.45, 5.78, 1.8});
}

void poster(Paint& wall, const Box& b, int kind, Random& random) {
  wall.box({b.left - 0.01, b.bottom - 0.02, b.right + 0.02, b.top}, {70, 64, 58});
  constexpr std::array<Colour, 4> kPaper = {
      {{232, 196, 84}, {226, 222, 206}, {52, 108, 128}, {204, 84, 58}}};
  wall.box(b, kPaper.at(kind % 4));
  const double x = (b.left + b.right) / 2;
  constexpr std::array kTitles = {"JAZZ", "ZOO", "OPERA", "CIRCO"};
  const Colour ink = kind % 4 < 2 ? Colour{36, 30, 44} : Colour{248, 240, 220};
  for (int i = 5; i > 0; --i) {
    const double r = b.width() * 0.075 * i;
    wall.ellipse(x, b.bottom + b.height() * 0.48, r, r, 0,
                 i % 2 == 0 ? kPaper.at((kind + 1) % 4) : kPaper.at((kind + 3) % 4));
  }
  wall.textCentred(kTitles.at(kind % 4), x, b.top - 0.2, 0.13, Letters::Roman, 0.14, ink);
  for (int i = 0; i < 4; ++i) {
    const double y = b.bottom + 0.04 + 0.035 * i;
    wall.line(b.left + 0.05, y, b.right - random.uniform(0.05, 0.2), y, 0.014, ink);
  }
}

void bills(Paint& wall, Moment moment) {
  Random random(211);
  int kind = 0;
  for (const double y : {0.55, 1.4}) {
    for (const double x : {5.92, 6.56}) {
      // One bill was pasted over between the two pictures.
      const int shown = moment == Moment::Reference && kind == 2 ? kind + 1 : kind;
      poster(wall, {x, y, x + 0.56, y + 0.78}, shown, random);
      ++kind;
    }
  }
}

void ivy(Paint& wall) {
  Random random(221);
  const Colour green{78, 116, 48};
  // Stems first, then leaves in clouds along them.
  for (int stem = 0; stem < 7; ++stem) {
    double x = 6.6 + 0.28 * stem;
    double y = 0.1 + 2.6;
    for (int i = 0; i < 20; ++i) {
      const double nx = x + random.uniform(-0.16, 0.1);
      const double ny = y + 0.25;
      wall.line(x, y, nx, ny, 0.025, {86, 66, 44});
      wall.leaves(nx, ny, 0.28, 0.26, 26, 0.12, green, random);
      x = nx;
      y = ny;
    }
  }
  wall.leaves(5.6, 7.5, 1.2, 0.42, 420, 0.12, green, random);
  wall.leaves(3.9, 7.7, 1.1, 0.3, 300, 0.12, green.times(0.95), random);
}

} // namespace

void paintCafe(Paint& wall, Moment moment) {
  const Box area{kLeft, 0, kRight, kTop};
  wall.box(area, {176, 190, 178});
  wall.grain(area, 0.9, 0.1, 231);
  wall.grain(area, 0.06, 0.09, 232);
  // Plaster that has come off shows the stones below.
  Random random(233);
  for (int i = 0; i < 60; ++i) {
    const double x = 2.55 + random.uniform(-0.1, 0.3);
    const double y = random.uniform(3.5, 7.6);
    wall.ellipse(x, y, 0.07, 0.045, random.uniform(-8, 8),
                 Colour{150, 132, 112}.varied(random, 0.2));
  }
  for (const double x : {3.2, 5.1}) {
    wall.panel({x - 0.14, 4.1, x + 1.24, 6.2}, 0.03, {232, 230, 220});
    paintWindow(wall, {x, 4.2, x + 1.1, 6.05}, {.frame = {126, 60, 48}, .columns = 2, .rows = 3},
                71 + static_cast<std::uint64_t>(x));
    paintFlowerBox(wall, x - 0.05, 4.12, 1.2, x < 4 ? Colour{206, 74, 150} : Colour{236, 232, 226},
                   81 + static_cast<std::uint64_t>(x));
  }
  cafeFront(wall);
  bills(wall, moment);
  ivy(wall);
  awning(wall);
}

} // namespace refscale::demo
