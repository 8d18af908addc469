// The walk over the input that both back ends of the exact matcher share: strips of rows from top
// to bottom, the last three rows' products kept in a ring. Private to this folder.
#pragma once

#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include <algorithm>

#include "core/ops/correlation/backend.h"
#include "core/ops/correlation/strip.h"

namespace refscale::ops {

// Calls visit(strip, y, x) for every strip of input patches, (y, x) being its first patch; within a
// column tile patches come in row-major order. Reports progress and looks for a stop row by row.
template <typename Visit>
void overStrips(const MatchSides& sides, const RunContext& context, const Visit& visit) {
  const std::int64_t height = sides.input.size(0);
  const std::int64_t width = sides.input.size(1);
  const std::int64_t cells = sides.reference.size(0);
  const std::int64_t tiles = (width - 2 + sides.tile - 1) / sides.tile;
  const at::Tensor transposed = sides.reference.t();
  at::Tensor ring = at::empty({3, sides.tile + 2, cells}, sides.input.options());
  MatchStrip strip;
  strip.cells = cells;
  strip.width = sides.width2;
  strip.patchRows = static_cast<int>(sides.inverseReference.size(0));
  strip.inverseReference = sides.inverseReference.const_data_ptr<float>();
  for (std::int64_t t = 0; t < tiles; ++t) {
    const std::int64_t x = t * sides.tile;
    strip.patches = static_cast<int>(std::min<std::int64_t>(sides.tile, width - 2 - x));
    for (std::int64_t y = 0; y < height; ++y) {
      context.checkStop();
      at::Tensor products = ring.select(0, y % 3).narrow(0, 0, strip.patches + 2);
      at::mm_out(products, sides.input.select(0, y).narrow(0, x, strip.patches + 2), transposed);
      if (y >= 2) {
        for (int d = 0; d < 3; ++d) {
          strip.plane[d] = ring.select(0, (y - 2 + d) % 3).const_data_ptr<float>();
        }
        const std::int64_t first = (y - 2) * (width - 2) + x;
        strip.number = static_cast<std::int32_t>(first);
        strip.inverseInput = sides.inverseInput.const_data_ptr<float>() + first;
        visit(strip, y - 2, x);
      }
      context.progress(Stage::Match, t * height + y + 1, tiles * height);
    }
  }
}

} // namespace refscale::ops
