// Between the front of the exact matcher and its two back ends. Private to this folder.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/base/run_context.h"
#include "core/ops/correlation/correlation.h"

namespace refscale::ops {

// Both sides prepared: features as rows a cell, float32, or bfloat16 for matchStacked; and what
// patches are divided by, float32.
struct MatchSides {
  at::Tensor input;            // [h, w, C]
  at::Tensor reference;        // [h2 * w2, C]
  at::Tensor inverseInput;     // [h - 2, w - 2]: 1 / (norm of the patch + 1e-5)
  at::Tensor inverseReference; // [h2 - 2, w2 - 2]
  int width2 = 0;
  int tile = 0; // input patches a strip, so that three rows of products fit the memory
};

// Fills the tensors of `matches`, which are allocated.
void matchOnCpu(const MatchSides& sides, const BestMatchOptions& options, const RunContext& context,
                BestMatches& matches);
// The same on the processor's matrix units, in bfloat16 with sums in float32.
void matchStacked(const MatchSides& sides, const BestMatchOptions& options,
                  const RunContext& context, BestMatches& matches);
void matchOnCuda(const MatchSides& sides, const BestMatchOptions& options,
                 const RunContext& context, BestMatches& matches);

} // namespace refscale::ops
