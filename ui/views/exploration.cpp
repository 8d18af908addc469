#include "ui/views/exploration.h"

#include <QKeyEvent>
#include <QMainWindow>

#include "ui/actions.h"
#include "ui/maps/maps_view.h"
#include "ui/models/document.h"
#include "ui/session.h"
#include "ui/views/central_page.h"
#include "ui/views/matches_view.h"

namespace refscale::ui {

Exploration::Exploration(Document& document, Session& session, const Actions& actions,
                         const Theme& theme, QMainWindow& window)
    : QObject(&window),
      actions_(actions),
      inspection_(document),
      matches_(new MatchesView(document, theme)),
      maps_(new MapsView(document, inspection_, actions, theme)) {
  window.installEventFilter(this);
  connect(&matches_->canvas(), &MatchCanvas::pointerAt, this, &Exploration::pointerAt);
  connect(maps_, &MapsView::pointerAt, this, &Exploration::pointerAt);
  connect(maps_, &MapsView::mapsWanted, &session, &Session::makeMaps);
  connect(maps_, &MapsView::told, &document,
          [&document](const QString& sentence) { document.addNotice({sentence}); });
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
