#include "core/demo/paint.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/base/run_context.h"

namespace refscale::demo {
namespace {

constexpr int kShift = 4; // sixteenths of a pixel in OpenCV's drawing functions

cv::Scalar scalar(const Colour& c) {
  const auto clamped = [](double v) { return std::clamp(v, 0.0, 255.0); };
  return {clamped(c.r), clamped(c.g), clamped(c.b), 255};
}

cv::Point fixedPoint(const cv::Point2d& p) {
  return {static_cast<int>(std::lround(p.x * (1 << kShift))),
          static_cast<int>(std::lround(p.y * (1 << kShift)))};
}

double latticeValue(std::int64_t x, std::int64_t y, std::uint32_t seed) {
  Random random(static_cast<std::uint64_t>(x) * 0x8DA6B343U ^
                static_cast<std::uint64_t>(y) * 0xD8163841U ^ (std::uint64_t{seed} << 32U));
  return random.uniform(-1, 1);
}

void multiply(cv::Vec4b& pixel, double factor) {
  for (int c = 0; c < 3; ++c)
    pixel[c] = cv::saturate_cast<uchar>(std::min<double>(pixel[c] * factor, pixel[3]));
}

} // namespace

double valueNoise(double x, double y, std::uint32_t seed) {
  const double fx = std::floor(x);
  const double fy = std::floor(y);
  const auto smooth = [](double t) { return t * t * (3 - 2 * t); };
  const double u = smooth(x - fx);
  const double v = smooth(y - fy);
  const auto ix = static_cast<std::int64_t>(fx);
  const auto iy = static_cast<std::int64_t>(fy);
  const double low = latticeValue(ix, iy, seed) * (1 - u) + latticeValue(ix + 1, iy, seed) * u;
  const double high =
      latticeValue(ix, iy + 1, seed) * (1 - u) + latticeValue(ix + 1, iy + 1, seed) * u;
  return low * (1 - v) + high * v;
}

Colour Colour::varied(Random& random, double amount) const {
  const double light = 1 + random.uniform(-amount, amount);
  const double warmth = random.uniform(-amount, amount) * 0.3;
  return {r * light * (1 + warmth), g * light, b * light * (1 - warmth)};
}

Paint::Paint(const Box& extent, double perMetreX, double perMetreY)
    : extent_(extent),
      perMetreX_(perMetreX),
      perMetreY_(perMetreY),
      pixels_(static_cast<int>(std::lround(extent.height() * perMetreY)),
              static_cast<int>(std::lround(extent.width() * perMetreX)), CV_8UC4,
              cv::Scalar::all(0)) {}

// OpenCV's pixel centres lie at integers.
cv::Point2d Paint::toPixel(double x, double y) const {
  return {(x - extent_.left) * perMetreX_ - 0.5, (extent_.top - y) * perMetreY_ - 0.5};
}

cv::Rect Paint::pixelRect(const Box& box) const {
  const auto a = toPixel(box.left, box.top);
  const auto b = toPixel(box.right, box.bottom);
  const cv::Rect rect(cv::Point(cvRound(a.x), cvRound(a.y)), cv::Point(cvRound(b.x), cvRound(b.y)));
  return rect & cv::Rect(0, 0, pixels_.cols, pixels_.rows);
}

void Paint::box(const Box& b, const Colour& colour) {
  polygon({{b.left, b.bottom}, {b.right, b.bottom}, {b.right, b.top}, {b.left, b.top}}, colour);
}

void Paint::polygon(const std::vector<cv::Point2d>& corners, const Colour& colour) {
  std::vector<std::vector<cv::Point>> points(1);
  for (const auto& corner : corners) points[0].push_back(fixedPoint(toPixel(corner.x, corner.y)));
  cv::fillPoly(pixels_, points, scalar(colour), cv::LINE_AA, kShift);
}

void Paint::line(double x0, double y0, double x1, double y1, double width, const Colour& colour) {
  const int thickness = std::max(1, cvRound(width * perMetreX_));
  cv::line(pixels_, fixedPoint(toPixel(x0, y0)), fixedPoint(toPixel(x1, y1)), scalar(colour),
           thickness, cv::LINE_AA, kShift);
}

void Paint::ellipse(double x, double y, double radiusX, double radiusY, double degrees,
                    const Colour& colour, double ringWidth) {
  const int thickness = ringWidth > 0 ? std::max(1, cvRound(ringWidth * perMetreX_)) : cv::FILLED;
  const cv::Size axes(cvRound(radiusX * perMetreX_ * (1 << kShift)),
                      cvRound(radiusY * perMetreY_ * (1 << kShift)));
  cv::ellipse(pixels_, fixedPoint(toPixel(x, y)), axes, -degrees, 0, 360, scalar(colour), thickness,
              cv::LINE_AA, kShift);
}

double Paint::text(const std::string& words, double x, double y, double height, Letters letters,
                   double weight, const Colour& colour) {
  const int font = letters == Letters::Plain   ? cv::FONT_HERSHEY_DUPLEX
                   : letters == Letters::Roman ? cv::FONT_HERSHEY_TRIPLEX
                                               : cv::FONT_HERSHEY_SCRIPT_COMPLEX;
  constexpr double kCapital = 21; // Hershey's units of a capital's height
  const double scale = height * perMetreY_ / kCapital;
  const int thickness = std::max(1, cvRound(weight * height * perMetreY_));
  int baseline = 0;
  const auto size = cv::getTextSize(words, font, scale, thickness, &baseline);
  const auto at = toPixel(x, y);
  cv::putText(pixels_, words, {cvRound(at.x), cvRound(at.y)}, font, scale, scalar(colour),
              thickness, cv::LINE_AA);
  return size.width / perMetreX_;
}

void Paint::textCentred(const std::string& words, double x, double y, double height,
                        Letters letters, double weight, const Colour& colour) {
  // Measured on a surface of its own, so that nothing is painted twice.
  Paint measure({0, 0, 2 / perMetreX_, 2 / perMetreY_}, perMetreX_, perMetreY_);
  const double width = measure.text(words, 0, 0, height, letters, weight, colour);
  text(words, x - width / 2, y, height, letters, weight, colour);
}

void Paint::shade(const Box& box, double bottomFactor, double topFactor) {
  const auto rect = pixelRect(box);
  for (int y = rect.y; y < rect.y + rect.height; ++y) {
    const double t = (y - rect.y + 0.5) / rect.height;
    const double factor = topFactor + (bottomFactor - topFactor) * t;
    auto* row = pixels_.ptr<cv::Vec4b>(y);
    for (int x = rect.x; x < rect.x + rect.width; ++x) multiply(row[x], factor);
  }
}

void Paint::grain(const Box& box, double size, double amount, std::uint32_t seed) {
  const auto rect = pixelRect(box);
  const double stepX = 1 / (perMetreX_ * size);
  const double stepY = 1 / (perMetreY_ * size);
  for (int y = rect.y; y < rect.y + rect.height; ++y) {
    StopScope::check();
    auto* row = pixels_.ptr<cv::Vec4b>(y);
    for (int x = rect.x; x < rect.x + rect.width; ++x) {
      // Two octaves: blotches, and finer ones upon them.
      const double noise = 0.65 * valueNoise(x * stepX, y * stepY, seed) +
                           0.35 * valueNoise(x * stepX * 2.7, y * stepY * 2.7, seed + 1);
      multiply(row[x], 1 + amount * noise);
    }
  }
}

void Paint::panel(const Box& b, double frame, const Colour& colour) {
  box(b, colour);
  const Colour light = colour.times(1.25);
  const Colour dark = colour.times(0.6);
  const Box in = b.inset(frame);
  polygon({{b.left, b.top}, {b.right, b.top}, {in.right, in.top}, {in.left, in.top}}, light);
  polygon({{b.left, b.top}, {in.left, in.top}, {in.left, in.bottom}, {b.left, b.bottom}},
          colour.times(1.12));
  polygon({{b.left, b.bottom}, {b.right, b.bottom}, {in.right, in.bottom}, {in.left, in.bottom}},
          dark);
  polygon({{b.right, b.top}, {in.right, in.top}, {in.right, in.bottom}, {b.right, b.bottom}},
          colour.times(0.75));
}

void Paint::leaves(double x, double y, double radiusX, double radiusY, int count, double size,
                   const Colour& colour, Random& random) {
  for (int i = 0; i < count; ++i) {
    const double depth = static_cast<double>(i) / count; // later leaves lie further in front
    const double angle = random.uniform(0, 6.28318530718);
    const double radius = std::sqrt(random.uniform(0, 1));
    const double px = x + radiusX * radius * std::cos(angle);
    const double py = y + radiusY * radius * std::sin(angle);
    const double fromAbove = 0.85 + 0.15 * std::sin(angle) * radius;
    const double light = (0.35 + 0.75 * depth) * fromAbove;
    const double turn = random.uniform(0, 180);
    const double length = size * random.uniform(0.6, 1.1);
    const Colour leaf = colour.times(light).varied(random, 0.18);
    ellipse(px, py, length / 2, length / 4, turn, leaf);
    // The midrib, a little lighter.
    const double c = std::cos(turn * 0.01745329252) * length * 0.4;
    const double s = std::sin(turn * 0.01745329252) * length * 0.4;
    line(px - c, py - s, px + c, py + s, size * 0.05, leaf.times(1.2));
  }
}

} // namespace refscale::demo
