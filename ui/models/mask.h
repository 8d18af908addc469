// The painted area where nothing is borrowed: one grey pixel for each pixel of the picture to
// enlarge (a cell of the match), white where it is painted. Values, never changed in place; null
// means that nothing is painted.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <QSize>
#include <memory>

#include "core/media/picture.h"

namespace refscale::ui {

using MaskHandle = std::shared_ptr<const QImage>; // Format_Grayscale8

enum class BrushKind { Paint, Erase };

// A stroke of a round brush; path and diameter in pixels of the 4x output.
struct BrushStroke {
  BrushKind kind = BrushKind::Paint;
  QPolygonF path;
  double diameter = 48;
};

// `size`: of the picture to enlarge.
[[nodiscard]] MaskHandle painted(const MaskHandle& mask, QSize size, const BrushStroke& stroke);
[[nodiscard]] MaskHandle inverted(const MaskHandle& mask, QSize size);
// Painted in either; `cells` is grey and of the mask's size.
[[nodiscard]] MaskHandle joined(const MaskHandle& mask, const QImage& cells);
// Any picture, scaled to the size: its opaque part where it has transparency, else its bright part.
[[nodiscard]] MaskHandle maskFrom(const QImage& image, QSize size);
[[nodiscard]] bool sameMask(const MaskHandle& a, const MaskHandle& b);
[[nodiscard]] double paintedShare(const MaskHandle& mask); // 0..1
// As the engine takes it; null for null.
[[nodiscard]] std::shared_ptr<const media::Picture> toPicture(const MaskHandle& mask);

} // namespace refscale::ui
