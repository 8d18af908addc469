#include "core/train/synthetic.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/train/degrade.h"

namespace refscale::train {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;

Matrix3 translation(double x, double y) {
  return {1, 0, x, 0, 1, y, 0, 0, 1};
}

Matrix3 similarity(double degrees, double scale) {
  const double c = scale * std::cos(degrees * kDegree);
  const double s = scale * std::sin(degrees * kDegree);
  return {c, -s, 0, s, c, 0, 0, 0, 1};
}

std::uint8_t toByte(double value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

// Gamma, contrast about the middle, and a gain of each colour.
void relight(media::Picture& picture, double amount, Random& random) {
  if (amount <= 0) return;
  const double gamma = std::pow(1.25, amount * random.uniform(-1, 1));
  const double contrast = 1 + 0.1 * amount * random.uniform(-1, 1);
  std::array<std::array<std::uint8_t, 256>, 3> tables{};
  for (auto& table : tables) {
    const double gain = 1 + 0.1 * amount * random.uniform(-1, 1);
    for (int v = 0; v < 256; ++v) {
      const double light = 255 * std::pow(v / 255.0, gamma) * gain;
      table[v] = toByte(128 + contrast * (light - 128));
    }
  }
  for (int y = 0; y < picture.height(); ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int i = 0; i < 3 * picture.width(); ++i) row[i] = tables[i % 3][row[i]];
  }
}

// From the window (centre at the origin) to the reference (likewise).
Matrix3 drawnTransformation(double side, const SyntheticOptions& options, Random& random) {
  const double turn = options.turn * random.normal();
  const double scale =
      std::exp(random.uniform(std::log(options.scaleLow), std::log(options.scaleHigh)));
  std::array<Point, 4> corners = {Point{0, 0}, {side, 0}, {side, side}, {0, side}};
  for (Point& p : corners) {
    p.x += options.corner * random.uniform(-1, 1);
    p.y += options.corner * random.uniform(-1, 1);
  }
  const Matrix3 bent = product(product(translation(-side / 2, -side / 2), squareTo(side, corners)),
                               translation(side / 2, side / 2));
  const Matrix3 moved =
      translation(options.shift * random.uniform(-1, 1), options.shift * random.uniform(-1, 1));
  return product(moved, product(similarity(turn, scale), bent));
}

} // namespace

Matrix3 product(const Matrix3& a, const Matrix3& b) {
  Matrix3 out{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      for (std::size_t k = 0; k < 3; ++k) out[3 * i + j] += a[3 * i + k] * b[3 * k + j];
    }
  }
  return out;
}

Matrix3 inverse(const Matrix3& m) {
  const Matrix3 adjugate = {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
  const double determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
  if (!(std::abs(determinant) > 1e-12)) {
    throw Error(Kind::Internal,
                "A transformation of a training pair cannot be undone; report this.");
  }
  Matrix3 out = adjugate;
  for (double& v : out) v /= determinant;
  return out;
}

Point mapped(const Matrix3& m, Point p) {
  const double w = m[6] * p.x + m[7] * p.y + m[8];
  return {(m[0] * p.x + m[1] * p.y + m[2]) / w, (m[3] * p.x + m[4] * p.y + m[5]) / w};
}

Matrix3 squareTo(double side, const std::array<Point, 4>& to) {
  // Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989), section 2.2.3.
  const double dx1 = to[1].x - to[2].x;
  const double dx2 = to[3].x - to[2].x;
  const double dy1 = to[1].y - to[2].y;
  const double dy2 = to[3].y - to[2].y;
  const double sx = to[0].x - to[1].x + to[2].x - to[3].x;
  const double sy = to[0].y - to[1].y + to[2].y - to[3].y;
  const double d = dx1 * dy2 - dx2 * dy1;
  const double g = (sx * dy2 - dx2 * sy) / d;
  const double h = (dx1 * sy - sx * dy1) / d;
  const Matrix3 unit = {to[1].x - to[0].x + g * to[1].x,
                        to[3].x - to[0].x + h * to[3].x,
                        to[0].x,
                        to[1].y - to[0].y + g * to[1].y,
                        to[3].y - to[0].y + h * to[3].y,
                        to[0].y,
                        g,
                        h,
                        1};
  return product(unit, {1 / side, 0, 0, 0, 1 / side, 0, 0, 0, 1});
}

media::Picture warped(const media::Picture& photo, const Matrix3& toSource, int width, int height) {
  media::Picture out(width, height, 3, media::Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = out.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      const Point p = mapped(toSource, {static_cast<double>(x), static_cast<double>(y)});
      const double px = std::clamp(p.x, 0.0, photo.width() - 1.0);
      const double py = std::clamp(p.y, 0.0, photo.height() - 1.0);
      const int x0 = std::min(static_cast<int>(px), std::max(0, photo.width() - 2));
      const int y0 = std::min(static_cast<int>(py), std::max(0, photo.height() - 2));
      const int x1 = std::min(x0 + 1, photo.width() - 1);
      const auto* above = photo.row<std::uint8_t>(y0);
      const auto* below = photo.row<std::uint8_t>(std::min(y0 + 1, photo.height() - 1));
      const double fx = px - x0;
      const double fy = py - y0;
      for (int c = 0; c < 3; ++c) {
        const double top = above[3 * x0 + c] * (1 - fx) + above[3 * x1 + c] * fx;
        const double bottom = below[3 * x0 + c] * (1 - fx) + below[3 * x1 + c] * fx;
        row[3 * x + c] = toByte(top * (1 - fy) + bottom * fy);
      }
    }
  }
  return out;
}

SyntheticPair makeSynthetic(const media::Picture& photo, const Area& input, int size,
                            const SyntheticOptions& options, Random& random) {
  const double centreX = (input.width - 1) / 2.0;
  const double centreY = (input.height - 1) / 2.0;
  SyntheticPair pair;
  pair.homography = product(
      translation((size - 1) / 2.0, (size - 1) / 2.0),
      product(drawnTransformation(input.width, options, random), translation(-centreX, -centreY)));
  const Matrix3 toPhoto = product(translation(input.x, input.y), inverse(pair.homography));
  pair.reference = warped(photo, toPhoto, size, size);
  relight(pair.reference, options.light, random);
  if (random.chance(0.5)) blur(pair.reference, options.blur * random.uniform());
  if (random.chance(0.5)) addNoise(pair.reference, options.noise * random.uniform(), random);
  if (random.chance(0.5)) {
    compressAsJpeg(pair.reference, static_cast<int>(random.uniform(options.jpegLow, 101)));
  }
  return pair;
}

} // namespace refscale::train
