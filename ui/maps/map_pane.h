// One pane of the maps view: which map, the map, its legend; or why it is not there and what to do
// about that.
#pragma once

#include <QFrame>

#include "ui/maps/map_canvas.h"
#include "ui/maps/map_legend.h"

class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace refscale::ui {

// What a pane is to show. Set by the person, kept while results come and go.
struct PaneWish {
  MapChoice choice;
  RangeRule rule = RangeRule::Usual;
  MapRange typed;
  double opacity = 1; // over the photo

  friend bool operator==(const PaneWish&, const PaneWish&) = default;
};

class MapPane : public QFrame {
  Q_OBJECT
 public:
  MapPane(Inspection& inspection, LinkedView& view, const Theme& theme);

  [[nodiscard]] const PaneWish& wish() const { return wish_; }
  void setWish(const PaneWish& wish); // shows titles; the map follows by setMap()
  void setActive(bool active);
  void offerReferences(bool several); // whether there is something to tell apart
  void setMap(MapHandle map, LegendContent legend);
  // Instead of a map: a sentence, and a button where something can be done.
  void setMessage(const QString& sentence, const QString& remedy);

  [[nodiscard]] MapCanvas& canvas() const { return *canvas_; }
  [[nodiscard]] MapLegend& legend() const { return *legend_; }

 Q_SIGNALS:
  void kindChosen(refscale::ui::MapKind kind);
  void used();
  void remedyWanted();

 private:
  [[nodiscard]] QWidget* makeMessage();

  PaneWish wish_;
  QToolButton* title_;
  QAction* whichReference_ = nullptr;
  QLabel* detail_;
  QWidget* shown_;
  MapCanvas* canvas_;
  MapLegend* legend_;
  QWidget* message_;
  QLabel* sentence_;
  QPushButton* remedy_;
};

} // namespace refscale::ui
