#include "ui/canvas/compare_canvas.h"

#include <QLocale>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/accessible_canvas.h"
#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr double kZoomStep = 1.25;

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
  if (mode == CompareMode::Blink) blinkShowsB_ = false;
  letBlink();
  layOut();
}

void CompareCanvas::setDifference(DifferenceKind kind, int gain) {
  difference_ = kind;
  gain_ = std::clamp(gain, 1, 8);
  update();
}

void CompareCanvas::setBlinkInterval(int millis) {
  blinkMillis_ = std::clamp(millis, 200, 2000);
  if (blink_.isActive()) blink_.start(blinkMillis_, this);
}

void CompareCanvas::setReducedMotion(bool reduced) {
  reducedMotion_ = reduced;
  if (reduced) blink_.stop();
  letBlink();
}

void CompareCanvas::letBlink() {
  const bool may = mode_ == CompareMode::Blink && isActiveWindow() && !reducedMotion_;
  if (may && !blink_.isActive()) blink_.start(blinkMillis_, this);
}

Comparison CompareCanvas::comparison() const {
  return {a_,     b_,          shownMode(), transform_.frame().toSize(),
          split_, horizontal_, difference_, gain_};
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
      return difference_ == DifferenceKind::Signed
                 ? tr("Signed difference, %1 minus %2, %3").arg(a_.name, b_.name, zoom)
                 : tr("Difference of %1 and %2, %3").arg(a_.name, b_.name, zoom);
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

} // namespace refscale::ui
