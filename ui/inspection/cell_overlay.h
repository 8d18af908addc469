// A brush as it looks on a picture: the chosen positions outlined white, the others dimmed by half.
#pragma once

#include <QImage>
#include <QLineF>
#include <vector>

#include "ui/inspection/cell_set.h"

class QPainter;

namespace refscale::ui {

class ViewTransform;

class CellOverlay {
 public:
  CellOverlay() = default;
  explicit CellOverlay(const CellSet& set);

  // Over a picture whose frame is the output, in a pane with this origin.
  void draw(QPainter& painter, const ViewTransform& transform, QPointF origin) const;

 private:
  QImage dimmed_;               // one pixel a cell
  double step_ = 4;             // output pixels a cell
  std::vector<QLineF> outline_; // output pixels; empty where it would be a texture
};

} // namespace refscale::ui
