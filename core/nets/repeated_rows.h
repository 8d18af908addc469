// Finds rows that were made once and stand in an output twice: a strip that was written to the
// wrong place, or not written at all while older numbers lay there. Looks at numbers alone; what
// they mean to a person is for who asks.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>

namespace refscale::nets {

struct RepeatedRows {
  std::int64_t top = 0;     // of the second time, a row of the output
  std::int64_t earlier = 0; // of the first
  std::int64_t rows = 0;
};

// output [1, C, 4h, W], input [1, c, h, w] in 0..1: what it was made from. The first 32 rows or
// more that are, bit for bit, rows further up, although the input is visibly different there.
// Plain areas (a sky of one value, nothing borrowed) and inputs that repeat themselves are none.
[[nodiscard]] std::optional<RepeatedRows> findRepeatedRows(const at::Tensor& output,
                                                           const at::Tensor& input);

} // namespace refscale::nets
