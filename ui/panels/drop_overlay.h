// What is seen over the canvas while files are dragged: the zones that would take them, each with a
// sentence. With picture and reference both there, one more picture may become either.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/models/drop_rules.h"

namespace refscale::ui {

class Theme;

class DropOverlay : public QWidget {
  Q_OBJECT
 public:
  DropOverlay(const Theme& theme, QWidget* parent);

  void open(const DropSituation& situation, int files);
  void setPointer(QPointF position);
  [[nodiscard]] DropTarget targetAt(QPointF position) const;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Zone {
    DropTarget target;
    QString sentence;
  };
  [[nodiscard]] QRectF zoneRect(std::size_t index) const;
  [[nodiscard]] std::size_t zoneAt(QPointF position) const;

  const Theme& theme_;
  std::vector<Zone> zones_;
  std::size_t under_ = 0;
};

} // namespace refscale::ui
