#include "ui/canvas/mask_layer.h"

#include <QPainter>
#include <QPixmap>

#include "ui/theme/tokens.h"

namespace refscale::ui {
namespace {

constexpr double kOpacity = 0.4;
constexpr int kDotStep = 8; // view pixels
constexpr int kDot = 3;

QBrush dots(const Tokens& tokens) {
  QPixmap tile(kDotStep, kDotStep);
  tile.fill(tokens.markCasing);
  QPainter painter(&tile);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.mark);
  painter.drawEllipse(QRectF((kDotStep - kDot) / 2.0, (kDotStep - kDot) / 2.0, kDot, kDot));
  return {tile};
}

} // namespace

void drawMask(QPainter& painter, const QRectF& frame, const QRectF& view, const QImage& mask,
              const Tokens& tokens) {
  const QRect seen = (frame & view).toAlignedRect();
  if (seen.isEmpty()) return;
  QImage layer(seen.size(), QImage::Format_ARGB32_Premultiplied);
  layer.fill(Qt::transparent);
  QPainter onLayer(&layer);
  onLayer.fillRect(layer.rect(), dots(tokens));
  onLayer.setCompositionMode(QPainter::CompositionMode_DestinationIn);
  QImage alpha = mask;
  alpha.reinterpretAsFormat(QImage::Format_Alpha8);
  onLayer.drawImage(frame.translated(-seen.topLeft()), alpha);
  onLayer.end();
  painter.save();
  painter.setOpacity(kOpacity);
  painter.drawImage(seen.topLeft(), layer);
  painter.restore();
}

void drawStroke(QPainter& painter, const QPolygonF& path, double diameter, BrushKind kind,
                const Tokens& tokens) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setOpacity(kOpacity);
  const QBrush fill = kind == BrushKind::Paint ? dots(tokens) : QBrush(tokens.mark);
  if (path.size() == 1) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(path.front(), diameter / 2, diameter / 2);
  } else {
    painter.setPen(QPen(fill, diameter, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(path);
  }
  painter.restore();
}

void drawBrush(QPainter& painter, QPointF middle, double diameter, const Tokens& tokens) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(tokens.markCasing, 3));
  painter.drawEllipse(middle, diameter / 2, diameter / 2);
  painter.setPen(QPen(tokens.mark, 1));
  painter.drawEllipse(middle, diameter / 2, diameter / 2);
  painter.restore();
}

} // namespace refscale::ui
