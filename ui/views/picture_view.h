// The picture view: the canvas, and the bar over it with the ways of comparing and the sources of A
// and B. Observes the document; never changes it.
#pragma once

#include <QFrame>
#include <QWidget>
#include <vector>

#include "ui/canvas/compare_canvas.h"
#include "ui/canvas/difference_meter.h"
#include "ui/views/compare_sources.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace refscale::ui {

class Actions;
class Document;
class MaskEditor;
class Theme;

class PictureView : public QWidget {
  Q_OBJECT
 public:
  struct Parts {
    const Document& document;
    MaskEditor& mask;
    const Actions& actions;
    const Theme& theme;
  };
  explicit PictureView(const Parts& parts);

  [[nodiscard]] QWidget* bar() const { return bar_; } // shown above the view by its owner
  [[nodiscard]] CompareCanvas& canvas() const { return *canvas_; }

 Q_SIGNALS:
  // Chosen as a source, but not computed yet; a warped reference by its place among those that the
  // result was made with.
  void referenceOffWanted();
  void warpedWanted(int reference);
  // What the difference mode compares; nothing in the other modes.
  void differenceShown(const std::optional<refscale::ui::ShownDifference>& difference);
  void reachPutAway(); // of whichever reference

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeBar();
  void fitBar(); // icons alone where the words have no room
  void connectActions();
  void connectBrush();
  void showState();
  void showSources();
  void showLayers();
  void showReach();
  void showMask();
  void showRows();
  void showZoom();
  void chooseMode(CompareMode mode);
  void swapSides();
  void showDifference();
  void measureDifference();
  void wantReferenceOff(const QComboBox& combo);
  void wantWarped();
  [[nodiscard]] const SourceItem& chosen(const QComboBox& combo) const; // there must be sources

  const Document& document_;
  MaskEditor& mask_;
  const Actions& actions_;
  const Theme& theme_;
  QFrame* bar_;
  CompareCanvas* canvas_;
  QFrame* modes_;
  QLabel* labelA_;
  QLabel* labelB_;
  QComboBox* sourceA_;
  QComboBox* sourceB_;
  QComboBox* gain_;
  QCheckBox* signed_;
  QComboBox* loupe_;
  QCheckBox* reach_;
  bool reachWanted_ = true;
  QComboBox* zoom_;
  std::vector<SourceItem> sources_;
  const void* splitChosenFor_ = nullptr; // the input whose first result chose Split
  DifferenceMeter meter_;
};

} // namespace refscale::ui
