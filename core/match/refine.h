// Sub-pixel refinement of whole-cell matches by local correlation of the enlarged input with the
// equally low-passed reference. Classical, without weights; three quarters of a reference's gain.
#pragma once

#include "core/base/correspondence.h"
#include "core/base/run_context.h"

namespace refscale::match {

struct RefineOptions {
  int radius = 3;        // first search, output pixels around the whole-cell match
  float penalty = 0.01F; // taken off the correlation per squared pixel moved
};

// Luma of a picture, 0..1, one value an output pixel.
using Luma = Field<float>;

// Fills `pixels` (reference minus input, output pixels with fractions) and `agreement` (zero-mean
// normalised correlation at the best whole pixel) from `cells`, and `contrast` from the window of
// the input alone. For each cell a window of 12x12 pixels from 4 c - 4 to 4 c + 7, cut off at the
// input's borders; reference coordinates clamped. A search of `radius`, one of radius 1 around its
// result, and a parabola through the costs in x and in y. `input`: 4 x the cell grid; `reference`:
// 4 x the reference's grid. All cores. Throws Cancelled.
void refineMatches(Correspondence& correspondence, const Luma& input, const Luma& reference,
                   const RefineOptions& options, const RunContext& context);

// `agreement` and `contrast` alone, at the places that `pixels` has, rounded; without `pixels`
// those of `cells`, which then fill them.
void measureAgreement(Correspondence& correspondence, const Luma& input, const Luma& reference,
                      const RunContext& context);

} // namespace refscale::match
