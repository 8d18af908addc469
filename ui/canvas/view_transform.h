// Which part of a picture a pane shows, and how large. One transform serves all layers of a
// comparison, whatever their own sizes are. Knows no widget.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace refscale::ui {

// Frame: the picture's coordinates (for the picture view pixels of the 4x output). View: logical
// pixels of a pane, (0, 0) its top left. Zoom: device pixels a frame pixel; 1 is 100 %.
class ViewTransform {
 public:
  static constexpr double kLeastZoom = 0.125;
  static constexpr double kMostZoom = 32;

  void setFrame(QSizeF frame);
  void setView(QSizeF view, double devicePixelRatio);

  [[nodiscard]] QSizeF frame() const { return frame_; }
  [[nodiscard]] QSizeF view() const { return view_; }
  [[nodiscard]] double zoom() const { return zoom_; }
  [[nodiscard]] bool isFit() const { return fit_; }
  [[nodiscard]] bool isValid() const { return !frame_.isEmpty() && !view_.isEmpty(); }
  [[nodiscard]] bool showsWholeFrame() const;

  // The whole frame with a margin, never above 100 % ... unless the frame is small: then up to
  // 400 %, so that a small picture is not a stamp.
  void fit();
  // Keeps the frame point under `anchor` (view) where it is.
  void zoomTo(double zoom, QPointF anchor);
  void panBy(QPointF view); // moves the picture by this much
  void centreOn(QPointF frame);

  [[nodiscard]] QPointF toView(QPointF frame) const;
  [[nodiscard]] QPointF toFrame(QPointF view) const;
  [[nodiscard]] QRectF frameInView() const;  // the frame's rectangle, view coordinates
  [[nodiscard]] QRectF visibleFrame() const; // the part of the frame that is seen

 private:
  [[nodiscard]] double scale() const { return zoom_ / ratio_; } // logical pixels a frame pixel
  void keepInside();

  QSizeF frame_;
  QSizeF view_;
  double ratio_ = 1;
  double zoom_ = 1;
  QPointF centre_; // frame point in the middle of the view
  bool fit_ = true;
};

} // namespace refscale::ui
