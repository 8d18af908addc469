// The plastered house in the middle: tiles below, a balcony and shutters above.
#include <array>
#include <cmath>

#include "core/demo/scene.h"

namespace refscale::demo {
namespace {

constexpr double kLeft = -2.3;
constexpr double kRight = 2.4;
constexpr double kTop = 8.2;

// One painted tile: a star in a circle, quarter flowers in the corners, in blues on white.
void tile(Paint& wall, const Box& b, Random& random) {
  const Colour white = Colour{232, 230, 220}.varied(random, 0.05);
  const Colour blue = Colour{38, 78, 150}.varied(random, 0.12);
  const Colour pale = Colour{120, 160, 206}.varied(random, 0.08);
  const double x = (b.left + b.right) / 2;
  const double y = (b.bottom + b.top) / 2;
  const double r = b.width() / 2;
  wall.box(b, {150, 146, 138});
  wall.box(b.inset(0.006), white);
  wall.ellipse(x, y, r * 0.8, r * 0.8, 0, blue, r * 0.16);
  for (int i = 0; i < 8; ++i) {
    const double a = i * 0.78539816;
    wall.polygon({{x + r * 0.6 * std::cos(a), y + r * 0.6 * std::sin(a)},
                  {x + r * 0.2 * std::cos(a + 0.5), y + r * 0.2 * std::sin(a + 0.5)},
                  {x, y},
                  {x + r * 0.2 * std::cos(a - 0.5), y + r * 0.2 * std::sin(a - 0.5)}},
                 i % 2 == 0 ? blue : pale);
  }
  for (const double cx : {b.left + 0.01, b.right - 0.01}) {
    for (const double cy : {b.bottom + 0.01, b.top - 0.01}) {
      wall.ellipse(cx + (cx < x ? 0.03 : -0.03), cy + (cy < y ? 0.03 : -0.03), 0.035, 0.035, 0,
                   {210, 150, 60});
    }
  }
}

void tiles(Paint& wall) {
  Random random(101);
  constexpr double kSide = 0.26;
  for (double y = 0.42; y + kSide < 3.1; y += kSide) {
    for (double x = kLeft; x < kRight - 0.05; x += kSide) {
      tile(wall, {x, y, x + kSide, y + kSide}, random);
    }
  }
  wall.panel({kLeft, 0, kRight, 0.42}, 0.03, {152, 148, 140});
  wall.grain({kLeft, 0, kRight, 0.42}, 0.05, 0.12, 102);
}

void door(Paint& wall) {
  const Colour stone{214, 202, 178};
  const Colour wood{108, 52, 34};
  wall.panel({-0.85, 0, 0.95, 3.0}, 0.06, stone);
  wall.box({-0.6, 0.06, 0.7, 2.75}, {30, 22, 20});
  for (const double x : {-0.58, 0.06}) {
    wall.panel({x, 0.06, x + 0.62, 2.1}, 0.03, wood);
    wall.panel({x + 0.09, 0.2, x + 0.53, 0.8}, 0.035, wood.times(1.15));
    wall.panel({x + 0.09, 0.92, x + 0.53, 1.25}, 0.035, wood.times(1.15));
    wall.panel({x + 0.09, 1.36, x + 0.53, 1.98}, 0.035, wood.times(1.15));
    wall.grain({x, 0.06, x + 0.62, 2.1}, 0.03, 0.12, 103);
  }
  wall.ellipse(-0.02, 1.08, 0.03, 0.03, 0, {226, 196, 110});
  wall.ellipse(0.12, 1.08, 0.03, 0.03, 0, {226, 196, 110});
  // The fanlight's rays, and the number.
  wall.box({-0.58, 2.16, 0.68, 2.72}, {120, 140, 150});
  for (int i = 0; i <= 8; ++i) {
    const double a = 3.14159265 * i / 8;
    wall.line(0.05, 2.16, 0.05 + 0.62 * std::cos(a), 2.16 + 0.54 * std::sin(a), 0.025, wood);
  }
  wall.ellipse(0.05, 2.16, 0.2, 0.18, 0, wood);
  wall.panel({-0.12, 2.78, 0.22, 2.98}, 0.015, {28, 60, 128});
  wall.textCentred("24", 0.05, 2.82, 0.12, Letters::Plain, 0.14, {246, 244, 236});
}

// Slats of a closed shutter: the finest lines of the scene.
void shutter(Paint& wall, const Box& b, const Colour& colour) {
  wall.panel(b, 0.03, colour);
  const Box in = b.inset(0.07);
  for (double y = in.bottom; y < in.top - 0.05; y += 0.07) {
    wall.box({in.left, y, in.right, y + 0.045}, colour.times(1.2));
    wall.box({in.left, y + 0.045, in.right, y + 0.07}, colour.times(0.5));
  }
  wall.panel(
      {b.left + 0.03, (b.bottom + b.top) / 2 - 0.05, b.right - 0.03, (b.bottom + b.top) / 2 + 0.05},
      0.012, colour);
}

void balcony(Paint& wall) {
  const Colour stone{220, 208, 186};
  const Colour iron{34, 36, 40};
  wall.panel({-1.75, 3.55, 1.85, 3.75}, 0.04, stone);
  wall.shade({-1.75, 3.2, 1.85, 3.55}, 1.0, 0.62);
  for (const double x : {-1.45, 1.35}) {
    wall.polygon({{x, 3.55}, {x + 0.22, 3.55}, {x + 0.16, 3.24}, {x + 0.04, 3.3}},
                 stone.times(0.85));
  }
  wall.box({-1.72, 4.62, 1.82, 4.67}, iron);
  wall.box({-1.72, 3.82, 1.82, 3.85}, iron);
  for (double x = -1.7; x < 1.85; x += 0.117) {
    wall.line(x, 3.75, x, 4.64, 0.018, iron);
    wall.ellipse(x + 0.058, 4.48, 0.05, 0.075, 0, iron, 0.014);
    wall.ellipse(x + 0.058, 4.0, 0.05, 0.075, 0, iron, 0.014);
  }
}

void upperWindows(Paint& wall) {
  const Colour green{64, 106, 92};
  const Colour stone{226, 216, 196};
  for (const double x : {-1.1, 0.55}) {
    wall.panel({x - 0.1, 3.75, x + 0.9, 6.15}, 0.03, stone);
    paintWindow(wall, {x, 3.8, x + 0.8, 6.0}, {.frame = {240, 238, 228}, .columns = 2, .rows = 4},
                51);
    shutter(wall, {x - 0.52, 3.8, x - 0.1, 6.0}, green);
    shutter(wall, {x + 0.9, 3.8, x + 1.32, 6.0}, green);
    wall.panel({x - 0.18, 6.15, x + 0.98, 6.3}, 0.03, stone.times(0.95));
  }
}

void frieze(Paint& wall) {
  wall.box({kLeft, 6.62, kRight, 7.1}, {206, 176, 124});
  for (double x = kLeft + 0.2; x < kRight; x += 0.4) {
    wall.ellipse(x, 6.86, 0.15, 0.15, 0, {150, 92, 60}, 0.03);
    wall.ellipse(x, 6.86, 0.06, 0.06, 0, {120, 60, 44});
    for (int i = 0; i < 6; ++i) {
      const double a = i * 1.04719755;
      wall.ellipse(x + 0.1 * std::cos(a), 6.86 + 0.1 * std::sin(a), 0.035, 0.02, a * 57.29578,
                   {96, 110, 70});
    }
    wall.polygon({{x + 0.2, 6.72}, {x + 0.24, 6.86}, {x + 0.2, 7.0}, {x + 0.16, 6.86}},
                 {150, 92, 60});
  }
  wall.box({kLeft, 6.56, kRight, 6.62}, {232, 220, 196});
  wall.box({kLeft, 7.1, kRight, 7.18}, {232, 220, 196});
  wall.shade({kLeft, 6.3, kRight, 6.56}, 1.0, 0.78);
}

void sign(Paint& wall) {
  wall.panel({1.9, 4.1, 2.28, 6.25}, 0.03, {122, 26, 36});
  constexpr std::array kLetters = {"H", "O", "T", "E", "L"};
  for (std::size_t i = 0; i < kLetters.size(); ++i) {
    wall.textCentred(kLetters.at(i), 2.09, 5.84 - 0.4 * static_cast<double>(i), 0.25,
                     Letters::Roman, 0.12, {246, 232, 200});
  }
  wall.panel({-2.22, 2.5, -0.94, 2.84}, 0.02, {24, 58, 132}); // the street's name
  wall.textCentred("Lantern St.", -1.58, 2.6, 0.125, Letters::Roman, 0.12, {246, 246, 240});
}

} // namespace

void paintHotel(Paint& wall) {
  const Box area{kLeft, 0, kRight, kTop};
  wall.box(area, {222, 182, 118});
  wall.grain(area, 0.5, 0.09, 111);
  wall.grain(area, 0.03, 0.06, 112);
  tiles(wall);
  wall.panel({kLeft, 3.08, kRight, 3.24}, 0.03, {220, 208, 186});
  door(wall);
  upperWindows(wall);
  frieze(wall);
  balcony(wall);
  sign(wall);
}

} // namespace refscale::demo
