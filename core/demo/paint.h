// A brush in metres over one flat surface of the demo's scene: antialiased shapes, lettering, grain
// and leaves, on pixels with premultiplied alpha. Knows nothing of cameras.
#pragma once

#include <cstdint>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "core/demo/random.h"

namespace refscale::demo {

struct Colour {
  double r = 0;
  double g = 0;
  double b = 0; // 0..255, sRGB

  [[nodiscard]] Colour times(double factor) const { return {r * factor, g * factor, b * factor}; }
  [[nodiscard]] Colour varied(Random& random, double amount) const;
};

// Of the surface, in metres: x to the right, y up.
struct Box {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return top - bottom; }
  [[nodiscard]] Box inset(double by) const {
    return {left + by, bottom + by, right - by, top - by};
  }
};

enum class Letters { Plain, Roman, Script };

class Paint {
 public:
  // A transparent surface of this extent, with so many pixels a metre in x and y.
  Paint(const Box& extent, double perMetreX, double perMetreY);

  [[nodiscard]] const Box& extent() const { return extent_; }
  // RGBA, 8 bit, premultiplied, top row first.
  [[nodiscard]] const cv::Mat& pixels() const { return pixels_; }
  [[nodiscard]] cv::Mat& pixels() { return pixels_; }
  [[nodiscard]] cv::Point2d toPixel(double x, double y) const;

  void box(const Box& box, const Colour& colour);
  void polygon(const std::vector<cv::Point2d>& corners, const Colour& colour);
  void line(double x0, double y0, double x1, double y1, double width, const Colour& colour);
  // An ellipse turned by `degrees`; filled, or a ring of this width.
  void ellipse(double x, double y, double radiusX, double radiusY, double degrees,
               const Colour& colour, double ringWidth = 0);
  // Capitals of this height, the first one's foot at x, y; returns the width in metres.
  double text(const std::string& words, double x, double y, double height, Letters letters,
              double weight, const Colour& colour);
  void textCentred(const std::string& words, double x, double y, double height, Letters letters,
                   double weight, const Colour& colour);

  // Multiplies what is painted: by a gradient from bottom to top, or by noise of a grain size.
  void shade(const Box& box, double bottomFactor, double topFactor);
  void grain(const Box& box, double size, double amount, std::uint32_t seed);
  // A box with a frame that catches light at the top and left and shadow below and right.
  void panel(const Box& box, double frame, const Colour& colour);
  // Leaves inside an ellipse, dark ones first; `size` is a leaf's length.
  void leaves(double x, double y, double radiusX, double radiusY, int count, double size,
              const Colour& colour, Random& random);

 private:
  [[nodiscard]] cv::Rect pixelRect(const Box& box) const;

  Box extent_;
  double perMetreX_;
  double perMetreY_;
  cv::Mat pixels_;
};

} // namespace refscale::demo
