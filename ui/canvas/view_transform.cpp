#include "ui/canvas/view_transform.h"

#include <algorithm>

#include "ui/theme/metrics.h"

namespace refscale::ui {
namespace {

constexpr double kMostFitZoom = 4;

double keptInside(double centre, double halfView, double frame) {
  if (2 * halfView >= frame) return frame / 2;
  return std::clamp(centre, halfView, frame - halfView);
}

} // namespace

void ViewTransform::setFrame(QSizeF frame) {
  if (frame == frame_) return;
  frame_ = frame;
  fit();
}

void ViewTransform::setView(QSizeF view, double devicePixelRatio) {
  view_ = view;
  ratio_ = devicePixelRatio;
  if (fit_) {
    fit();
  } else {
    keepInside();
  }
}

bool ViewTransform::showsWholeFrame() const {
  return frame_.width() * scale() <= view_.width() + 0.5 &&
         frame_.height() * scale() <= view_.height() + 0.5;
}

void ViewTransform::fit() {
  fit_ = true;
  if (!isValid()) return;
  const double margin = 2.0 * metrics::kCanvasMargin;
  const double across = std::max(1.0, view_.width() - margin) / frame_.width();
  const double down = std::max(1.0, view_.height() - margin) / frame_.height();
  zoom_ = std::min(std::min(across, down) * ratio_, kMostFitZoom);
  centre_ = QPointF(frame_.width() / 2, frame_.height() / 2);
}

void ViewTransform::zoomTo(double zoom, QPointF anchor) {
  const QPointF fixed = toFrame(anchor);
  zoom_ = std::clamp(zoom, std::min(kLeastZoom, zoom_), kMostZoom);
  fit_ = false;
  const QPointF fromMiddle = anchor - QPointF(view_.width() / 2, view_.height() / 2);
  centre_ = fixed - fromMiddle / scale();
  keepInside();
}

void ViewTransform::panBy(QPointF view) {
  fit_ = false;
  centre_ -= view / scale();
  keepInside();
}

void ViewTransform::centreOn(QPointF frame) {
  fit_ = false;
  centre_ = frame;
  keepInside();
}

QPointF ViewTransform::toView(QPointF frame) const {
  return (frame - centre_) * scale() + QPointF(view_.width() / 2, view_.height() / 2);
}

QPointF ViewTransform::toFrame(QPointF view) const {
  return (view - QPointF(view_.width() / 2, view_.height() / 2)) / scale() + centre_;
}

QRectF ViewTransform::frameInView() const {
  return {toView({0, 0}), frame_ * scale()};
}

QRectF ViewTransform::visibleFrame() const {
  const QRectF seen(toFrame({0, 0}), toFrame(QPointF(view_.width(), view_.height())));
  return seen & QRectF(QPointF(0, 0), frame_);
}

void ViewTransform::keepInside() {
  centre_.setX(keptInside(centre_.x(), view_.width() / 2 / scale(), frame_.width()));
  centre_.setY(keptInside(centre_.y(), view_.height() / 2 / scale(), frame_.height()));
}

} // namespace refscale::ui
