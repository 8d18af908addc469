#include "ui/polish_ahead.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QWidget>

namespace refscale::ui {
namespace {

constexpr qint64 kTurnMillis = 4; // then the window has its turn

} // namespace

PolishAhead::PolishAhead(QWidget& window) : QObject(&window), window_(window) {
  window_.installEventFilter(this);
  turn_.setInterval(0);
  connect(&turn_, &QTimer::timeout, this, &PolishAhead::goOn);
}

bool PolishAhead::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Paint && !begun_) { // it is on the screen: the first that counts
    begun_ = true;
    QTimer::singleShot(0, this, &PolishAhead::begin);
  }
  return QObject::eventFilter(watched, event);
}

void PolishAhead::begin() {
  // Parents come first in this list, and a parent polishes all in it that is not: so from its end.
  for (QWidget* widget : window_.findChildren<QWidget*>()) waiting_.emplace_back(widget);
  turn_.start();
}

void PolishAhead::goOn() {
  QElapsedTimer clock;
  clock.start();
  while (!waiting_.empty() && clock.elapsed() < kTurnMillis) {
    if (waiting_.back()) waiting_.back()->ensurePolished();
    waiting_.pop_back();
  }
  if (waiting_.empty()) turn_.stop();
}

} // namespace refscale::ui
