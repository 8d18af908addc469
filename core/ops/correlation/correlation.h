// Exact matching of two feature maps: for every 3x3 patch of the input the most similar 3x3 patch
// of the reference, and how unique it is. Works in tiles and never holds the whole similarity
// matrix; it does not refine, and above some hundred thousand cells a side it is the wrong tool.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/base/run_context.h"

namespace refscale::ops {

struct BestMatchOptions {
  int excludeRadius = 4; // cells, Chebyshev: `second` lies farther than this from the best
  bool bothWays = true;  // also each reference patch's best input patch
};

// h x w is the input's grid, h2 x w2 the reference's; a patch is named by its top-left cell, so
// there are (h-2) x (w-2) and (h2-2) x (w2-2) of them. All tensors lie on the features' device.
struct BestMatches {
  at::Tensor index;  // int32 [h-2, w-2]: row-major number of the reference's patch
  at::Tensor score;  // float32 [h-2, w-2]: cosine of the two patches, at most about 1
  at::Tensor second; // float32 [h-2, w-2]: best score outside the radius; -1 where there is none
  // For each reference patch its best input patch, by the same rule with the sides exchanged;
  // undefined unless bothWays.
  at::Tensor backIndex; // int32 [h2-2, w2-2]: row-major number of the input's patch
  at::Tensor backScore; // float32 [h2-2, w2-2]
};

// Whether bestMatches() takes features in bfloat16 as they are: where the processor has units for
// products of matrices of them (AMX), which are several times faster than float32 there. Elsewhere
// such features are computed with as float32.
[[nodiscard]] bool matchesInBfloat16(const at::Device& device);

// input [C, h, w], reference [C, h2, w2]: each position of unit L2 norm (not required: patch norms
// are taken from the values). Scores are C2-Matching's (CVPR 2021, section 3.1): inner products
// with reference patches divided by (norm + 1e-5); the largest wins, the lowest index among equal
// ones; then divided by (norm of the input patch + 1e-5). The patch product is the 3x3 box sum of
// pointwise products. Computes in float32, products of bfloat16
// features as matchesInBfloat16() says (sums in float32); reports Stage::Match in rows of the
// input; looks for a stop between rows. Temporary memory stays under 256 MiB (or half of
// context.memoryBudget if that is less). Throws Error(BadInput) for maps under 3x3 cells, unequal
// channels, devices or NaN, Error(OutOfMemory) when even one column of the input does not fit,
// Error(Cancelled), Error(Device).
[[nodiscard]] BestMatches bestMatches(const at::Tensor& input, const at::Tensor& reference,
                                      const BestMatchOptions& options, const RunContext& context);

} // namespace refscale::ops
