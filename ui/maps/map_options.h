// How the map of one pane is shown: how much of the photo shines through, and from which value to
// which its colours go.
#pragma once

#include <QWidget>

#include "ui/maps/map_pane.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace refscale::ui {

class MapOptions : public QWidget {
  Q_OBJECT
 public:
  MapOptions();

  // What the controls say; `range` is what the pane shows at the moment.
  void show(const PaneWish& wish, const MapRange& range);
  [[nodiscard]] bool sharesRange() const;

 Q_SIGNALS:
  void changed(const refscale::ui::PaneWish& wish);
  void shareChanged();

 private:
  void read();

  PaneWish wish_;
  QSlider* opacity_;
  QComboBox* rule_;
  QDoubleSpinBox* low_;
  QDoubleSpinBox* high_;
  QCheckBox* logarithmic_;
  QCheckBox* share_;
};

} // namespace refscale::ui
