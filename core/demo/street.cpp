// The ground before the houses, what stands on it, and windows of all houses.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/demo/scene.h"

namespace refscale::demo {

void paintWindow(Paint& wall, const Box& opening, const WindowStyle& style, std::uint64_t seed) {
  Random random(seed * 977);
  wall.box(opening, {54, 66, 78});
  wall.shade(opening, 0.8, 1.5); // the sky in the glass
  // Houses across the street, dark in the lower panes.
  double x = opening.left;
  while (x < opening.right) {
    const double w = random.uniform(0.1, 0.3);
    const double h = opening.height() * random.uniform(0.2, 0.5);
    wall.box({x, opening.bottom, std::min(x + w, opening.right), opening.bottom + h},
             Colour{46, 46, 50}.varied(random, 0.25));
    x += w;
  }
  if (style.curtains) {
    const double drop = opening.height() * random.uniform(0.55, 0.8);
    for (int side = 0; side < 2; ++side) {
      for (int fold = 0; fold < 5; ++fold) {
        const double at =
            side == 0 ? opening.left + fold * 0.06 : opening.right - (fold + 1) * 0.06;
        const double narrow = drop * (1 - 0.06 * fold);
        wall.box({at, opening.top - narrow, at + 0.05, opening.top},
                 Colour{214, 206, 188}.varied(random, 0.15));
      }
    }
    // A lace border along the top.
    for (double lx = opening.left + 0.04; lx < opening.right; lx += 0.08) {
      wall.ellipse(lx, opening.top - 0.16, 0.045, 0.07, 0, {224, 218, 204});
    }
  }
  constexpr double kBar = 0.045;
  for (int i = 0; i <= style.columns; ++i) {
    const double bx = opening.left + (opening.width() - kBar) * i / style.columns;
    wall.panel({bx, opening.bottom, bx + kBar, opening.top}, 0.012, style.frame);
  }
  for (int i = 0; i <= style.rows; ++i) {
    const double by = opening.bottom + (opening.height() - kBar) * i / style.rows;
    wall.panel({opening.left, by, opening.right, by + kBar}, 0.012, style.frame);
  }
  wall.shade({opening.left, opening.top - 0.12, opening.right, opening.top}, 1.0, 0.5);
}

void paintFlowerBox(Paint& wall, double x, double y, double width, const Colour& flower,
                    std::uint64_t seed) {
  Random random(seed * 131);
  wall.panel({x, y, x + width, y + 0.2}, 0.02, {120, 70, 48});
  wall.leaves(x + width / 2, y + 0.24, width * 0.52, 0.15, 170, 0.09, {70, 110, 52}, random);
  for (int i = 0; i < 46; ++i) {
    const double px = x + random.uniform(-0.02, width + 0.02);
    const double py = y + 0.26 + random.uniform(-0.12, 0.14);
    const double r = random.uniform(0.02, 0.036);
    const Colour petal = flower.varied(random, 0.15);
    for (int p = 0; p < 5; ++p) {
      const double a = p * 1.2566 + i;
      wall.ellipse(px + r * std::cos(a), py + r * std::sin(a), r * 0.62, r * 0.62, 0, petal);
    }
    wall.ellipse(px, py, r * 0.4, r * 0.4, 0, {244, 214, 96});
  }
}

// From the fronts (y = 0) towards the viewer (y < 0): slabs, a kerb, a gutter, cobbles in arcs.
void paintGround(Paint& ground) {
  const Box all = ground.extent();
  Random random(301);
  ground.box(all, {84, 80, 76});
  for (double y = -1.7; y < 0; y += 0.56) {
    double x = all.left + random.uniform(-0.4, 0);
    while (x < all.right) {
      const double w = random.uniform(0.5, 0.9);
      ground.box({x, y, x + w - 0.015, y + 0.53}, Colour{164, 160, 152}.varied(random, 0.1));
      x += w;
    }
  }
  ground.box({all.left, -1.86, all.right, -1.7}, {186, 182, 172});
  for (double x = all.left; x < all.right; x += 1.1)
    ground.box({x, -1.86, x + 0.015, -1.7}, {110, 106, 100});
  ground.box({all.left, -1.98, all.right, -1.86}, {58, 56, 54});
  // Segmental arcs: each stone sits on a wave.
  constexpr double kStone = 0.13;
  for (int row = 0; row < 46; ++row) {
    for (double x = all.left; x < all.right; x += kStone) {
      const double wave = 0.16 * std::sin(x * 2.1);
      const double y = -2.05 - row * 0.115 + wave;
      if (y > -2.02) continue;
      const Colour stone = Colour{128, 122, 118}.varied(random, 0.22);
      const double rx = kStone * random.uniform(0.40, 0.47);
      const double slope = std::atan(0.16 * 2.1 * std::cos(x * 2.1)) * 57.29578;
      ground.ellipse(x + (row % 2) * kStone / 2, y, rx, 0.05, slope, stone.times(0.8));
      ground.ellipse(x + (row % 2) * kStone / 2 - 0.01, y + 0.012, rx * 0.7, 0.03, slope,
                     stone.times(1.2));
    }
  }
  ground.grain(all, 0.6, 0.12, 302);
  ground.grain(all, 0.05, 0.1, 303);
  ground.shade({all.left, -0.7, all.right, 0}, 1.0, 0.6);
}

void paintLamp(Paint& layer) {
  const Colour iron{38, 46, 44};
  const double x = -2.15;
  layer.box({x - 0.14, 0, x + 0.14, 0.35}, iron);
  layer.box({x - 0.09, 0.35, x + 0.09, 0.75}, iron.times(1.2));
  layer.box({x - 0.045, 0.75, x + 0.045, 3.35}, iron);
  layer.box({x - 0.02, 0.75, x - 0.002, 3.35}, iron.times(2.2));
  for (const double y : {0.75, 1.5, 2.9})
    layer.box({x - 0.075, y, x + 0.075, y + 0.06}, iron.times(1.4));
  layer.line(x - 0.35, 3.1, x + 0.35, 3.1, 0.04, iron);
  layer.polygon({{x - 0.14, 3.42}, {x + 0.14, 3.42}, {x + 0.24, 4.0}, {x - 0.24, 4.0}},
                {240, 228, 184});
  layer.ellipse(x, 3.68, 0.07, 0.14, 0, {255, 250, 230});
  for (const double t : {-1.0, -0.05, 1.0})
    layer.line(x + 0.14 * t, 3.42, x + 0.24 * t, 4.0, 0.025, iron);
  layer.polygon({{x - 0.28, 4.0}, {x + 0.28, 4.0}, {x + 0.08, 4.22}, {x - 0.08, 4.22}}, iron);
  layer.ellipse(x, 4.26, 0.05, 0.06, 0, iron.times(1.3));
}

void paintPlanter(Paint& layer) {
  Random random(311);
  constexpr double kX = -1.0;
  layer.leaves(kX, 0.96, 0.52, 0.5, 620, 0.14, {66, 112, 58}, random);
  for (int i = 0; i < 50; ++i) {
    layer.ellipse(kX + random.uniform(-0.42, 0.42), 1.0 + random.uniform(-0.36, 0.4), 0.03, 0.03, 0,
                  Colour{232, 120, 130}.varied(random, 0.2));
  }
  const Colour clay{172, 96, 62};
  layer.polygon({{kX - 0.34, 0.58}, {kX + 0.34, 0.58}, {kX + 0.25, 0}, {kX - 0.25, 0}}, clay);
  layer.box({kX - 0.38, 0.52, kX + 0.38, 0.64}, clay.times(1.15));
  for (int i = -2; i <= 2; ++i) {
    layer.ellipse(kX + 0.11 * i, 0.3, 0.04, 0.085, 0, clay.times(0.7), 0.02);
  }
  layer.grain({kX - 0.38, 0, kX + 0.38, 0.64}, 0.05, 0.12, 312);
}

void paintBoard(Paint& layer) {
  const Colour wood{146, 98, 58};
  layer.polygon({{-3.85, 0}, {-3.75, 0}, {-3.72, 0.2}, {-3.82, 0.2}}, wood.times(0.7));
  layer.polygon({{-3.1, 0}, {-3.0, 0}, {-3.03, 0.2}, {-3.13, 0.2}}, wood.times(0.7));
  layer.panel({-3.85, 0.15, -3.0, 1.3}, 0.05, wood);
  layer.box({-3.78, 0.22, -3.07, 1.23}, {34, 44, 42});
  layer.textCentred("NEW", -3.425, 1.0, 0.15, Letters::Plain, 0.14, {246, 216, 110});
  layer.textCentred("Atlas of", -3.425, 0.78, 0.1, Letters::Roman, 0.12, {236, 236, 228});
  layer.textCentred("Rivers", -3.425, 0.6, 0.12, Letters::Roman, 0.12, {150, 206, 226});
  for (int i = 0; i < 3; ++i) {
    layer.line(-3.7, 0.46 - 0.08 * i, -3.15 - 0.1 * i, 0.46 - 0.08 * i, 0.016, {220, 220, 212});
  }
}

void paintBicycle(Paint& layer) {
  const Colour tyre{30, 30, 32};
  const Colour frame{196, 52, 44};
  constexpr double kRear = 1.15;
  constexpr double kFront = 2.25;
  constexpr double kRadius = 0.34;
  for (const double x : {kRear, kFront}) {
    for (int i = 0; i < 18; ++i) {
      const double a = i * 0.34906585;
      layer.line(x, kRadius, x + 0.32 * std::cos(a), kRadius + 0.32 * std::sin(a), 0.006,
                 {170, 174, 178});
    }
    layer.ellipse(x, kRadius, kRadius, kRadius, 0, tyre, 0.045);
    layer.ellipse(x, kRadius, 0.04, 0.04, 0, {120, 124, 128});
  }
  layer.line(kRear, kRadius, 1.62, 0.36, 0.03, frame);
  layer.line(1.62, 0.36, 1.48, 0.86, 0.035, frame);
  layer.line(kRear, kRadius, 1.48, 0.86, 0.025, frame);
  layer.line(1.5, 0.82, 2.08, 0.84, 0.035, frame);
  layer.line(1.62, 0.36, 2.1, 0.76, 0.035, frame);
  layer.line(kFront, kRadius, 2.06, 0.98, 0.035, frame);
  layer.line(2.06, 0.98, 1.92, 1.04, 0.03, {60, 60, 64});
  layer.line(1.46, 0.86, 1.44, 0.94, 0.03, {60, 60, 64});
  layer.ellipse(1.42, 0.97, 0.13, 0.04, 4, {70, 44, 30});
  layer.ellipse(1.62, 0.36, 0.09, 0.09, 0, {90, 92, 96}, 0.025);
  layer.panel({2.12, 0.78, 2.48, 1.02}, 0.02, {186, 146, 92}); // the basket
  for (double x = 2.16; x < 2.46; x += 0.06) layer.line(x, 0.8, x, 1.0, 0.012, {126, 90, 52});
}

} // namespace refscale::demo
