#include "ui/models/mask.h"

#include <QPainter>
#include <algorithm>
#include <cstring>

namespace refscale::ui {
namespace {

constexpr double kScale = 4;
constexpr int kBright = 128;

// Null instead of an empty mask, so that erasing everything is nothing painted.
MaskHandle handleOf(QImage image) {
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = image.constScanLine(y);
    if (std::any_of(row, row + image.width(), [](uchar v) { return v != 0; })) {
      return std::make_shared<const QImage>(std::move(image));
    }
  }
  return nullptr;
}

QImage imageOf(const MaskHandle& mask, QSize size) {
  if (mask) return *mask;
  QImage empty(size, QImage::Format_Grayscale8);
  empty.fill(0);
  return empty;
}

// Not only able to be: many programs write an alpha channel that says nothing.
bool isTransparentSomewhere(const QImage& image) {
  if (!image.hasAlphaChannel()) return false;
  const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
  for (int y = 0; y < alpha.height(); ++y) {
    const uchar* row = alpha.constScanLine(y);
    if (std::any_of(row, row + alpha.width(), [](uchar v) { return v != 255; })) return true;
  }
  return false;
}

} // namespace

MaskHandle painted(const MaskHandle& mask, QSize size, const BrushStroke& stroke) {
  if (stroke.path.isEmpty()) return mask;
  QImage image = imageOf(mask, size);
  QPainter painter(&image);
  const QColor colour = stroke.kind == BrushKind::Paint ? Qt::white : Qt::black;
  painter.scale(1 / kScale, 1 / kScale);
  painter.setPen(QPen(colour, stroke.diameter, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (stroke.path.size() == 1) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(stroke.path.front(), stroke.diameter / 2, stroke.diameter / 2);
  } else {
    painter.drawPolyline(stroke.path);
  }
  painter.end();
  return handleOf(std::move(image));
}

MaskHandle inverted(const MaskHandle& mask, QSize size) {
  QImage image = imageOf(mask, size);
  image.invertPixels();
  return handleOf(std::move(image));
}

MaskHandle joined(const MaskHandle& mask, const QImage& cells) {
  QImage image = imageOf(mask, cells.size());
  for (int y = 0; y < image.height(); ++y) {
    uchar* row = image.scanLine(y);
    const uchar* added = cells.constScanLine(y);
    for (int x = 0; x < image.width(); ++x) row[x] = std::max(row[x], added[x]);
  }
  return handleOf(std::move(image));
}

MaskHandle maskFrom(const QImage& image, QSize size) {
  if (image.isNull()) return nullptr;
  const QImage scaled = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  QImage grey = isTransparentSomewhere(image) ? scaled.convertToFormat(QImage::Format_Alpha8)
                                              : scaled.convertToFormat(QImage::Format_Grayscale8);
  if (grey.format() == QImage::Format_Alpha8) grey.reinterpretAsFormat(QImage::Format_Grayscale8);
  for (int y = 0; y < grey.height(); ++y) {
    auto* row = grey.scanLine(y);
    std::transform(row, row + grey.width(), row,
                   [](uchar v) { return static_cast<uchar>(v >= kBright ? 255 : 0); });
  }
  return handleOf(std::move(grey));
}

bool sameMask(const MaskHandle& a, const MaskHandle& b) {
  if (a == b) return true;
  if (!a || !b || a->size() != b->size()) return false;
  for (int y = 0; y < a->height(); ++y) { // what is painted alone; not how an image came about
    if (std::memcmp(a->constScanLine(y), b->constScanLine(y),
                    static_cast<std::size_t>(a->width())) != 0) {
      return false;
    }
  }
  return true;
}

double paintedShare(const MaskHandle& mask) {
  if (!mask) return 0;
  std::int64_t count = 0;
  for (int y = 0; y < mask->height(); ++y) {
    const auto* row = mask->constScanLine(y);
    count += std::count_if(row, row + mask->width(), [](uchar v) { return v != 0; });
  }
  return static_cast<double>(count) / (static_cast<double>(mask->width()) * mask->height());
}

std::shared_ptr<const media::Picture> toPicture(const MaskHandle& mask) {
  if (!mask) return nullptr;
  auto picture =
      std::make_shared<media::Picture>(mask->width(), mask->height(), 1, media::Sample::U8);
  for (int y = 0; y < mask->height(); ++y) {
    std::memcpy(picture->row<std::uint8_t>(y), mask->constScanLine(y),
                static_cast<std::size_t>(mask->width()));
  }
  return picture;
}

} // namespace refscale::ui
