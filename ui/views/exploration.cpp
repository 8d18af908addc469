#include "ui/views/exploration.h"

#include <QKeyEvent>
#include <QMainWindow>
#include <QStackedWidget>

#include "ui/actions.h"
#include "ui/maps/maps_inspect.h"
#include "ui/maps/maps_view.h"
#include "ui/matches/matches_inspect.h"
#include "ui/matches/matches_view.h"
#include "ui/models/document.h"
#include "ui/panels/inspect_panel.h"
#include "ui/session.h"
#include "ui/views/central_page.h"

namespace refscale::ui {

Exploration::Exploration(Document& document, Session& session, const Actions& actions,
                         const Theme& theme, QMainWindow& window)
    : QObject(&window),
      actions_(actions),
      inspection_(document),
      matches_(new MatchesView(document, inspection_, actions, theme)),
      maps_(new MapsView(document, inspection_, actions, theme)),
      pages_(new QStackedWidget) {
  makePages(document, theme);
  window.installEventFilter(this);
  connectZoom();
  connectRegion();
  connect(&matches_->canvas(), &MatchCanvas::pointerAt, this, &Exploration::pointerAt);
  connect(maps_, &MapsView::pointerAt, this, &Exploration::pointerAt);
  connect(maps_, &MapsView::mapsWanted, &session, &Session::makeMaps);
  connect(maps_, &MapsView::told, &document,
          [&document](const QString& sentence) { document.addNotice({sentence}); });
}

void Exploration::connectRegion() {
  QAction& paint = actions_[ActionId::PaintRegion];
  const auto update = [this, &paint] { paint.setEnabled(inspection_.brush().isSet()); };
  connect(&inspection_, &Inspection::brushChanged, this, update);
  connect(&paint, &QAction::triggered, this, [this] {
    const CellSet& set = inspection_.brush();
    QImage cells(set.width, set.height, QImage::Format_Grayscale8);
    for (int y = 0; y < set.height; ++y) {
      uchar* row = cells.scanLine(y);
      for (int x = 0; x < set.width; ++x) {
        const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(set.width) +
                       static_cast<std::size_t>(x);
        row[x] = set.contains(i) ? 255 : 0;
      }
    }
    Q_EMIT regionToPaint(cells);
  });
  update();
}

void Exploration::connectZoom() {
  const auto on = [this](ActionId id, const auto& matches, const auto& maps) {
    connect(&actions_[id], &QAction::triggered, this, [this, matches, maps] {
      if (matches_->isVisible()) matches(matches_->canvas());
      if (maps_->isVisible()) maps(maps_->linkedView());
    });
  };
  on(
      ActionId::Fit, [](MatchCanvas& c) { c.fit(); }, [](LinkedView& v) { v.fit(); });
  on(
      ActionId::ActualSize, [](MatchCanvas& c) { c.zoomTo(1); },
      [](LinkedView& v) { v.zoomTo(1); });
  on(
      ActionId::ZoomIn, [](MatchCanvas& c) { c.zoomBySteps(1); },
      [](LinkedView& v) { v.zoomBySteps(1); });
  on(
      ActionId::ZoomOut, [](MatchCanvas& c) { c.zoomBySteps(-1); },
      [](LinkedView& v) { v.zoomBySteps(-1); });
}

void Exploration::makePages(Document& document, const Theme& theme) {
  numbers_ = new InspectPanel(document, theme);
  mapsInspect_ = new MapsInspect(inspection_, theme);
  const auto tell = [&document](const QString& sentence) { document.addNotice({sentence}); };
  connect(numbers_, &InspectPanel::told, &document, tell);
  connect(numbers_, &InspectPanel::referenceOffWanted, this, &Exploration::referenceOffWanted);
  connect(numbers_, &InspectPanel::shuffledWanted, this, &Exploration::shuffledWanted);
  connect(mapsInspect_, &MapsInspect::told, &document, tell);
  auto* lines = new MatchesInspect(inspection_, matches_->canvas(), theme);
  connect(lines, &MatchesInspect::told, &document, tell);
  connect(matches_, &MatchesView::told, &document, tell);
  const std::pair<ActionId, QWidget*> pages[] = {{ActionId::ShowPicture, numbers_},
                                                 {ActionId::ShowMatches, lines},
                                                 {ActionId::ShowMaps, mapsInspect_}};
  for (const auto& [id, page] : pages) {
    pages_->addWidget(page);
    connect(&actions_[id], &QAction::toggled, pages_, [this, p = page](bool on) {
      if (on) pages_->setCurrentWidget(p);
    });
  }
}

void Exploration::showDifference(const std::optional<ShownDifference>& difference) {
  numbers_->setDifference(difference);
}

void Exploration::addTo(CentralPage& page) {
  page.addView(matches_, matches_->bar());
  page.addView(maps_, maps_->bar());
}

QWidget* Exploration::wantedView() const {
  if (actions_[ActionId::ShowMatches].isChecked()) return matches_;
  if (actions_[ActionId::ShowMaps].isChecked()) return maps_;
  return nullptr;
}

bool Exploration::eventFilter(QObject* watched, QEvent* event) {
  const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (!key || !inspection_.brush().isSet() ||
      static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape) {
    return QObject::eventFilter(watched, event);
  }
  // Taken from the action that has this key as its shortcut.
  if (event->type() == QEvent::KeyPress) inspection_.clearBrush();
  event->accept();
  return true;
}

} // namespace refscale::ui
