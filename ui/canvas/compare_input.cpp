// What CompareCanvas does on mouse, keys and time: beside its state (compare_canvas.cpp) and its
// looks (compare_painting.cpp).
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>
#include <utility>

#include "ui/canvas/compare_canvas.h"
#include "ui/canvas/linked_view.h"

namespace refscale::ui {
namespace {

constexpr double kSplitStep = 0.01;
constexpr double kSplitLargeStep = 0.1;
constexpr double kPanStep = 0.1;
constexpr double kPanLargeStep = 0.5;
constexpr double kZoomStep = 1.25;

QString colourText(const CanvasLayer& layer, QSizeF frame, QPointF at) {
  const QImage& image = layer.pyramid->levels.front();
  const int x = static_cast<int>(at.x() * image.width() / frame.width());
  const int y = static_cast<int>(at.y() * image.height() / frame.height());
  if (!image.valid(x, y)) return {};
  const QRgb c = image.pixel(x, y);
  return QStringLiteral("%1 %2 %3").arg(qRed(c)).arg(qGreen(c)).arg(qBlue(c));
}

} // namespace

void CompareCanvas::wheelEvent(QWheelEvent* event) {
  if (!transform_.isValid()) return;
  const double notches = event->angleDelta().y() / 120.0;
  transform_.zoomTo(transform_.zoom() * std::pow(kZoomStep, notches), inPane(event->position()));
  changed();
  event->accept();
}

void CompareCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
  if (drag_ != Drag::None) return; // another button joined
  if (shownMode() == CompareMode::Loupe && event->button() == Qt::LeftButton &&
      (event->modifiers() & Qt::ShiftModifier) != 0) {
    const bool pin = !loupePinned_;
    loupePinned_ = false; // so that it goes where the pointer is
    reportPointer(event->position());
    return pinLoupe(pin);
  }
  const bool split = event->button() == Qt::LeftButton && isOnSplit(event->position());
  const bool paint = event->button() == Qt::LeftButton && brush_ && transform_.isValid() && !split;
  drag_ = split ? Drag::Split : paint ? Drag::Paint : Drag::Pan;
  dragButton_ = event->button();
  dragFrom_ = event->position();
  if (paint) {
    paneOrigin_ = event->position() - inPane(event->position());
    stroke_ = {transform_.toFrame(event->position() - paneOrigin_)};
    update();
  }
}

void CompareCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (drag_ == Drag::Split) {
    setSplitPosition(horizontal_ ? event->position().y() / height()
                                 : event->position().x() / width());
  } else if (drag_ == Drag::Pan && transform_.isValid()) {
    transform_.panBy(event->position() - dragFrom_);
    dragFrom_ = event->position();
    changed();
  } else if (drag_ == Drag::Paint) {
    stroke_ << transform_.toFrame(event->position() - paneOrigin_);
  } else {
    showCursor(event->position());
  }
  reportPointer(event->position());
  if (brush_) update(); // its outline follows
}

void CompareCanvas::showCursor(QPointF position) {
  if (isOnSplit(position)) {
    setCursor(horizontal_ ? Qt::SplitVCursor : Qt::SplitHCursor);
  } else if (brush_) {
    setCursor(Qt::CrossCursor);
  } else {
    unsetCursor();
  }
}

void CompareCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != dragButton_) return;
  const bool painted = drag_ == Drag::Paint;
  drag_ = Drag::None;
  if (!painted) return;
  const QPolygonF path = std::exchange(stroke_, {});
  update();
  Q_EMIT strokePainted(path);
}

void CompareCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (isOnSplit(event->position())) setSplitPosition(0.5);
}

void CompareCanvas::leaveEvent(QEvent*) {
  pointer_.reset();
  update();
  Q_EMIT pointerAt({}, {});
}

void CompareCanvas::reportPointer(QPointF position) {
  pointer_.reset();
  const QPointF at = transform_.isValid() ? transform_.toFrame(inPane(position)) : QPointF(-1, -1);
  if (!QRectF(QPointF(0, 0), transform_.frame()).contains(at) || !a_.pyramid) {
    Q_EMIT pointerAt({}, {});
  } else {
    pointer_ = at;
    if (!loupePinned_) loupeAt_ = at;
    QString values = tr("A %1").arg(colourText(a_, transform_.frame(), at));
    if (b_.pyramid) values += "   " + tr("B %1").arg(colourText(b_, transform_.frame(), at));
    Q_EMIT pointerAt(tr("x %1, y %2")
                         .arg(QLocale().toString(static_cast<int>(at.x())),
                              QLocale().toString(static_cast<int>(at.y()))),
                     values);
  }
  // The crosshair, or the box, follows.
  if (mode_ == CompareMode::SideBySide || mode_ == CompareMode::Loupe) update();
}

bool CompareCanvas::splitKey(const QKeyEvent& event) {
  if (shownMode() != CompareMode::Split) return false;
  const QPointF direction = arrowDirection(event.key());
  const double along = horizontal_ ? direction.y() : direction.x();
  if (along == 0) return false;
  const bool large = (event.modifiers() & Qt::ShiftModifier) != 0;
  setSplitPosition(split_ + along * (large ? kSplitLargeStep : kSplitStep));
  return true;
}

bool CompareCanvas::panKey(const QKeyEvent& event) {
  const QPointF direction = arrowDirection(event.key());
  if (direction.isNull() || !transform_.isValid()) return false;
  const bool large = (event.modifiers() & Qt::ShiftModifier) != 0;
  const double step = large ? kPanLargeStep : kPanStep;
  transform_.panBy({-direction.x() * step * transform_.view().width(),
                    -direction.y() * step * transform_.view().height()});
  if (!loupePinned_) loupeAt_.reset();
  changed();
  announceLoupe();
  return true;
}

bool CompareCanvas::loupeKey(const QKeyEvent& event) {
  if (shownMode() != CompareMode::Loupe) return false;
  if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
  pinLoupe(!loupePinned_);
  return true;
}

bool CompareCanvas::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && brush_ &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept(); // the brush first, then the action that has this key: a run that is cancelled
    return true;
  }
  return QWidget::event(event);
}

void CompareCanvas::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space) {
    if (!event->isAutoRepeat()) {
      if (mode_ == CompareMode::Blink) {
        blink_.stop();
        blinkShowsB_ = !blinkShowsB_;
      } else {
        spaceHeld_ = true;
      }
      update();
    }
  } else if (event->key() == Qt::Key_Escape && brush_) {
    Q_EMIT brushPutAway();
  } else if (!splitKey(*event) && !panKey(*event) && !loupeKey(*event)) {
    QWidget::keyPressEvent(event);
  }
}

void CompareCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Space) return QWidget::keyReleaseEvent(event);
  if (event->isAutoRepeat()) return;
  spaceHeld_ = false;
  update();
}

void CompareCanvas::focusInEvent(QFocusEvent* event) {
  letBlink();
  QWidget::focusInEvent(event);
}

void CompareCanvas::focusOutEvent(QFocusEvent* event) {
  spaceHeld_ = false;
  if (!isActiveWindow()) blink_.stop();
  QWidget::focusOutEvent(event);
}

void CompareCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ActivationChange) {
    if (!isActiveWindow()) blink_.stop();
    letBlink();
  }
  QWidget::changeEvent(event);
}

void CompareCanvas::timerEvent(QTimerEvent* event) {
  if (event->timerId() != blink_.timerId()) return QWidget::timerEvent(event);
  blinkShowsB_ = !blinkShowsB_;
  update();
}

} // namespace refscale::ui
