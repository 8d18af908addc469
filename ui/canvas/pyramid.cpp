#include "ui/canvas/pyramid.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

namespace refscale::ui {
namespace {

constexpr int kSmallestLevel = 256; // longer side, from which on no smaller level is made

template <bool Grey>
void copyRow(const std::uint8_t* from, int channels, QRgb* to, int width) {
  for (int x = 0; x < width; ++x, from += channels) {
    const int alpha = channels % 2 == 0 ? from[channels - 1] : 255;
    const QRgb value = qRgba(from[0], from[Grey ? 0 : 1], from[Grey ? 0 : 2], alpha);
    to[x] = alpha == 255 ? value : qPremultiply(value);
  }
}

} // namespace

QImage toImage(const media::Picture& picture) {
  const bool bytes = picture.sample() == media::Sample::U8;
  const media::Picture made =
      bytes ? media::Picture() : media::converted(picture, media::Sample::U8);
  const media::Picture& source = bytes ? picture : made;
  QImage image(source.width(), source.height(),
               source.hasAlpha() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  for (int y = 0; y < source.height(); ++y) {
    const auto* from = source.row<std::uint8_t>(y);
    auto* to = reinterpret_cast<QRgb*>(image.scanLine(y));
    if (source.isGrey()) {
      copyRow<true>(from, source.channels(), to, source.width());
    } else {
      copyRow<false>(from, source.channels(), to, source.width());
    }
  }
  return image;
}

PyramidHandle makePyramid(QImage image) {
  auto pyramid = std::make_shared<Pyramid>();
  pyramid->levels.push_back(std::move(image));
  for (;;) {
    const QImage& last = pyramid->levels.back();
    if (std::max(last.width(), last.height()) <= kSmallestLevel) break;
    pyramid->levels.push_back(last.scaled(std::max(1, (last.width() + 1) / 2),
                                          std::max(1, (last.height() + 1) / 2),
                                          Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  }
  return pyramid;
}

QImage thumbnail(const Pyramid& pyramid, QSize box) {
  const QSize full = pyramid.size();
  if (full.width() <= box.width() && full.height() <= box.height()) return pyramid.levels.front();
  const QSize wanted = full.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
  const QImage* level = &pyramid.levels.front();
  for (const QImage& candidate : pyramid.levels) {
    if (candidate.width() < wanted.width() || candidate.height() < wanted.height()) break;
    level = &candidate;
  }
  return level->scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void drawPyramid(QPainter& painter, const QRectF& target, const Pyramid& pyramid,
                 const QRectF& source, double nearestFrom) {
  const QSize full = pyramid.size();
  const QRectF visible = source & QRectF(QPointF(0, 0), QSizeF(full));
  if (visible.isEmpty() || target.isEmpty()) return;
  const double scaleX = target.width() / source.width(); // logical pixels a picture pixel
  const double scaleY = target.height() / source.height();
  const double device = scaleX * painter.device()->devicePixelRatioF();

  std::size_t level = 0;
  while (level + 1 < pyramid.levels.size() && device * std::pow(2.0, level) <= 0.5) ++level;
  const QImage& image = pyramid.levels[level];
  const double toLevelX = static_cast<double>(image.width()) / full.width();
  const double toLevelY = static_cast<double>(image.height()) / full.height();

  // Whole pixels of the level, one more around: the filter needs the neighbours at the edges.
  const QRectF wanted(visible.x() * toLevelX, visible.y() * toLevelY, visible.width() * toLevelX,
                      visible.height() * toLevelY);
  const QRect part = wanted.toAlignedRect().adjusted(-1, -1, 1, 1) & image.rect();
  const QRectF place(target.x() + (part.x() / toLevelX - source.x()) * scaleX,
                     target.y() + (part.y() / toLevelY - source.y()) * scaleY,
                     part.width() / toLevelX * scaleX, part.height() / toLevelY * scaleY);
  painter.save();
  painter.setClipRect(target, Qt::IntersectClip);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, device <= nearestFrom);
  painter.drawImage(place, image, part);
  painter.restore();
}

} // namespace refscale::ui
