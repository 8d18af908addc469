#include "core/match/refine.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace refscale::match {
namespace {

constexpr int kCell = 4;
constexpr int kBefore = 4;  // pixels of the window before the cell's first one
constexpr int kWindow = 12; // side of the window
constexpr int kMaxRadius = 8;
constexpr int kPatch = kWindow + 2 * kMaxRadius;

// The input's window of one cell, its mean taken off. Rows outside the picture are left out;
// columns outside carry weight zero, so that the inner loops have a fixed length.
struct Window {
  int x0, y0; // first pixel, may lie outside
  int rowBegin, rowEnd;
  std::array<float, kWindow> weight;
  std::array<std::array<float, kWindow>, kWindow> value;
  float count = 0;
  float variance = 0;
};

Window readWindow(const Luma& input, int cellX, int cellY) {
  Window w{};
  w.x0 = cellX * kCell - kBefore;
  w.y0 = cellY * kCell - kBefore;
  w.rowBegin = std::max(0, -w.y0);
  w.rowEnd = std::min(kWindow, input.height - w.y0);
  const int columnBegin = std::max(0, -w.x0);
  const int columnEnd = std::min(kWindow, input.width - w.x0);
  for (int i = columnBegin; i < columnEnd; ++i) w.weight[i] = 1;
  w.count = static_cast<float>((w.rowEnd - w.rowBegin) * (columnEnd - columnBegin));
  double sum = 0; // a mean that is off by 1e-6 shows as correlation where the window is flat
  for (int j = w.rowBegin; j < w.rowEnd; ++j) {
    for (int i = columnBegin; i < columnEnd; ++i) {
      w.value[j][i] = input.at(w.x0 + i, w.y0 + j);
      sum += w.value[j][i];
    }
  }
  const auto mean = static_cast<float>(sum / w.count);
  float squares = 0;
  for (int j = w.rowBegin; j < w.rowEnd; ++j) {
    for (int i = 0; i < kWindow; ++i) {
      w.value[j][i] = (w.value[j][i] - mean) * w.weight[i];
      squares += w.value[j][i] * w.value[j][i];
    }
  }
  w.variance = squares / w.count;
  return w;
}

// The reference around a displaced window, with a margin on every side, coordinates clamped.
struct Patch {
  int margin;
  std::array<std::array<float, kPatch>, kPatch> value;
};

void readPatch(const Luma& reference, const Window& w, int dx, int dy, int margin, Patch& patch) {
  patch.margin = margin;
  const int side = kWindow + 2 * margin;
  std::array<int, kPatch> columns{};
  for (int i = 0; i < side; ++i) {
    columns[i] = std::clamp(w.x0 + dx - margin + i, 0, reference.width - 1);
  }
  for (int j = 0; j < side; ++j) {
    const int y = std::clamp(w.y0 + dy - margin + j, 0, reference.height - 1);
    const float* row = reference.values.data() + static_cast<std::size_t>(y) * reference.width;
    for (int i = 0; i < side; ++i) patch.value[j][i] = row[columns[i]];
  }
}

// z(d) = cov(I, R shifted by d) / (sqrt(var I var R) + 1e-4)
float correlation(const Window& w, const Patch& patch, int dx, int dy) {
  std::array<float, kWindow> sum{};
  std::array<float, kWindow> squares{};
  std::array<float, kWindow> products{};
  for (int j = w.rowBegin; j < w.rowEnd; ++j) {
    const float* r = patch.value[j + dy + patch.margin].data() + dx + patch.margin;
    const float* v = w.value[j].data();
    for (int i = 0; i < kWindow; ++i) {
      const float weighted = r[i] * w.weight[i];
      sum[i] += weighted;
      squares[i] += weighted * r[i];
      products[i] += v[i] * r[i];
    }
  }
  float s = 0;
  float q = 0;
  float p = 0;
  for (int i = 0; i < kWindow; ++i) {
    s += sum[i];
    q += squares[i];
    p += products[i];
  }
  const float mean = s / w.count;
  const float variance = std::max(0.0F, q / w.count - mean * mean);
  return p / w.count / (std::sqrt(w.variance * variance) + 1e-4F);
}

struct Found {
  int dx = 0, dy = 0;
  float z = 0;
  float cost = -1e9F;
};

// Parabola through three costs, as a fraction of a pixel; 0 where they have no peak.
float vertex(float before, float here, float after) {
  const float curvature = before - 2 * here + after;
  return curvature < -1e-6F ? 0.5F * (before - after) / curvature : 0.0F;
}

void refineCell(Correspondence& c, const Luma& input, const Luma& reference,
                const RefineOptions& options, int x, int y, Patch& patch) {
  const Window w = readWindow(input, x, y);
  const int centreX = static_cast<int>(std::lround(c.cells.at(x, y).x)) * kCell;
  const int centreY = static_cast<int>(std::lround(c.cells.at(x, y).y)) * kCell;
  readPatch(reference, w, centreX, centreY, options.radius + 1, patch);

  Found first;
  for (int dy = -options.radius; dy <= options.radius; ++dy) {
    for (int dx = -options.radius; dx <= options.radius; ++dx) {
      const float z = correlation(w, patch, dx, dy);
      const float cost = z - options.penalty * static_cast<float>(dx * dx + dy * dy);
      if (cost > first.cost) first = {dx, dy, z, cost};
    }
  }
  std::array<std::array<float, 3>, 3> costs{};
  Found best;
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      const float z = correlation(w, patch, first.dx + dx, first.dy + dy);
      const float cost = z - options.penalty * static_cast<float>(dx * dx + dy * dy);
      costs[dy + 1][dx + 1] = cost;
      if (cost > best.cost) best = {dx, dy, z, cost};
    }
  }
  auto fx = static_cast<float>(centreX + first.dx + best.dx);
  auto fy = static_cast<float>(centreY + first.dy + best.dy);
  const auto& row = costs[best.dy + 1];
  if (best.dx == 0) fx += vertex(row[0], row[1], row[2]);
  if (best.dy == 0)
    fy += vertex(costs[0][best.dx + 1], costs[1][best.dx + 1], costs[2][best.dx + 1]);
  c.pixels.at(x, y) = {fx, fy};
  c.agreement.at(x, y) = best.z;
  c.contrast.at(x, y) = std::sqrt(w.variance);
}

template <typename Work>
void forEachRow(int height, const RunContext& context, const Work& work) {
  std::atomic<int> done = 0;
  at::parallel_for(0, height, 1, [&](std::int64_t begin, std::int64_t end) {
    for (auto y = begin; y < end; ++y) {
      if (context.stopRequested()) return;
      work(static_cast<int>(y));
      ++done;
    }
  });
  context.checkStop();
  context.progress(Stage::Align, done, height);
}

void allocate(Correspondence& c) {
  c.pixels = Field<Vec2f>(c.cells.width, c.cells.height, c.cells.step);
  c.agreement = Field<float>(c.cells.width, c.cells.height, c.cells.step);
  c.contrast = Field<float>(c.cells.width, c.cells.height, c.cells.step);
}

} // namespace

void refineMatches(Correspondence& correspondence, const Luma& input, const Luma& reference,
                   const RefineOptions& options, const RunContext& context) {
  allocate(correspondence);
  RefineOptions bounded = options;
  bounded.radius = std::clamp(options.radius, 1, kMaxRadius - 1);
  forEachRow(correspondence.cells.height, context, [&](int y) {
    Patch patch;
    for (int x = 0; x < correspondence.cells.width; ++x) {
      refineCell(correspondence, input, reference, bounded, x, y, patch);
    }
  });
}

void measureAgreement(Correspondence& correspondence, const Luma& input, const Luma& reference,
                      const RunContext& context) {
  if (correspondence.pixels.empty()) {
    allocate(correspondence);
    for (std::size_t i = 0; i < correspondence.cells.values.size(); ++i) {
      const Vec2f cell = correspondence.cells.values[i];
      correspondence.pixels.values[i] = {cell.x * kCell, cell.y * kCell};
    }
  }
  forEachRow(correspondence.cells.height, context, [&](int y) {
    Patch patch;
    for (int x = 0; x < correspondence.cells.width; ++x) {
      const Window w = readWindow(input, x, y);
      const Vec2f shift = correspondence.pixels.at(x, y);
      readPatch(reference, w, static_cast<int>(std::lround(shift.x)),
                static_cast<int>(std::lround(shift.y)), 0, patch);
      correspondence.agreement.at(x, y) = correlation(w, patch, 0, 0);
      correspondence.contrast.at(x, y) = std::sqrt(w.variance);
    }
  });
}

} // namespace refscale::match
