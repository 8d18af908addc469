// The CPU side of the exact matcher that is not a matrix product: the 3x3 box sum over pointwise
// products with the arg-max fused in. Free of LibTorch; compiled once a CpuLevel.
#pragma once

#include <cstdint>

#include "core/ops/correlation/strip.h"
#include "core/ops/cpu_level.h"

namespace refscale::ops {

// What is kept of each reference patch: the best input patch so far. Null: not asked for.
struct BackBest {
  float* score = nullptr; // not yet divided by the reference patch's norm
  std::int32_t* index = nullptr;
};

// One row of input patches against one row of reference patches, both summed over the three rows of
// a patch already: sums[x * stride + q] = sum over d of input(y + d, x) . reference(row + d, q).
// What is left of the box sum lies along the diagonal.
struct StackedRow {
  const float* sums = nullptr;
  std::int64_t stride = 0;
  int patches = 0;                         // of the input
  int count = 0;                           // of the reference
  const float* inverseReference = nullptr; // [count]
  const float* inverseInput = nullptr;     // [patches]
  std::int32_t number = 0;                 // row-major number of the first input patch
};

struct MatchKernels {
  // Reference patch rows [rowFirst, rowLast): rowBest[patch * patchRows + row] = best score in the
  // row, and updates `back` there. `line` holds width floats.
  void (*scan)(const MatchStrip&, int rowFirst, int rowLast, float* rowBest, BackBest back,
               float* line);
  // From the complete rowBest: the best patch (lowest index among equals), its score, and the best
  // outside the radius (the lowest float where there is none) of input patch `patch`.
  void (*pick)(const MatchStrip&, int patch, int excludeRadius, const float* rowBest,
               std::int32_t* index, float* score, float* second, float* line);
  // Of each input patch the best score in this row and the first place that has it; updates `back`,
  // which is this row's, and to which patches come in the order of their numbers.
  void (*scanStacked)(const StackedRow&, float* best, std::int32_t* place, BackBest back);
  // The best score of one input patch left of place `left` and from place `right` on; the lowest
  // float where there is none.
  float (*outside)(const StackedRow&, int patch, int left, int right);
};

[[nodiscard]] const MatchKernels& matchKernels(CpuLevel level);

} // namespace refscale::ops
