// A grid of values that a view, a plot or a file can take without knowing LibTorch: offsets,
// scores, confidences. Row-major; `step` says how many output pixels one cell spans.
#pragma once

#include <cstddef>
#include <vector>

namespace refscale {

struct Vec2f {
  float x = 0;
  float y = 0;
  friend bool operator==(const Vec2f&, const Vec2f&) = default;
};

template <typename T>
struct Field {
  int width = 0;
  int height = 0;
  double step = 1; // output pixels a cell
  std::vector<T> values;

  Field() = default;
  Field(int w, int h, double cellStep, T fill = {})
      : width(w), height(h), step(cellStep), values(static_cast<std::size_t>(w) * h, fill) {}

  [[nodiscard]] bool empty() const noexcept { return values.empty(); }
  [[nodiscard]] T& at(int x, int y) { return values[static_cast<std::size_t>(y) * width + x]; }
  [[nodiscard]] const T& at(int x, int y) const {
    return values[static_cast<std::size_t>(y) * width + x];
  }
};

} // namespace refscale
