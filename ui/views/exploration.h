// The views of what the engine found, put together: one inspection, the matches and maps views over
// it, and what they ask of session and document. MainWindow shows them; it knows none of their
// parts.
#pragma once

#include <QObject>

#include "ui/canvas/difference.h"
#include "ui/inspection/inspection.h"

class QMainWindow;
class QStackedWidget;

namespace refscale::ui {

class Actions;
class CentralPage;
class InspectPanel;
class MapsInspect;
class MapsView;
class MatchesInspect;
class MatchesView;
class Session;
class Theme;

class Exploration : public QObject {
  Q_OBJECT
 public:
  // `window` is their owner; Esc there clears a brush before it does anything else.
  Exploration(Document& document, Session& session, const Actions& actions, const Theme& theme,
              QMainWindow& window);

  void addTo(CentralPage& page);
  // The view that is checked among the actions, null where that is the picture.
  [[nodiscard]] QWidget* wantedView() const;

  // What stands beside the view that is shown; for a dock.
  [[nodiscard]] QStackedWidget* inspectPages() const { return pages_; }

  [[nodiscard]] Inspection& inspection() { return inspection_; }
  // What the picture view compares; for the numbers beside it.
  void showDifference(const std::optional<ShownDifference>& difference);
  [[nodiscard]] MatchesView& matchesView() const { return *matches_; }
  [[nodiscard]] MapsView& mapsView() const { return *maps_; }
  [[nodiscard]] MapsInspect& mapsInspect() const { return *mapsInspect_; }

 Q_SIGNALS:
  void referenceOffWanted();
  void shuffledWanted();
  void regionToPaint(const QImage& cells); // white where the brush of the views has marked
  void pointerAt(const QString& position, const QString& values);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void connectRegion();
  void connectZoom(); // the same keys as the picture view
  void makePages(Document& document, const Theme& theme);

  const Actions& actions_;
  Inspection inspection_;
  MatchesView* matches_; // the page they are added to owns them
  MapsView* maps_;
  QStackedWidget* pages_; // the dock owns it
  InspectPanel* numbers_ = nullptr;
  MapsInspect* mapsInspect_ = nullptr;
};

} // namespace refscale::ui
