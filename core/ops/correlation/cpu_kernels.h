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

struct MatchKernels {
  // Reference patch rows [rowFirst, rowLast): rowBest[patch * patchRows + row] = best score in the
  // row, and updates `back` there. `line` holds width floats.
  void (*scan)(const MatchStrip&, int rowFirst, int rowLast, float* rowBest, BackBest back,
               float* line);
  // From the complete rowBest: the best patch (lowest index among equals), its score, and the best
  // outside the radius (the lowest float where there is none) of input patch `patch`.
  void (*pick)(const MatchStrip&, int patch, int excludeRadius, const float* rowBest,
               std::int32_t* index, float* score, float* second, float* line);
};

[[nodiscard]] const MatchKernels& matchKernels(CpuLevel level);

} // namespace refscale::ops
