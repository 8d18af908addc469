// A large picture's activations strip by strip: inside a network they are many times the picture's
// size, and only the last of them is wanted.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <utility>

namespace refscale::nets {

struct Strip {
  at::Tensor x;           // rows of the picture, with some above and below those that are wanted
  std::int64_t first;     // row of the picture that is x's first
  std::int64_t top, rows; // of the picture: what is wanted of the strip

  // The wanted rows of what was made of x, which lie along `dimension` of it: as many as x has, or
  // a whole part or multiple of them.
  [[nodiscard]] at::Tensor wanted(const at::Tensor& made, std::int64_t dimension) const;
};

// Rows of each strip of a picture of `height` x `width`, a multiple of four or all of them: without
// gradients a large picture on a CPU is cut, all else is one strip. A run (StopScope) whose memory
// budget is below the usual has smaller strips, on a GPU as well. `x` tells device and batch.
[[nodiscard]] std::int64_t stripRows(const at::Tensor& x, std::int64_t height, std::int64_t width);
[[nodiscard]] inline std::int64_t stripCount(const at::Tensor& x, std::int64_t height,
                                             std::int64_t width) {
  const std::int64_t rows = stripRows(x, height, width);
  return (height + rows - 1) / rows;
}

class Strips {
 public:
  // x [N, C, H, W]. What is made of a row of it depends on `reach` rows around that row at most (a
  // multiple of four).
  Strips(at::Tensor x, std::int64_t reach) : x_(std::move(x)), reach_(reach) {}

  // work(strip) -> [N, C', r times the strip's height, W'], r = 4, 2, 1, 1/2 or 1/4 (then H is a
  // multiple of 1/r); together [N, C', r H, W']. Looks for a stop (StopScope) before each strip.
  [[nodiscard]] at::Tensor map(const std::function<at::Tensor(const Strip&)>& work) const;

 private:
  at::Tensor x_;
  std::int64_t reach_;
};

} // namespace refscale::nets
