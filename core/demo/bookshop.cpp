// The brick house on the left with its bookshop.
#include <algorithm>
#include <array>

#include "core/demo/scene.h"

namespace refscale::demo {
namespace {

constexpr double kLeft = -8.2;
constexpr double kRight = -2.3;
constexpr double kTop = 8.2;

void bricks(Paint& wall, const Box& area, std::uint64_t seed) {
  Random random(seed);
  constexpr double kCourse = 0.105;
  constexpr double kMortar = 0.014;
  wall.box(area, {178, 166, 150});
  int course = 0;
  for (double y = area.bottom; y < area.top; y += kCourse, ++course) {
    // Flemish bond: long and short bricks by turns, shifted every second course.
    double x = area.left - (course % 2 == 0 ? 0.0 : 0.215);
    for (int i = 0; x < area.right; ++i) {
      const double length = i % 2 == 0 ? 0.29 : 0.14;
      const Box brick{std::max(x, area.left), y, std::min(x + length - kMortar, area.right),
                      std::min(y + kCourse - kMortar, area.top)};
      x += length;
      if (brick.width() <= 0.01) continue;
      Colour colour = Colour{158, 82, 62}.varied(random, 0.16);
      if (random.chance(0.12)) colour = Colour{112, 66, 60}.varied(random, 0.12);
      if (random.chance(0.06)) colour = Colour{190, 120, 88}.varied(random, 0.1);
      wall.box(brick, colour);
      wall.line(brick.left, brick.bottom, brick.right, brick.bottom, 0.008, colour.times(0.7));
    }
  }
}

// A course of stone blocks over the shop and under the roof, with teeth below.
void cornice(Paint& wall, double y, double height) {
  const Colour stone{198, 186, 164};
  wall.box({kLeft, y, kRight, y + height}, stone);
  wall.shade({kLeft, y, kRight, y + height}, 0.7, 1.1);
  for (double x = kLeft; x < kRight - 0.05; x += 0.2) {
    wall.box({x, y - 0.1, x + 0.11, y}, stone.times(0.92));
    wall.box({x + 0.11, y - 0.1, x + 0.14, y}, stone.times(0.5));
  }
  wall.shade({kLeft, y - 0.32, kRight, y - 0.1}, 1.0, 0.66);
}

void stoneWindow(Paint& wall, double x, double y, std::uint64_t seed) {
  const Box opening{x, y, x + 1.15, y + 1.85};
  const Colour stone{206, 194, 172};
  wall.box({opening.left - 0.16, opening.bottom - 0.14, opening.right + 0.16, opening.bottom},
           stone.times(0.94)); // sill
  // Blocks by turns wide and narrow at the sides, wedges above.
  Random random(seed);
  for (int i = 0; i < 8; ++i) {
    const double low = opening.bottom + i * 0.231;
    const double wide = i % 2 == 0 ? 0.2 : 0.12;
    wall.panel({opening.left - wide, low, opening.left, low + 0.225}, 0.012,
               stone.varied(random, 0.06));
    wall.panel({opening.right, low, opening.right + wide, low + 0.225}, 0.012,
               stone.varied(random, 0.06));
  }
  for (int i = -3; i <= 3; ++i) {
    const double middle = x + 0.575;
    const double foot = middle + i * 0.165;
    const double head = middle + i * 0.205;
    const double rise = i == 0 ? 0.42 : 0.32;
    wall.polygon({{foot - 0.078, opening.top},
                  {foot + 0.078, opening.top},
                  {head + 0.096, opening.top + rise},
                  {head - 0.096, opening.top + rise}},
                 stone.varied(random, 0.08));
  }
  paintWindow(wall, opening, {.frame = {236, 232, 220}, .columns = 2, .rows = 3}, seed);
  wall.shade(
      {opening.left - 0.18, opening.bottom - 0.34, opening.right + 0.18, opening.bottom - 0.14},
      1.0, 0.7);
}

// Rows of books on boards behind the glass, some lying, some with their cover to the street.
void bookShelves(Paint& wall, const Box& area, std::uint64_t seed) {
  constexpr std::array<Colour, 8> kCloth = {{{132, 36, 40},
                                             {28, 62, 104},
                                             {34, 84, 62},
                                             {196, 158, 74},
                                             {222, 212, 190},
                                             {88, 52, 96},
                                             {206, 104, 48},
                                             {52, 52, 58}}};
  Random random(seed);
  wall.box(area, {52, 38, 28});
  wall.shade(area, 1.5, 0.8);
  constexpr int kBoards = 4;
  const double step = area.height() / kBoards;
  for (int board = 0; board < kBoards; ++board) {
    const double low = area.bottom + board * step + 0.03;
    double x = area.left + 0.03;
    while (x < area.right - 0.1) {
      const Colour cloth = kCloth.at(random.below(8)).varied(random, 0.15);
      if (random.chance(0.08)) { // a cover
        const double w = std::min(0.24, area.right - 0.03 - x);
        wall.panel({x, low, x + w, low + step * 0.8}, 0.01, cloth);
        wall.box({x + 0.03, low + step * 0.5, x + w - 0.03, low + step * 0.66}, cloth.times(1.7));
        wall.ellipse(x + w / 2, low + step * 0.28, w * 0.26, w * 0.26, 0, cloth.times(0.55));
        x += w + 0.02;
        continue;
      }
      const double thick = random.uniform(0.035, 0.075);
      const double high = step * random.uniform(0.58, 0.84);
      wall.box({x, low, x + thick - 0.006, low + high}, cloth);
      wall.box({x, low + high * 0.72, x + thick - 0.006, low + high * 0.8}, {214, 184, 96});
      wall.box({x, low + high * 0.2, x + thick - 0.006, low + high * 0.24}, {214, 184, 96});
      x += thick;
    }
    wall.box({area.left, low - 0.03, area.right, low}, {128, 92, 58});
  }
}

void shopFront(Paint& wall, Moment moment) {
  const Colour wood{26, 66, 58};
  wall.panel({-7.9, 0.05, -2.5, 3.25}, 0.04, wood);
  // The sign: gold letters on dark green.
  wall.panel({-7.75, 2.55, -2.65, 3.15}, 0.03, {18, 48, 44});
  wall.textCentred("MERIDIAN BOOKS", -4.12, 2.74, 0.21, Letters::Roman, 0.1, {226, 190, 104});
  const Box glass{-5.75, 0.72, -2.75, 2.4};
  bookShelves(wall, glass, 11);
  for (const double x : {-5.75, -4.75, -3.75}) {
    wall.panel({x - 0.04, 0.68, x + 0.04, 2.44}, 0.015, wood.times(1.15));
  }
  wall.panel({-2.79, 0.68, -2.71, 2.44}, 0.015, wood.times(1.15));
  wall.panel({-5.7, 2.2, -2.8, 2.42}, 0.015, {18, 48, 44});
  wall.textCentred("Maps & Prints since 1887", -4.12, 2.26, 0.11, Letters::Roman, 0.1,
                   {240, 226, 180});
  for (double x = -5.7; x < -2.8; x += 0.75) {
    wall.panel({x, 0.14, x + 0.66, 0.62}, 0.03, wood.times(1.2));
  }
  // The door, with a bill whose text changed between the pictures.
  wall.panel({-6.85, 0.05, -5.95, 2.4}, 0.05, wood.times(0.8));
  paintWindow(wall, {-6.7, 1.0, -6.1, 2.25},
              {.frame = wood.times(1.3), .columns = 1, .rows = 2, .curtains = false}, 5);
  wall.panel({-6.7, 0.2, -6.1, 0.85}, 0.04, wood);
  wall.ellipse(-6.02, 1.1, 0.035, 0.035, 0, {220, 186, 96});
  wall.box({-6.58, 1.5, -6.22, 2.0}, {244, 240, 226});
  const char* const bill = moment == Moment::Input ? "OPEN" : "BACK";
  wall.textCentred(bill, -6.4, 1.8, 0.1, Letters::Plain, 0.14, {168, 32, 32});
  wall.textCentred(moment == Moment::Input ? "9 - 18" : "SOON", -6.4, 1.6, 0.09, Letters::Plain,
                   0.12, {40, 40, 44});
  paintWindow(wall, {-7.75, 0.72, -7.0, 2.4},
              {.frame = wood.times(1.3), .columns = 1, .rows = 1, .curtains = false}, 6);
}

} // namespace

void paintBookshop(Paint& wall, Moment moment) {
  const Box area{kLeft, 0, kRight, kTop};
  bricks(wall, area, 1);
  wall.grain(area, 0.7, 0.14, 21);
  cornice(wall, 3.42, 0.2);
  stoneWindow(wall, -7.55, 4.25, 31);
  stoneWindow(wall, -5.55, 4.25, 32);
  stoneWindow(wall, -3.95, 4.25, 33);
  paintFlowerBox(wall, -5.6, 4.2, 1.25, {214, 54, 70}, 41);
  paintFlowerBox(wall, -4.0, 4.2, 1.25, {236, 180, 60}, 42);
  cornice(wall, 6.95, 0.16);
  shopFront(wall, moment);
  // A rain pipe between the houses.
  wall.box({-2.46, 0, -2.34, kTop}, {96, 104, 100});
  wall.box({-2.435, 0, -2.405, kTop}, {150, 158, 152});
  for (double y = 0.6; y < kTop; y += 1.6) wall.box({-2.5, y, -2.3, y + 0.06}, {70, 76, 74});
}

} // namespace refscale::demo
