#include "ui/panels/verdict_bars.h"

#include <QPainter>

#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kBars = 4;
constexpr double kBarWidth = 3;
constexpr double kBarStep = 4;
constexpr int kHeight = 12;

int filledBars(pipeline::Verdict verdict) {
  switch (verdict) {
    case pipeline::Verdict::Good:
      return 4;
    case pipeline::Verdict::Fair:
      return 2;
    case pipeline::Verdict::Weak:
      return 1;
    case pipeline::Verdict::Wrong:
      return 0;
  }
  return 0;
}

QColor colourOf(pipeline::Verdict verdict, const Tokens& tokens) {
  if (verdict == pipeline::Verdict::Good) return tokens.good;
  return verdict == pipeline::Verdict::Fair ? tokens.fair : tokens.weak;
}

} // namespace

QPixmap verdictBars(pipeline::Verdict verdict, const Theme& theme, double devicePixelRatio) {
  const QSizeF size(kBars * kBarStep, kHeight);
  QPixmap image((size * devicePixelRatio).toSize());
  image.setDevicePixelRatio(devicePixelRatio);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  const QColor colour = colourOf(verdict, theme.tokens());
  for (int i = 0; i < kBars; ++i) {
    const double height = kHeight * (i + 1.0) / kBars;
    const QRectF bar(i * kBarStep, kHeight - height, kBarWidth, height);
    if (i < filledBars(verdict)) {
      painter.fillRect(bar, colour);
    } else {
      painter.setPen(QPen(colour, 1));
      painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    }
  }
  return image;
}

const char* verdictRole(pipeline::Verdict verdict) {
  if (verdict == pipeline::Verdict::Good) return "good";
  return verdict == pipeline::Verdict::Fair ? "fair" : "weak";
}

} // namespace refscale::ui
