#include "ui/models/measures.h"

#include <QLocale>
#include <cmath>

namespace refscale::ui {

QString decibelText(double psnr) {
  return std::isfinite(psnr) ? QLocale().toString(psnr, 'f', 2) : QStringLiteral("∞");
}

QString similarityText(double ssim) {
  return QLocale().toString(ssim, 'f', 3);
}

} // namespace refscale::ui
