// The picture view: the canvas, and the bar over it with the ways of comparing and the sources of A
// and B. Observes the document; never changes it.
#pragma once

#include <QFrame>
#include <QWidget>
#include <vector>

#include "ui/canvas/compare_canvas.h"

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
  void referenceOffWanted();
  void
  reachPutAway(); // of whichever reference // it was chosen as a source, but is not computed yet

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  enum class Source { Bicubic, Result, PreviousResult, ReferenceOff, Truth, Snapshot, Reference };
  struct SourceItem {
    Source source;
    int index; // of the reference or snapshot in its list
    QString name;
    int id = 0; // of the snapshot, whatever comes and goes before it
    friend bool operator==(const SourceItem&, const SourceItem&) = default;
  };

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
  void wantReferenceOff(const QComboBox& combo);
  [[nodiscard]] std::vector<SourceItem> availableSources() const;
  [[nodiscard]] CanvasLayer layerOf(const SourceItem& item) const;

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
  QComboBox* loupe_;
  QCheckBox* reach_;
  bool reachWanted_ = true;
  QComboBox* zoom_;
  std::vector<SourceItem> sources_;
  const void* splitChosenFor_ = nullptr; // the input whose first result chose Split
};

} // namespace refscale::ui
