#include "ui/canvas/compare_canvas.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/accessible_canvas.h"
#include "ui/canvas/linked_view.h"
#include "ui/theme/metrics.h"

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

CompareCanvas::CompareCanvas(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  installCanvasAccessibility();
  setObjectName("canvas");
  setAccessibleName(tr("Picture"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(metrics::kCanvasLeastWidth, metrics::kCanvasLeastHeight);
}

void CompareCanvas::setFrame(QSize frame) {
  if (QSizeF(frame) != transform_.frame()) loupeAt_.reset(), loupePinned_ = false;
  transform_.setFrame(frame);
  layOut();
}

void CompareCanvas::setLayers(CanvasLayer a, CanvasLayer b) {
  a_ = std::move(a);
  b_ = std::move(b);
  changed();
}

void CompareCanvas::setRows(std::vector<CanvasRows> rows) {
  rows_ = std::move(rows);
  update();
}

void CompareCanvas::setReach(ReachHandle reach) {
  if (reach == reach_) return;
  reach_ = std::move(reach);
  update();
}

void CompareCanvas::setMask(MaskHandle mask) {
  if (mask == mask_) return;
  mask_ = std::move(mask);
  update();
}

void CompareCanvas::setBrush(std::optional<BrushKind> brush, int size) {
  brush_ = brush;
  brushSize_ = size;
  if (!brush_ && drag_ == Drag::Paint) drag_ = Drag::None;
  if (!brush_) stroke_.clear();
  if (brush_) {
    setCursor(Qt::CrossCursor);
  } else {
    unsetCursor();
  }
  update();
}

void CompareCanvas::setMode(CompareMode mode) {
  mode_ = mode;
  blink_.stop();
  if (mode == CompareMode::Blink) {
    blinkShowsB_ = false;
    if (hasFocus() || isActiveWindow()) blink_.start(blinkMillis_, this);
  }
  layOut();
}

void CompareCanvas::setGain(int gain) {
  gain_ = std::clamp(gain, 1, 8);
  update();
}

void CompareCanvas::setBlinkInterval(int millis) {
  blinkMillis_ = std::clamp(millis, 200, 2000);
  if (blink_.isActive()) blink_.start(blinkMillis_, this);
}

void CompareCanvas::setLoupe(int magnification) {
  loupe_ = std::clamp(magnification, 2, 8);
  update();
}

void CompareCanvas::pinLoupe(bool pinned) {
  loupeAt_ = loupePlace();
  loupePinned_ = pinned;
  update();
  announceLoupe();
}

QPointF CompareCanvas::loupePlace() const {
  return loupeAt_.value_or(transform_.visibleFrame().center());
}

void CompareCanvas::announceLoupe() {
  if (shownMode() == CompareMode::Loupe) announceCanvasValue(*this, valueSentence());
}

void CompareCanvas::setMarked(const CellSet& cells) {
  marked_ = CellOverlay(cells);
  update();
}

QString CompareCanvas::valueSentence() const {
  if (!transform_.isValid() || !a_.pyramid) return tr("No picture");
  const QString zoom = tr("zoom %1 %").arg(QLocale().toString(qRound(transform_.zoom() * 100)));
  switch (shownMode()) {
    case CompareMode::Single:
      return tr("%1, %2").arg(singleLayer().name, zoom);
    case CompareMode::Split:
      return tr("Split at %1 %, A %2, B %3, %4")
          .arg(QLocale().toString(qRound(split_ * 100)), a_.name, b_.name, zoom);
    case CompareMode::SideBySide:
      return tr("Side by side, A %1, B %2, %3").arg(a_.name, b_.name, zoom);
    case CompareMode::Difference:
      return tr("Difference of %1 and %2, %3").arg(a_.name, b_.name, zoom);
    case CompareMode::Blink:
      return tr("Blinking between %1 and %2, %3").arg(a_.name, b_.name, zoom);
    case CompareMode::Loupe: {
      const QLocale locale;
      const QPoint at = loupePlace().toPoint();
      const QString place = tr("x %1, y %2").arg(locale.toString(at.x()), locale.toString(at.y()));
      const QString what = loupePinned_ ? tr("Loupe pinned at %1, ×%2, A %3, B %4")
                                        : tr("Loupe at %1, ×%2, A %3, B %4");
      return what.arg(place, locale.toString(loupe_), a_.name, b_.name);
    }
  }
  return {};
}

void CompareCanvas::fit() {
  transform_.fit();
  changed();
}

void CompareCanvas::zoomTo(double zoom) {
  if (!transform_.isValid()) return;
  const QSizeF view = transform_.view();
  const QPointF middle(view.width() / 2, view.height() / 2);
  transform_.zoomTo(zoom, pointer_ ? transform_.toView(*pointer_) : middle);
  changed();
}

void CompareCanvas::zoomStep(int steps) {
  zoomTo(transform_.zoom() * std::pow(kZoomStep, steps));
}

void CompareCanvas::setSplitPosition(double position) {
  split_ = std::clamp(position, 0.0, 1.0);
  update();
  announceCanvasValue(*this, valueSentence());
  Q_EMIT splitChanged();
}

void CompareCanvas::turnSplit() {
  horizontal_ = !horizontal_;
  update();
  Q_EMIT splitChanged();
}

CompareMode CompareCanvas::shownMode() const {
  return spaceHeld_ && mode_ != CompareMode::Blink ? CompareMode::Single
         : b_.pyramid                              ? mode_
                                                   : CompareMode::Single;
}

QRectF CompareCanvas::paneA() const {
  if (mode_ != CompareMode::SideBySide || !b_.pyramid) return rect();
  return {0, 0, std::floor((width() - metrics::kPaneGap) / 2.0), static_cast<double>(height())};
}

QRectF CompareCanvas::paneB() const {
  const QRectF a = paneA();
  return a.translated(a.width() + metrics::kPaneGap, 0);
}

QPointF CompareCanvas::inPane(QPointF widget) const {
  const bool second = mode_ == CompareMode::SideBySide && widget.x() >= paneB().left();
  return second ? widget - paneB().topLeft() : widget;
}

double CompareCanvas::splitCoordinate() const {
  return split_ * (horizontal_ ? height() : width());
}

bool CompareCanvas::isOnSplit(QPointF position) const {
  if (shownMode() != CompareMode::Split) return false;
  const double along = horizontal_ ? position.y() : position.x();
  return std::abs(along - splitCoordinate()) <= metrics::kSplitHit / 2.0;
}

void CompareCanvas::layOut() {
  transform_.setView(paneA().size(), devicePixelRatioF());
  changed();
}

void CompareCanvas::changed() {
  update();
  Q_EMIT viewChanged();
}

void CompareCanvas::resizeEvent(QResizeEvent*) {
  layOut();
}

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
  if (mode_ == CompareMode::Blink && !blink_.isActive()) blink_.start(blinkMillis_, this);
  QWidget::focusInEvent(event);
}

void CompareCanvas::focusOutEvent(QFocusEvent* event) {
  spaceHeld_ = false;
  if (!isActiveWindow()) blink_.stop();
  QWidget::focusOutEvent(event);
}

void CompareCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::ActivationChange && mode_ == CompareMode::Blink) {
    if (!isActiveWindow()) {
      blink_.stop();
    } else if (!blink_.isActive()) {
      blink_.start(blinkMillis_, this);
    }
  }
  QWidget::changeEvent(event);
}

void CompareCanvas::timerEvent(QTimerEvent* event) {
  if (event->timerId() != blink_.timerId()) return QWidget::timerEvent(event);
  blinkShowsB_ = !blinkShowsB_;
  update();
}

} // namespace refscale::ui
