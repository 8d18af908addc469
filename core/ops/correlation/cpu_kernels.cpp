// Compiled once a CpuLevel, into a namespace of its own (REFSCALE_LEVEL); no inline function of a
// shared header may be called here (see deform_conv/cpu_kernels.cpp).
#include "core/ops/correlation/cpu_kernels.h"

#include "core/ops/vector.h"

namespace refscale::ops::REFSCALE_LEVEL {
extern const MatchKernels kMatch;

namespace {

constexpr float kNone = -3.402823466e38F;
constexpr int kWide = kLanes<float>;
using Floats = Vector<float, kWide>::Type;
using Ints = Vector<std::int32_t, kWide>::Type;

// The inner products of one input patch with one row of reference patches: sums of nine pointwise
// products each, in the same order for every patch, so that equal patches get equal sums.
void sumRow(const MatchStrip& s, int patch, int row, float* __restrict line) {
  const float* from[9];
  for (int dy = 0, i = 0; dy < 3; ++dy) {
    for (int dx = 0; dx < 3; ++dx, ++i) {
      from[i] =
          s.plane[dy] + (patch + dx) * s.cells + static_cast<std::int64_t>(row + dy) * s.width + dx;
    }
  }
  const int count = s.width - 2;
  int x = 0;
  for (; x + kWide <= count; x += kWide) {
    Floats sum = load<float, kWide>(from[0] + x);
    for (int i = 1; i < 9; ++i) sum += load<float, kWide>(from[i] + x);
    store<float, kWide>(line + x, sum);
  }
  for (; x < count; ++x) {
    float sum = from[0][x];
    for (int i = 1; i < 9; ++i) sum += from[i][x];
    line[x] = sum;
  }
}

const float* inverseRow(const MatchStrip& s, int row) {
  return s.inverseReference + static_cast<std::int64_t>(row) * (s.width - 2);
}

// The largest of sum * inverse.
float largest(const float* line, const float* inverse, int count) {
  float best = kNone;
  int x = 0;
  if (count >= kWide) {
    Floats most = load<float, kWide>(line) * load<float, kWide>(inverse);
    for (x = kWide; x + kWide <= count; x += kWide) {
      const Floats next = load<float, kWide>(line + x) * load<float, kWide>(inverse + x);
      most = next > most ? next : most;
    }
    for (int i = 0; i < kWide; ++i) best = most[i] > best ? most[i] : best;
  }
  for (; x < count; ++x) {
    const float next = line[x] * inverse[x];
    best = next > best ? next : best;
  }
  return best;
}

void updateBack(const MatchStrip& s, int patch, int row, const float* line, BackBest back) {
  const int count = s.width - 2;
  const std::int64_t at = static_cast<std::int64_t>(row) * count;
  float* score = back.score + at;
  std::int32_t* index = back.index + at;
  const float scale = s.inverseInput[patch];
  const std::int32_t number = s.number + patch;
  int x = 0;
  for (; x + kWide <= count; x += kWide) {
    const Floats value = load<float, kWide>(line + x) * scale;
    const Floats best = load<float, kWide>(score + x);
    const Ints held = load<std::int32_t, kWide>(index + x);
    const Ints better = (value > best) | ((value == best) & (number < held));
    store<float, kWide>(score + x, better ? value : best);
    store<std::int32_t, kWide>(index + x, better ? (held - held + number) : held);
  }
  for (; x < count; ++x) {
    const float value = line[x] * scale;
    if (value > score[x] || (value == score[x] && number < index[x])) {
      score[x] = value;
      index[x] = number;
    }
  }
}

void scan(const MatchStrip& s, int rowFirst, int rowLast, float* rowBest, BackBest back,
          float* line) {
  for (int row = rowFirst; row < rowLast; ++row) {
    for (int patch = 0; patch < s.patches; ++patch) {
      sumRow(s, patch, row, line);
      rowBest[static_cast<std::int64_t>(patch) * s.patchRows + row] =
          largest(line, inverseRow(s, row), s.width - 2);
      if (back.score != nullptr) updateBack(s, patch, row, line, back);
    }
  }
}

void pick(const MatchStrip& s, int patch, int excludeRadius, const float* rowBest,
          std::int32_t* index, float* score, float* second, float* line) {
  const int count = s.width - 2;
  const float* rows = rowBest + static_cast<std::int64_t>(patch) * s.patchRows;
  int bestRow = 0;
  for (int row = 1; row < s.patchRows; ++row) {
    if (rows[row] > rows[bestRow]) bestRow = row;
  }
  sumRow(s, patch, bestRow, line);
  int bestX = 0;
  const float* inverse = inverseRow(s, bestRow);
  while (bestX + 1 < count && line[bestX] * inverse[bestX] != rows[bestRow]) ++bestX;
  *index = bestRow * count + bestX;
  *score = rows[bestRow];

  float other = kNone;
  const int left = bestX - excludeRadius < 0 ? 0 : bestX - excludeRadius;
  const int right = bestX + excludeRadius + 1 > count ? count : bestX + excludeRadius + 1;
  for (int row = 0; row < s.patchRows; ++row) {
    if (rows[row] <= other) continue;
    float best = rows[row];
    if (row >= bestRow - excludeRadius && row <= bestRow + excludeRadius) {
      sumRow(s, patch, row, line);
      const float* here = inverseRow(s, row);
      const float before = largest(line, here, left);
      const float after = largest(line + right, here + right, count - right);
      best = before > after ? before : after;
    }
    other = best > other ? best : other;
  }
  *second = other;
}

// The diagonal sum at reference patches q, q + 1, ... of one input patch.
struct Diagonal {
  const float* first;
  std::int64_t step; // to the same sum of the next cell along the diagonal
  Diagonal(const StackedRow& s, int patch) : first(s.sums + patch * s.stride), step(s.stride + 1) {}
  [[nodiscard]] Floats wide(int q) const {
    return load<float, kWide>(first + q) + load<float, kWide>(first + step + q) +
           load<float, kWide>(first + 2 * step + q);
  }
  [[nodiscard]] float one(int q) const { return first[q] + first[step + q] + first[2 * step + q]; }
};

void scanStacked(const StackedRow& s, float* best, std::int32_t* place, BackBest back) {
  Ints steps{};
  for (int i = 0; i < kWide; ++i) steps[i] = i;
  for (int patch = 0; patch < s.patches; ++patch) {
    const Diagonal sum(s, patch);
    const float scale = s.inverseInput[patch];
    const std::int32_t number = s.number + patch;
    Floats most = Floats{} + kNone;
    Ints at{};
    Ints here = steps;
    int q = 0;
    for (; q + kWide <= s.count; q += kWide, here += kWide) {
      const Floats value = sum.wide(q);
      const Floats score = value * load<float, kWide>(s.inverseReference + q);
      at = score > most ? here : at;
      most = score > most ? score : most;
      if (back.score == nullptr) continue;
      const Floats returned = value * scale;
      const Floats held = load<float, kWide>(back.score + q);
      const Ints from = load<std::int32_t, kWide>(back.index + q);
      store<float, kWide>(back.score + q, returned > held ? returned : held);
      store<std::int32_t, kWide>(back.index + q, returned > held ? (from - from + number) : from);
    }
    float highest = most[0];
    std::int32_t where = at[0];
    for (int i = 1; i < kWide; ++i) {
      if (most[i] > highest || (most[i] == highest && at[i] < where)) {
        highest = most[i];
        where = at[i];
      }
    }
    for (; q < s.count; ++q) {
      const float value = sum.one(q);
      const float score = value * s.inverseReference[q];
      if (score > highest) {
        highest = score;
        where = q;
      }
      if (back.score != nullptr && value * scale > back.score[q]) {
        back.score[q] = value * scale;
        back.index[q] = number;
      }
    }
    best[patch] = highest;
    place[patch] = where;
  }
}

float outside(const StackedRow& s, int patch, int left, int right) {
  const Diagonal sum(s, patch);
  float best = kNone;
  const auto over = [&](int q, int end) {
    if (end - q >= kWide) {
      Floats most = Floats{} + kNone;
      for (; q + kWide <= end; q += kWide) {
        const Floats score = sum.wide(q) * load<float, kWide>(s.inverseReference + q);
        most = score > most ? score : most;
      }
      for (int i = 0; i < kWide; ++i) best = most[i] > best ? most[i] : best;
    }
    for (; q < end; ++q) {
      const float score = sum.one(q) * s.inverseReference[q];
      best = score > best ? score : best;
    }
  };
  over(0, left);
  over(right, s.count);
  return best;
}

} // namespace

const MatchKernels kMatch = {scan, pick, scanStacked, outside};

} // namespace refscale::ops::REFSCALE_LEVEL
