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

  // The wanted rows of `made` [..., x's height / reduction, ...], which lie along `dimension`.
  [[nodiscard]] at::Tensor wanted(const at::Tensor& made, std::int64_t dimension,
                                  std::int64_t reduction = 1) const;
};

// Rows of each strip of a picture of `height` x `width`, a multiple of four or all of them: without
// gradients a large picture on a CPU is cut, all else is one strip. `x` tells device and batch.
[[nodiscard]] std::int64_t stripRows(const at::Tensor& x, std::int64_t height, std::int64_t width);
[[nodiscard]] inline std::int64_t stripCount(const at::Tensor& x, std::int64_t height,
                                             std::int64_t width) {
  const std::int64_t rows = stripRows(x, height, width);
  return (height + rows - 1) / rows;
}

class Strips {
 public:
  // x [N, C, H, W]. What is made of a row of it depends on `reach` rows around that row at most (a
  // multiple of four). H is a multiple of `reduction`, that of four.
  Strips(at::Tensor x, std::int64_t reach, std::int64_t reduction = 1)
      : x_(std::move(x)), reach_(reach), reduction_(reduction) {}

  // work(strip) -> [N, C', x's height / reduction, W / reduction]; together [N, C', H / reduction,
  // W / reduction]. Looks for a stop (StopScope) before each strip.
  [[nodiscard]] at::Tensor map(const std::function<at::Tensor(const Strip&)>& work) const;

 private:
  at::Tensor x_;
  std::int64_t reach_, reduction_;
};

} // namespace refscale::nets
