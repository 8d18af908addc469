// One zoom and one position for several panes: whoever moves it moves all. Panes of a group have
// the same size.
#pragma once

#include <QObject>

#include "ui/canvas/view_transform.h"

class QKeyEvent;

namespace refscale::ui {

class LinkedView : public QObject {
  Q_OBJECT
 public:
  [[nodiscard]] const ViewTransform& transform() const { return transform_; }
  void setFrame(QSizeF frame);
  void setView(QSizeF view, double devicePixelRatio);
  void fit();
  void zoomTo(double zoom, QPointF anchor);
  void zoomTo(double zoom); // about the middle
  void zoomBySteps(double steps, QPointF anchor);
  void zoomBySteps(double steps); // about the middle
  void panBy(QPointF view);
  void centreOn(QPointF frame);
  // Arrow keys: 10 % of the view, with Shift 50 %. Whether it was one.
  [[nodiscard]] bool panByKey(const QKeyEvent& event);

 Q_SIGNALS:
  void changed();

 private:
  ViewTransform transform_;
};

// (1, 0) for the right arrow key, and so on; null for other keys.
[[nodiscard]] QPointF arrowDirection(int key);

} // namespace refscale::ui
