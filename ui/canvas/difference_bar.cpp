#include "ui/canvas/difference_bar.h"

#include <QCoreApplication>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>
#include <QStringList>

#include "ui/theme/diverging_map.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace refscale::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(DifferenceBar)
};

constexpr int kBarWidth = 196;
constexpr int kBarHeight = 10;
constexpr int kLine = 18;
constexpr int kStops = 16; // of the gradient, a side of zero

QLinearGradient gradientOf(const QRectF& bar, DifferenceKind kind) {
  QLinearGradient gradient(bar.topLeft(), bar.topRight());
  if (kind == DifferenceKind::Absolute) {
    gradient.setColorAt(0, Qt::black);
    gradient.setColorAt(1, Qt::white);
    return gradient;
  }
  for (int i = -kStops; i <= kStops; ++i) {
    const double value = static_cast<double>(i) / kStops;
    gradient.setColorAt((value + 1) / 2, divergingColour(value));
  }
  return gradient;
}

} // namespace

QStringList differenceTicks(DifferenceKind kind, int gain) {
  const double most = 255.0 / gain;
  const QLocale locale;
  const auto text = [&locale](double value) { return locale.toString(qRound(value)); };
  if (kind == DifferenceKind::Absolute) return {text(0), text(most / 2), text(most)};
  return {QChar(0x2212) + text(most), text(0), QChar('+') + text(most)};
}

void drawDifferenceBar(QPainter& painter, const QRectF& room, DifferenceKind kind, int gain,
                       const Tokens& tokens) {
  constexpr double kPad = 2 * metrics::kGap;
  const QSizeF size(kBarWidth + 2 * kPad, 2 * kLine + kBarHeight + kPad);
  if (room.width() < 2 * size.width() || room.height() < 3 * size.height()) return;
  const QRectF box(QPointF(room.left(), room.bottom() - size.height()), size);
  painter.save();
  QFont font = painter.font();
  font.setPixelSize(metrics::kFontSmall);
  painter.setFont(font);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.tag);
  painter.drawRoundedRect(box, metrics::kRadius, metrics::kRadius);
  const QRectF line(box.left() + kPad, box.top() + kPad / 2, kBarWidth, kLine);
  const QRectF bar(line.left(), line.bottom(), kBarWidth, kBarHeight);
  painter.setBrush(gradientOf(bar, kind));
  painter.setPen(QPen(tokens.tagText, 1));
  painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
  const QString what = kind == DifferenceKind::Signed
                           ? Words::tr("A minus B, brightness of 255")
                           : Words::tr("Difference, of 255, per channel");
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetrics(font).elidedText(what, Qt::ElideRight, kBarWidth));
  const QRectF below(bar.left(), bar.bottom(), kBarWidth, kLine);
  const QStringList ticks = differenceTicks(kind, gain);
  constexpr Qt::AlignmentFlag kSides[] = {Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
  for (int i = 0; i < 3; ++i) painter.drawText(below, kSides[i] | Qt::AlignVCenter, ticks[i]);
  painter.restore();
}

} // namespace refscale::ui
