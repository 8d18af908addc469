// One map as a picture: its cells over the photo, with the crosshair and the value of the place
// that all panes share. Reads values from the map's numbers, never from colours.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/maps/map_image.h"

namespace refscale::ui {

class Inspection;
class LinkedView;
class Theme;

// A map with everything made of it. Shared with the background, never changed.
struct ShownMap {
  MapField field;
  MapStats stats;
  MapRange range;
  MapImage image;
};
using MapHandle = std::shared_ptr<const ShownMap>;

class MapCanvas : public QWidget {
  Q_OBJECT
 public:
  MapCanvas(Inspection& inspection, LinkedView& view, const Theme& theme,
            QWidget* parent = nullptr);

  void setMap(MapHandle map);
  void setPhoto(PyramidHandle photo);
  void setOpacity(double opacity); // of the map over the photo, 0..1
  void setLetters(std::vector<QString> letters);

  [[nodiscard]] const MapHandle& map() const { return map_; }
  [[nodiscard]] double opacity() const { return opacity_; }
  [[nodiscard]] QString chipText() const;                  // empty without a position
  [[nodiscard]] Q_INVOKABLE QString valueSentence() const; // for screen readers

 Q_SIGNALS:
  void used(); // pressed or focused: what the bar speaks of
  void sizeChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  enum class Drag { None, Pan, Region };

  void drawMap(QPainter& painter) const;
  void drawHatched(QPainter& painter) const;
  void drawArrows(QPainter& painter) const;
  void drawMarks(QPainter& painter) const; // letters, contour
  void drawPosition(QPainter& painter) const;
  [[nodiscard]] QRectF target() const; // where the visible part of the frame is
  [[nodiscard]] bool crosshairKey(const QKeyEvent& event);

  Inspection& inspection_;
  LinkedView& view_;
  const Theme& theme_;
  MapHandle map_;
  PyramidHandle photo_;
  std::vector<QString> letters_;
  double opacity_ = 1;
  Drag drag_ = Drag::None;
  QPointF dragFrom_;
  std::optional<QRectF> region_; // being dragged, view
  bool steering_ = false;        // C is held: arrows move the crosshair
};

} // namespace refscale::ui
