#include "ui/canvas/linked_view.h"

#include <QKeyEvent>
#include <cmath>

namespace refscale::ui {
namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanStep = 0.1;
constexpr double kPanLargeStep = 0.5;

} // namespace

QPointF arrowDirection(int key) {
  switch (key) {
    case Qt::Key_Left:
      return {-1, 0};
    case Qt::Key_Right:
      return {1, 0};
    case Qt::Key_Up:
      return {0, -1};
    case Qt::Key_Down:
      return {0, 1};
    default:
      return {};
  }
}

void LinkedView::setFrame(QSizeF frame) {
  transform_.setFrame(frame);
  Q_EMIT changed();
}

void LinkedView::setView(QSizeF view, double devicePixelRatio) {
  transform_.setView(view, devicePixelRatio);
  Q_EMIT changed();
}

void LinkedView::fit() {
  transform_.fit();
  Q_EMIT changed();
}

void LinkedView::zoomTo(double zoom, QPointF anchor) {
  if (!transform_.isValid()) return;
  transform_.zoomTo(zoom, anchor);
  Q_EMIT changed();
}

void LinkedView::zoomTo(double zoom) {
  zoomTo(zoom, QPointF(transform_.view().width() / 2, transform_.view().height() / 2));
}

void LinkedView::zoomBySteps(double steps, QPointF anchor) {
  zoomTo(transform_.zoom() * std::pow(kZoomStep, steps), anchor);
}

void LinkedView::zoomBySteps(double steps) {
  zoomTo(transform_.zoom() * std::pow(kZoomStep, steps));
}

void LinkedView::panBy(QPointF view) {
  if (!transform_.isValid()) return;
  transform_.panBy(view);
  Q_EMIT changed();
}

void LinkedView::centreOn(QPointF frame) {
  if (!transform_.isValid()) return;
  transform_.centreOn(frame);
  Q_EMIT changed();
}

bool LinkedView::panByKey(const QKeyEvent& event) {
  const QPointF direction = arrowDirection(event.key());
  if (direction.isNull() || !transform_.isValid()) return false;
  const bool large = (event.modifiers() & Qt::ShiftModifier) != 0;
  const double step = large ? kPanLargeStep : kPanStep;
  panBy({-direction.x() * step * transform_.view().width(),
         -direction.y() * step * transform_.view().height()});
  return true;
}

} // namespace refscale::ui
