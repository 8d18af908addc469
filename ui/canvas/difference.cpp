#include "ui/canvas/difference.h"

#include <QPainter>
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "ui/theme/diverging_map.h"

namespace refscale::ui {
namespace {

constexpr int kBandRows = 256; // of a picture that has to be scaled, at a time

// Luma of BT.601, times 256.
int lumaDifference(QRgb a, QRgb b) {
  return 77 * (qRed(a) - qRed(b)) + 150 * (qGreen(a) - qGreen(b)) + 29 * (qBlue(a) - qBlue(b));
}

bool canCompare(QRgb a, QRgb b) {
  return (a & b) >> 24 == 0xff;
}

const QRgb* pixels(const QImage& image, int y) {
  return reinterpret_cast<const QRgb*>(image.constScanLine(y));
}

bool mayBeTransparent(const QImage& a, const QImage& b) {
  return a.hasAlphaChannel() || b.hasAlphaChannel();
}

QImage sheetFor(const QImage& a, const QImage& b) {
  return {a.size(),
          mayBeTransparent(a, b) ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32};
}

// The rows of the frame from `top` on.
QImage bandOf(const Pyramid& picture, QSize frame, int top, int rows) {
  const QImage& whole = picture.levels.front();
  if (whole.size() == frame) return whole.copy(0, top, frame.width(), rows);
  QImage band(frame.width(), rows,
              whole.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  band.fill(Qt::transparent);
  const double sx = static_cast<double>(whole.width()) / frame.width();
  const double sy = static_cast<double>(whole.height()) / frame.height();
  QPainter painter(&band);
  drawPyramid(painter, QRectF(0, 0, frame.width(), rows), picture,
              QRectF(0, top * sy, whole.width(), rows * sy), 2 / std::max(sx, 1e-6));
  return band;
}

struct Sums {
  std::int64_t pixels = 0;
  std::int64_t absolute = 0;
  std::int64_t luma = 0;
  int most = 0;

  void add(QRgb a, QRgb b) {
    const int r = std::abs(qRed(a) - qRed(b));
    const int g = std::abs(qGreen(a) - qGreen(b));
    const int bl = std::abs(qBlue(a) - qBlue(b));
    ++pixels;
    absolute += r + g + bl;
    luma += lumaDifference(a, b);
    most = std::max({most, r, g, bl});
  }
};

} // namespace

QImage absoluteDifference(const QImage& a, const QImage& b, int gain) {
  QImage out = sheetFor(a, b);
  const int bytes = 4 * a.width();
  const auto factor = static_cast<std::uint16_t>(gain);
  for (int y = 0; y < a.height(); ++y) {
    const uchar* rowA = a.constScanLine(y);
    const uchar* rowB = b.constScanLine(y);
    uchar* row = out.scanLine(y);
    for (int i = 0; i < bytes; ++i) { // simple enough for the compiler's vectors: many at a time
      const uchar difference = std::max(rowA[i], rowB[i]) - std::min(rowA[i], rowB[i]);
      const auto enlarged = static_cast<std::uint16_t>(difference * factor);
      row[i] = static_cast<uchar>(std::min<std::uint16_t>(255, enlarged));
    }
    for (int i = 3; i < bytes; i += 4) row[i] = 255;
    if (!out.hasAlphaChannel()) continue;
    auto* shown = reinterpret_cast<QRgb*>(row);
    for (int x = 0; x < a.width(); ++x) {
      if (!canCompare(pixels(a, y)[x], pixels(b, y)[x])) shown[x] = 0;
    }
  }
  return out;
}

QImage signedDifference(const QImage& a, const QImage& b, int gain) {
  QImage out = sheetFor(a, b);
  const DivergingTable& table = divergingTable();
  const bool opaque = !out.hasAlphaChannel();
  for (int y = 0; y < a.height(); ++y) {
    const QRgb* rowA = pixels(a, y);
    const QRgb* rowB = pixels(b, y);
    auto* row = reinterpret_cast<QRgb*>(out.scanLine(y));
    for (int x = 0; x < a.width(); ++x) {
      if (!opaque && !canCompare(rowA[x], rowB[x])) {
        row[x] = 0;
        continue;
      }
      const int value = (lumaDifference(rowA[x], rowB[x]) * gain + 128) >> 8;
      row[x] = table[static_cast<std::size_t>(
          std::clamp(value, -kDivergingMiddle, kDivergingMiddle) + kDivergingMiddle)];
    }
  }
  return out;
}

std::optional<DifferenceFigures> differenceFigures(const Pyramid& a, const Pyramid& b,
                                                   QSize frame) {
  Sums sums;
  for (int top = 0; top < frame.height(); top += kBandRows) {
    const int rows = std::min(kBandRows, frame.height() - top);
    const QImage bandA = bandOf(a, frame, top, rows);
    const QImage bandB = bandOf(b, frame, top, rows);
    const bool opaque = !mayBeTransparent(bandA, bandB);
    for (int y = 0; y < rows; ++y) {
      const QRgb* rowA = pixels(bandA, y);
      const QRgb* rowB = pixels(bandB, y);
      for (int x = 0; x < frame.width(); ++x) {
        if (opaque || canCompare(rowA[x], rowB[x])) sums.add(rowA[x], rowB[x]);
      }
    }
  }
  if (sums.pixels == 0) return std::nullopt;
  const auto count = static_cast<double>(sums.pixels);
  return DifferenceFigures{static_cast<double>(sums.absolute) / (3 * count), sums.most,
                           static_cast<double>(sums.luma) / (256 * count)};
}

} // namespace refscale::ui
