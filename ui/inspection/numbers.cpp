#include "ui/inspection/numbers.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace refscale::ui {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Numbers)
};

} // namespace

QString signedText(double value, int decimals) {
  const QString digits = QLocale().toString(std::abs(value), 'f', decimals);
  const bool zero = std::abs(value) < 0.5 * std::pow(10, -decimals);
  return zero ? digits : (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + digits;
}

QString placeText(QPointF place) {
  return Texts::tr("%1, %2").arg(QLocale().toString(qFloor(place.x())),
                                 QLocale().toString(qFloor(place.y())));
}

QString vectorText(double x, double y, int decimals) {
  return Texts::tr("%1, %2").arg(signedText(x, decimals), signedText(y, decimals));
}

} // namespace refscale::ui
