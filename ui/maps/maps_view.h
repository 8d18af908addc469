// The maps view: one, two or four panes over one position and one zoom, and the bar that says what
// the active pane shows. Observes document and inspection; asks by signals for what it cannot do.
#pragma once

#include <QFrame>
#include <QWidget>
#include <array>
#include <vector>

#include "ui/canvas/linked_view.h"
#include "ui/maps/map_files.h"
#include "ui/maps/map_pane.h"
#include "ui/worker/background.h"
#include "ui/worker/messages.h"

class QActionGroup;
class QComboBox;
class QGridLayout;
class QToolButton;

namespace refscale::ui {

class Actions;
class BarFit;
class Document;
class Inspection;
class MapOptions;
class Theme;

class MapsView : public QWidget {
  Q_OBJECT
 public:
  static constexpr int kPanes = 4;

  MapsView(const Document& document, Inspection& inspection, const Actions& actions,
           const Theme& theme);

  [[nodiscard]] QWidget* bar() const { return bar_; } // shown above the view by its owner
  [[nodiscard]] MapPane& pane(int index) const {
    return *panes_.at(static_cast<std::size_t>(index));
  }
  [[nodiscard]] int paneCount() const { return count_; }
  [[nodiscard]] LinkedView& linkedView() { return view_; }

  void setPaneCount(int count); // 1, 2 or 4
  void choose(int pane, const MapChoice& choice);
  // Writes the active pane's map; told() follows. The dialog asks for a path first.
  void save(MapFileKind kind, const std::filesystem::path& path);

 Q_SIGNALS:
  void mapsWanted(); // the restoration is to be done again, keeping what the aggregation did
  void told(const QString& sentence);
  void pointerAt(const QString& position, const QString& values);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  // What a map is made from; the same key gives the same map.
  struct Key {
    ResultHandle result;
    int reference = 0;
    PaneWish wish;
    bool shared = false;
    float sure = 0;
    MapColours colours;
    [[nodiscard]] bool sameAs(const Key& other) const;
  };

  void makePanes();
  void makeBar();
  [[nodiscard]] QFrame* makeChoice(const char* name, const QString& accessible,
                                   const QStringList& texts, QActionGroup*& group);
  [[nodiscard]] QToolButton* makeSaveButton();
  void activate(int pane);
  void showBar(); // what the active pane shows
  void showReferences();
  void showZoom();
  void takeMatches();
  void preferLearned(); // once they are known: what the network reads in the end
  void refresh();       // has made what is not there yet
  void showMessage(MapPane& pane, MapState state);
  void take(const std::vector<int>& panes, const std::vector<MapHandle>& maps);
  void showLegend(MapPane& pane, const MapHandle& map);
  void report();
  [[nodiscard]] MapColours colours() const;
  [[nodiscard]] double borrowedShare() const;
  [[nodiscard]] QString scalesInModel() const;
  void askAndSave(MapFileKind kind);

  const Document& document_;
  Inspection& inspection_;
  const Actions& actions_;
  const Theme& theme_;
  LinkedView view_;
  std::array<MapPane*, kPanes> panes_{};
  std::array<Key, kPanes> keys_;
  QGridLayout* grid_;
  QFrame* bar_;
  BarFit* fit_ = nullptr;
  QComboBox* reference_ = nullptr;
  QActionGroup* scales_ = nullptr;
  QActionGroup* parts_ = nullptr;
  QFrame* scaleChoice_ = nullptr;
  QFrame* partChoice_ = nullptr;
  QWidget* scaleLabel_ = nullptr;
  QWidget* partLabel_ = nullptr;
  QComboBox* zoom_ = nullptr;
  MapOptions* options_ = nullptr;
  int count_ = kPanes;
  int active_ = 0;
  bool partChosen_ = false; // by the person: not changed when learned offsets arrive
  Background background_;   // last: joined before what its results go to is gone
};

} // namespace refscale::ui
