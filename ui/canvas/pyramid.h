// A picture made ready to be looked at: 8-bit pixels in halved sizes, so that painting any zoom
// touches about as many pixels as the screen has. Made in a worker, shared, never changed.
#pragma once

#include <QImage>
#include <QRectF>
#include <memory>
#include <vector>

#include "core/media/picture.h"

class QPainter;

namespace refscale::ui {

struct Pyramid {
  std::vector<QImage> levels; // full size first, each half of the one before

  [[nodiscard]] QSize size() const { return levels.front().size(); }
};
using PyramidHandle = std::shared_ptr<const Pyramid>;

// Any picture in sRGB, with alpha as alpha. Slow for large pictures: for workers.
[[nodiscard]] QImage toImage(const media::Picture& picture);
[[nodiscard]] PyramidHandle makePyramid(QImage image);

// Scaled to fit a box, never enlarged, from the smallest level that is enough.
[[nodiscard]] QImage thumbnail(const Pyramid& pyramid, QSize box);

// Draws the part `source` (pixels of level 0, may reach outside the picture) into `target`. Cells
// show as cells above 200 % of the picture's own pixels (`nearestFrom`, in device pixels a pixel).
void drawPyramid(QPainter& painter, const QRectF& target, const Pyramid& pyramid,
                 const QRectF& source, double nearestFrom = 2);

} // namespace refscale::ui
