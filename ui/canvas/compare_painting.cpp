// How CompareCanvas looks: the painting half of the class, beside its behaviour.
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>

#include "ui/canvas/compare_canvas.h"
#include "ui/canvas/difference_bar.h"
#include "ui/canvas/mask_layer.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kLabelInset = 12;
constexpr int kLabelPadding = 8;
constexpr int kLabelHeight = 24;
constexpr int kLegendBox = 11;
constexpr int kFocusRing = 2;
constexpr int kLoupeGap = 16;

} // namespace

void CompareCanvas::drawLayer(QPainter& painter, const QRectF& pane,
                              const CanvasLayer& layer) const {
  if (!layer.pyramid) return;
  const QRectF seen = transform_.visibleFrame();
  if (seen.isEmpty()) return;
  const QRectF target(transform_.toView(seen.topLeft()), transform_.toView(seen.bottomRight()));
  drawPart(painter, target.translated(pane.topLeft()), layer, seen);
}

void CompareCanvas::drawPart(QPainter& painter, const QRectF& target, const CanvasLayer& layer,
                             const QRectF& part) const {
  // A layer of another size is scaled to the frame.
  const QSizeF size = layer.pyramid->size();
  const double sx = size.width() / transform_.frame().width();
  const double sy = size.height() / transform_.frame().height();
  const QRectF source(part.x() * sx, part.y() * sy, part.width() * sx, part.height() * sy);
  drawPyramid(painter, target, *layer.pyramid, source, 2 / std::max(sx, 1e-6));
}

void CompareCanvas::drawLabel(QPainter& painter, const QRectF& room, const QString& text,
                              Qt::Alignment side) const {
  if (text.isEmpty() || room.width() < metrics::kLabelLeastRoom) return;
  const QFontMetrics font(painter.font());
  const double most = room.width() - 2 * kLabelInset;
  const QString shown = font.elidedText(text, Qt::ElideMiddle, qRound(most) - 2 * kLabelPadding);
  const double width = std::min(most, font.horizontalAdvance(shown) + 2.0 * kLabelPadding);
  const bool right = (side & Qt::AlignRight) != 0;
  const bool bottom = (side & Qt::AlignBottom) != 0;
  const double x = right ? room.right() - kLabelInset - width : room.left() + kLabelInset;
  const double y = bottom ? room.bottom() - kLabelInset - kLabelHeight : room.top() + kLabelInset;
  const QRectF box(x, y, width, kLabelHeight);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.tokens().tag);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.drawRoundedRect(box, metrics::kRadius, metrics::kRadius);
  painter.setPen(theme_.tokens().tagText);
  painter.drawText(box, Qt::AlignCenter, shown);
}

void CompareCanvas::drawReachAndLegend(QPainter& painter) const {
  drawReach(painter, transform_.frameInView(), rect(), *reach_, theme_.tokens());
  const QString sure = tr("Sure match, %1 %").arg(QLocale().toString(qRound(reach_->share * 100)));
  const QString unsure = tr("No sure match: the model invents");
  const QFontMetrics font(painter.font());
  const double sureWidth = font.horizontalAdvance(sure);
  const double unsureWidth = font.horizontalAdvance(unsure);
  const double width = sureWidth + unsureWidth + 2 * kLegendBox + 6.0 * kLabelPadding;
  if (width + 2 * kLabelInset > this->width()) return;
  const Tokens& t = theme_.tokens();
  const QRectF box(kLabelInset, kLabelInset, width, kLabelHeight);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.tag);
  painter.drawRoundedRect(box, metrics::kRadius, metrics::kRadius);
  painter.setPen(QPen(t.tagText, 1));
  painter.setBrush(Qt::NoBrush);
  const double y = box.center().y() - kLegendBox / 2.0;
  double x = box.left() + kLabelPadding;
  for (const bool hatched : {false, true}) {
    const QRectF sign(x, y, kLegendBox, kLegendBox);
    painter.setBrush(hatched ? QBrush(t.tagText, Qt::BDiagPattern) : QBrush(Qt::NoBrush));
    painter.drawRect(sign);
    const double room = hatched ? unsureWidth : sureWidth;
    painter.drawText(QRectF(sign.right() + kLabelPadding, box.top(), room + 1, box.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, hatched ? unsure : sure);
    x = sign.right() + 3 * kLabelPadding + room;
  }
}

void CompareCanvas::drawPaint(QPainter& painter) const {
  const Tokens& t = theme_.tokens();
  const double scale = transform_.frameInView().width() / transform_.frame().width();
  const bool twice = mode_ == CompareMode::SideBySide && b_.pyramid;
  for (const bool second : {false, true}) {
    if (second && !twice) break;
    const QRectF pane = second ? paneB() : paneA();
    painter.save();
    painter.setClipRect(pane);
    if (mask_) {
      drawMask(painter, transform_.frameInView().translated(pane.topLeft()), pane, *mask_, t);
    }
    if (brush_ && !stroke_.isEmpty()) {
      QPolygonF path;
      for (const QPointF& p : stroke_) path << transform_.toView(p) + pane.topLeft();
      drawStroke(painter, path, brushSize_ * scale, *brush_, t);
    }
    if (brush_ && pointer_) {
      drawBrush(painter, transform_.toView(*pointer_) + pane.topLeft(), brushSize_ * scale, t);
    }
    painter.restore();
  }
}

void CompareCanvas::drawRows(QPainter& painter) const {
  for (const CanvasRows& rows : rows_) {
    const QRectF part(0, rows.top, transform_.frame().width(), rows.pyramid->size().height());
    const QRectF target(transform_.toView(part.topLeft()), transform_.toView(part.bottomRight()));
    if (!target.intersects(rect())) continue;
    drawPyramid(painter, target, *rows.pyramid, QRectF(QPointF(0, 0), part.size()));
  }
}

void CompareCanvas::drawSplit(QPainter& painter) const {
  const double at = splitCoordinate();
  QRectF first = rect();
  QRectF second = rect();
  if (horizontal_) {
    first.setBottom(at);
    second.setTop(at);
  } else {
    first.setRight(at);
    second.setLeft(at);
  }
  painter.save();
  painter.setClipRect(first);
  drawLayer(painter, rect(), a_);
  painter.setClipRect(second);
  drawLayer(painter, rect(), b_);
  painter.restore();

  const Tokens& t = theme_.tokens();
  const QPointF middle = horizontal_ ? QPointF(width() / 2.0, at) : QPointF(at, height() / 2.0);
  const QLineF line = horizontal_ ? QLineF(0, at, width(), at) : QLineF(at, 0, at, height());
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(t.markCasing, 4));
  painter.drawLine(line);
  painter.setPen(QPen(t.mark, 2));
  painter.drawLine(line);
  painter.setPen(QPen(t.markCasing, 1));
  painter.setBrush(t.mark);
  painter.drawEllipse(middle, metrics::kSplitHandle / 2.0, metrics::kSplitHandle / 2.0);
  painter.save();
  painter.translate(middle);
  if (horizontal_) painter.rotate(90);
  painter.setPen(QPen(t.markInk, 2, Qt::SolidLine, Qt::RoundCap));
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(QPolygonF({{-4, -4}, {-8, 0}, {-4, 4}}));
  painter.drawPolyline(QPolygonF({{4, -4}, {8, 0}, {4, 4}}));
  painter.restore();

  drawLabel(painter, first, tr("A  %1").arg(a_.name), Qt::AlignLeft | Qt::AlignTop);
  drawLabel(painter, second, tr("B  %1").arg(b_.name),
            horizontal_ ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignRight | Qt::AlignTop);
}

void CompareCanvas::drawSideBySide(QPainter& painter) const {
  for (const bool second : {false, true}) {
    const QRectF pane = second ? paneB() : paneA();
    painter.save();
    painter.setClipRect(pane);
    drawLayer(painter, pane, second ? b_ : a_);
    drawCrosshair(painter, pane);
    painter.restore();
    drawLabel(painter, pane, second ? tr("B  %1").arg(b_.name) : tr("A  %1").arg(a_.name),
              Qt::AlignLeft | Qt::AlignTop);
  }
}

void CompareCanvas::drawCrosshair(QPainter& painter, const QRectF& pane) const {
  if (!pointer_) return;
  constexpr double kArm = 8;
  const QPointF at = transform_.toView(*pointer_) + pane.topLeft();
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const auto& [colour, breadth] :
       {std::pair(theme_.tokens().markCasing, 3.0), std::pair(theme_.tokens().mark, 1.0)}) {
    painter.setPen(QPen(colour, breadth));
    painter.drawLine(at - QPointF(kArm, 0), at + QPointF(kArm, 0));
    painter.drawLine(at - QPointF(0, kArm), at + QPointF(0, kArm));
  }
}

void CompareCanvas::drawDifference(QPainter& painter) const {
  const QRect part = transform_.frameInView().toAlignedRect() & rect();
  if (part.isEmpty()) return;
  const bool isSigned = difference_ == DifferenceKind::Signed;
  const QImage a = rendered(a_, part);
  const QImage b = rendered(b_, part);
  QImage shown = isSigned ? signedDifference(a, b, gain_) : absoluteDifference(a, b, gain_);
  shown.setDevicePixelRatio(devicePixelRatioF());
  painter.drawImage(part.topLeft(), shown);
  const QString label =
      isSigned ? tr("Signed difference, %1 minus %2, ×%3") : tr("Difference of %1 and %2, ×%3");
  drawLabel(painter, rect(), label.arg(a_.name, b_.name, QLocale().toString(gain_)),
            Qt::AlignLeft | Qt::AlignTop);
  drawDifferenceBar(painter, rect().adjusted(kLabelInset, 0, 0, -kLabelInset), difference_, gain_,
                    theme_.tokens());
}

QImage CompareCanvas::rendered(const CanvasLayer& layer, const QRect& part) const {
  const double ratio = devicePixelRatioF();
  const bool alpha = layer.pyramid->levels.front().hasAlphaChannel();
  QImage image(part.size() * ratio,
               alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  image.fill(alpha ? Qt::transparent : Qt::black);
  QPainter onImage(&image);
  onImage.translate(-part.topLeft());
  drawLayer(onImage, rect(), layer);
  return image;
}

void CompareCanvas::drawLoupe(QPainter& painter) const {
  const Tokens& t = theme_.tokens();
  const double scale = loupe_ / devicePixelRatioF(); // logical pixels a frame pixel
  const QSizeF half(metrics::kLoupeWidth / 2.0, metrics::kLoupeHeight);
  const QPointF place = loupePlace();
  QRectF part(QPointF(0, 0), half / scale);
  part.moveCenter(place);

  // Beside the place, not over it, and within the view.
  const QRectF marked(transform_.toView(part.topLeft()), transform_.toView(part.bottomRight()));
  QRectF box(QPointF(marked.right(), marked.bottom()) + QPointF(kLoupeGap, kLoupeGap),
             QSizeF(metrics::kLoupeWidth, metrics::kLoupeHeight));
  if (box.right() > width()) box.moveRight(marked.left() - kLoupeGap);
  if (box.bottom() > height()) box.moveBottom(marked.top() - kLoupeGap);
  box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, width() - box.width())));
  box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, height() - box.height())));

  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setBrush(Qt::NoBrush);
  const auto outline = [&](const QRectF& rect) {
    painter.setPen(QPen(t.markCasing, 3));
    painter.drawRect(rect);
    painter.setPen(QPen(t.mark, 1));
    painter.drawRect(rect);
  };
  outline(marked);
  painter.fillRect(box, t.surround);
  for (const bool second : {false, true}) {
    const QRectF target(box.topLeft() + QPointF(second ? half.width() : 0, 0), half);
    drawPart(painter, target, second ? b_ : a_, part);
    drawLabel(painter, target, second ? tr("B  %1").arg(b_.name) : tr("A  %1").arg(a_.name),
              Qt::AlignLeft | Qt::AlignBottom);
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setBrush(Qt::NoBrush);
  outline(box);
  const QPointF middle(box.center().x(), 0);
  painter.drawLine(QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()));
}

void CompareCanvas::drawNavigator(QPainter& painter) const {
  if (!transform_.isValid() || transform_.showsWholeFrame() || !a_.pyramid) return;
  const QSizeF size =
      transform_.frame().scaled(metrics::kNavigator, metrics::kNavigator, Qt::KeepAspectRatio);
  if (size.width() * 3 > width() || size.height() * 3 > height()) return;
  const QRectF box(
      QPointF(width() - kLabelInset - size.width(), height() - kLabelInset - size.height()), size);
  const Tokens& t = theme_.tokens();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(box.adjusted(-2, -2, 2, 2), t.tag);
  drawPyramid(painter, box, *a_.pyramid, QRectF(QPointF(0, 0), QSizeF(a_.pyramid->size())));
  const QRectF seen = transform_.visibleFrame();
  const double scale = size.width() / transform_.frame().width();
  const QRectF mark(box.x() + seen.x() * scale, box.y() + seen.y() * scale, seen.width() * scale,
                    seen.height() * scale);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(t.markCasing, 3));
  painter.drawRect(mark);
  painter.setPen(QPen(t.mark, 1));
  painter.drawRect(mark);
}

void CompareCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_.tokens().surround);
  if (!transform_.isValid()) return;
  switch (shownMode()) {
    case CompareMode::Loupe: // its box comes over everything
    case CompareMode::Single: {
      const CanvasLayer& shown = singleLayer();
      drawLayer(painter, paneA(), shown);
      if (mode_ == CompareMode::SideBySide && b_.pyramid) drawLayer(painter, paneB(), shown);
      if (!spaceHeld_) drawRows(painter);
      if (reach_ && !spaceHeld_) {
        drawReachAndLegend(painter);
      } else {
        drawLabel(painter, paneA(), shown.name, Qt::AlignLeft | Qt::AlignTop);
      }
      break;
    }
    case CompareMode::Split:
      drawSplit(painter);
      break;
    case CompareMode::SideBySide:
      drawSideBySide(painter);
      break;
    case CompareMode::Difference:
      drawDifference(painter);
      break;
    case CompareMode::Blink: {
      const CanvasLayer& shown = blinkShowsB_ ? b_ : a_;
      drawLayer(painter, rect(), shown);
      drawLabel(painter, rect(),
                blinkShowsB_ ? tr("B  %1").arg(shown.name) : tr("A  %1").arg(shown.name),
                Qt::AlignLeft | Qt::AlignTop);
      break;
    }
  }
  if ((mask_ || brush_) && !spaceHeld_) drawPaint(painter);
  marked_.draw(painter, transform_, paneA().topLeft());
  if (mode_ == CompareMode::SideBySide && b_.pyramid) {
    marked_.draw(painter, transform_, paneB().topLeft());
  } else {
    drawNavigator(painter);
  }
  if (shownMode() == CompareMode::Loupe) drawLoupe(painter);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.tokens().accent, kFocusRing));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

} // namespace refscale::ui
