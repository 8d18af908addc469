#include "ui/canvas/comparison.h"

#include <QPainter>
#include <algorithm>

#include "ui/canvas/compare_canvas.h"
#include "ui/canvas/difference_bar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace refscale::ui {
namespace {

constexpr int kInset = 12;
constexpr int kLabelPadding = 8;
constexpr int kLabelHeight = 24;
constexpr double kUsualWidth = 1200; // of a picture at which labels have the window's size

// The whole frame of one layer, into a place of its own.
void drawWhole(QPainter& painter, const QRectF& place, const CanvasLayer& layer) {
  drawPyramid(painter, place, *layer.pyramid, QRectF(QPointF(0, 0), QSizeF(layer.pyramid->size())));
}

class Labels {
 public:
  Labels(QPainter& painter, const Comparison& comparison, const Tokens& tokens)
      : painter_(painter),
        tokens_(tokens),
        scale_(std::max(1.0, comparison.frame.width() / kUsualWidth)) {
    QFont font = painter.font();
    font.setPixelSize(qRound(metrics::kFontBase * scale_));
    painter.setFont(font);
  }

  void draw(const QRectF& room, const QString& text, bool right) const {
    const double inset = kInset * scale_;
    const double padding = kLabelPadding * scale_;
    if (room.width() < metrics::kLabelLeastRoom * scale_) return;
    const QFontMetricsF font(painter_.font());
    const double most = room.width() - 2 * inset;
    const QString shown = font.elidedText(text, Qt::ElideMiddle, most - 2 * padding);
    const double width = std::min(most, font.horizontalAdvance(shown) + 2 * padding);
    const QRectF box(right ? room.right() - inset - width : room.left() + inset, room.top() + inset,
                     width, kLabelHeight * scale_);
    painter_.setRenderHint(QPainter::Antialiasing);
    painter_.setPen(Qt::NoPen);
    painter_.setBrush(tokens_.tag);
    painter_.drawRoundedRect(box, metrics::kRadius * scale_, metrics::kRadius * scale_);
    painter_.setPen(tokens_.tagText);
    painter_.drawText(box, Qt::AlignCenter, shown);
  }

 private:
  QPainter& painter_;
  const Tokens& tokens_;
  double scale_;
};

QImage splitPicture(const Comparison& c, const Tokens& tokens) {
  QImage picture(c.frame, QImage::Format_RGB32);
  picture.fill(tokens.surround);
  QPainter painter(&picture);
  const QRectF whole(QPointF(0, 0), QSizeF(c.frame));
  QRectF first = whole;
  QRectF second = whole;
  const double at = std::clamp(c.split, 0.0, 1.0) * (c.horizontal ? whole.height() : whole.width());
  c.horizontal ? first.setBottom(at) : first.setRight(at);
  c.horizontal ? second.setTop(at) : second.setLeft(at);
  painter.setClipRect(first);
  drawWhole(painter, whole, c.a);
  painter.setClipRect(second);
  drawWhole(painter, whole, c.b);
  painter.setClipping(false);
  const QLineF line =
      c.horizontal ? QLineF(0, at, whole.width(), at) : QLineF(at, 0, at, whole.height());
  painter.setPen(QPen(tokens.markCasing, 4));
  painter.drawLine(line);
  painter.setPen(QPen(tokens.mark, 2));
  painter.drawLine(line);
  const Labels labels(painter, c, tokens);
  labels.draw(first, CompareCanvas::tr("A  %1").arg(c.a.name), false);
  labels.draw(second, CompareCanvas::tr("B  %1").arg(c.b.name), !c.horizontal);
  return picture;
}

QImage sideBySidePicture(const Comparison& c, const Tokens& tokens) {
  QImage picture(2 * c.frame.width() + metrics::kPaneGap, c.frame.height(), QImage::Format_RGB32);
  picture.fill(tokens.surround);
  QPainter painter(&picture);
  const QRectF left(QPointF(0, 0), QSizeF(c.frame));
  const QRectF right = left.translated(c.frame.width() + metrics::kPaneGap, 0);
  drawWhole(painter, left, c.a);
  drawWhole(painter, right, c.b);
  const Labels labels(painter, c, tokens);
  labels.draw(left, CompareCanvas::tr("A  %1").arg(c.a.name), false);
  labels.draw(right, CompareCanvas::tr("B  %1").arg(c.b.name), false);
  return picture;
}

QImage differencePicture(const Comparison& c, const Tokens& tokens) {
  const auto whole = [&c](const CanvasLayer& layer) {
    const bool alpha = layer.pyramid->levels.front().hasAlphaChannel();
    QImage image(c.frame, alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.fill(alpha ? Qt::transparent : Qt::black);
    QPainter painter(&image);
    drawWhole(painter, QRectF(QPointF(0, 0), QSizeF(c.frame)), layer);
    return image;
  };
  const QImage a = whole(c.a);
  const QImage b = whole(c.b);
  const bool isSigned = c.difference == DifferenceKind::Signed;
  QImage picture(c.frame, QImage::Format_RGB32);
  picture.fill(tokens.surround);
  QPainter painter(&picture);
  painter.drawImage(0, 0,
                    isSigned ? signedDifference(a, b, c.gain) : absoluteDifference(a, b, c.gain));
  drawDifferenceBar(painter, QRectF(picture.rect()).adjusted(kInset, 0, 0, -kInset), c.difference,
                    c.gain, tokens);
  const QString label = isSigned ? CompareCanvas::tr("Signed difference, %1 minus %2, ×%3")
                                 : CompareCanvas::tr("Difference of %1 and %2, ×%3");
  Labels(painter, c, tokens)
      .draw(QRectF(picture.rect()), label.arg(c.a.name, c.b.name, QString::number(c.gain)), false);
  return picture;
}

} // namespace

QImage drawComparison(const Comparison& comparison, const Tokens& tokens) {
  if (!comparison.a.pyramid || !comparison.b.pyramid || comparison.frame.isEmpty()) return {};
  switch (comparison.mode) {
    case CompareMode::SideBySide:
      return sideBySidePicture(comparison, tokens);
    case CompareMode::Difference:
      return differencePicture(comparison, tokens);
    case CompareMode::Single:
    case CompareMode::Split:
    case CompareMode::Blink:
    case CompareMode::Loupe:
      break;
  }
  return splitPicture(comparison, tokens);
}

} // namespace refscale::ui
