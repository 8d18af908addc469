#include "core/media/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/error.h"
#include "core/media/parallel.h"

namespace refscale::media {
namespace {

constexpr int kRadius = 5;
constexpr int kWindow = 2 * kRadius + 1;

void check(const Picture& a, const Picture& b, int border, int smallest) {
  for (const Picture* picture : {&a, &b}) {
    if (picture->empty() || picture->sample() != Sample::U8 || picture->channels() != 3) {
      throw Error(Kind::BadInput,
                  "Quality is measured on 8-bit RGB pictures; convert both pictures first.");
    }
  }
  if (a.width() != b.width() || a.height() != b.height()) {
    throw Error(Kind::BadInput, "Quality is measured on pictures of the same size; these are " +
                                    std::to_string(a.width()) + " x " + std::to_string(a.height()) +
                                    " and " + std::to_string(b.width()) + " x " +
                                    std::to_string(b.height()) + " pixels.");
  }
  if (border < 0 || std::min(a.width(), a.height()) / 2 < border ||
      std::min(a.width(), a.height()) - 2 * border < smallest) {
    throw Error(Kind::BadInput, "The pictures are too small to crop " + std::to_string(border) +
                                    " pixels at each side and measure the rest; use larger ones.");
  }
}

// One row of what is measured: the unrounded Y of BT.601, 16..235, or one channel (0, 1, 2).
constexpr int kLuma = 3;
void loadRow(const Picture& picture, int y, int border, int plane, std::span<double> row) {
  const std::uint8_t* pixel = picture.row<std::uint8_t>(y) + static_cast<std::size_t>(border) * 3;
  for (double& value : row) {
    value = plane == kLuma
                ? (65.481 * pixel[0] + 128.553 * pixel[1] + 24.966 * pixel[2]) / 255.0 + 16.0
                : pixel[plane];
    pixel += 3;
  }
}

std::array<double, kWindow> gaussianWindow() {
  std::array<double, kWindow> window{};
  for (int i = 0; i < kWindow; ++i) {
    const double distance = i - kRadius;
    window[i] = std::exp(-distance * distance / (2 * 1.5 * 1.5));
  }
  const double sum = std::accumulate(window.begin(), window.end(), 0.0);
  for (double& value : window) value /= sum;
  return window;
}

// The weighted sums that SSIM is made of: a, b, a^2, b^2, ab.
struct Moments {
  double a = 0, b = 0, aa = 0, bb = 0, ab = 0;
  void add(double weight, double valueA, double valueB) {
    a += weight * valueA;
    b += weight * valueB;
    aa += weight * valueA * valueA;
    bb += weight * valueB * valueB;
    ab += weight * valueA * valueB;
  }
  void add(double weight, const Moments& other) {
    a += weight * other.a;
    b += weight * other.b;
    aa += weight * other.aa;
    bb += weight * other.bb;
    ab += weight * other.ab;
  }
};

// Wang et al. 2004, equation 13.
double similarity(const Moments& m) {
  constexpr double kC1 = 6.5025;
  constexpr double kC2 = 58.5225;
  const double varianceA = m.aa - m.a * m.a;
  const double varianceB = m.bb - m.b * m.b;
  const double covariance = m.ab - m.a * m.b;
  return (2 * m.a * m.b + kC1) * (2 * covariance + kC2) /
         ((m.a * m.a + m.b * m.b + kC1) * (varianceA + varianceB + kC2));
}

// Sum of the similarity over one row of windows whose top row is `top` of the cropped picture.
double rowSimilarity(const std::vector<double>& rowsA, const std::vector<double>& rowsB, int top,
                     int width, const std::array<double, kWindow>& window,
                     std::vector<Moments>& columns) {
  std::fill(columns.begin(), columns.end(), Moments{});
  for (int i = 0; i < kWindow; ++i) {
    const std::size_t start = static_cast<std::size_t>(top + i) * width;
    for (int x = 0; x < width; ++x) columns[x].add(window[i], rowsA[start + x], rowsB[start + x]);
  }
  double sum = 0;
  for (int x = 0; x + kWindow <= width; ++x) {
    Moments moments;
    for (int i = 0; i < kWindow; ++i) moments.add(window[i], columns[x + i]);
    sum += similarity(moments);
  }
  return sum;
}

double ssimOfPlane(const Picture& a, const Picture& b, int plane, int border) {
  const int width = a.width() - 2 * border;
  const int rows = a.height() - 2 * border - (kWindow - 1);
  const auto window = gaussianWindow();
  constexpr int kBandRows = 32;
  std::vector<double> bandSums((rows - 1) / kBandRows + 1);
  parallelFor(static_cast<int>(bandSums.size()), [&](int band) {
    const int begin = band * kBandRows;
    const int count = std::min(rows - begin, kBandRows);
    const std::size_t samples = static_cast<std::size_t>(width) * (count + kWindow - 1);
    std::vector<double> rowsA(samples);
    std::vector<double> rowsB(samples);
    std::vector<Moments> columns(width);
    for (int y = 0; y < count + kWindow - 1; ++y) {
      const std::size_t start = static_cast<std::size_t>(y) * width;
      loadRow(a, border + begin + y, border, plane, std::span(rowsA).subspan(start, width));
      loadRow(b, border + begin + y, border, plane, std::span(rowsB).subspan(start, width));
    }
    for (int y = 0; y < count; ++y) {
      bandSums[band] += rowSimilarity(rowsA, rowsB, y, width, window, columns);
    }
  });
  const double sum = std::accumulate(bandSums.begin(), bandSums.end(), 0.0);
  return sum / (static_cast<double>(rows) * (width - (kWindow - 1)));
}

double squaredError(const Picture& a, const Picture& b, int plane, int border) {
  const int width = a.width() - 2 * border;
  std::vector<double> rowA(width);
  std::vector<double> rowB(width);
  double sum = 0;
  for (int y = border; y < a.height() - border; ++y) {
    loadRow(a, y, border, plane, rowA);
    loadRow(b, y, border, plane, rowB);
    for (int x = 0; x < width; ++x) sum += (rowA[x] - rowB[x]) * (rowA[x] - rowB[x]);
  }
  return sum / (static_cast<double>(width) * (a.height() - 2 * border));
}

template <typename Measure>
double meanOverPlanes(MetricChannels channels, const Measure& measure) {
  if (channels == MetricChannels::Y) return measure(kLuma);
  return (measure(0) + measure(1) + measure(2)) / 3.0;
}

} // namespace

double psnr(const Picture& a, const Picture& b, MetricChannels channels, int border) {
  check(a, b, border, 1);
  const double error =
      meanOverPlanes(channels, [&](int plane) { return squaredError(a, b, plane, border); });
  if (error == 0) return std::numeric_limits<double>::infinity();
  return 20.0 * std::log10(255.0 / std::sqrt(error));
}

double ssim(const Picture& a, const Picture& b, MetricChannels channels, int border) {
  check(a, b, border, kWindow);
  return meanOverPlanes(channels, [&](int plane) { return ssimOfPlane(a, b, plane, border); });
}

} // namespace refscale::media
