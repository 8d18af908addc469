#include "ui/right_side.h"

#include <QBoxLayout>
#include <QDockWidget>
#include <QFrame>
#include <QKeyEvent>
#include <QMainWindow>
#include <QTabWidget>
#include <QToolButton>
#include <algorithm>

#include "ui/panels/parts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

RightSide::RightSide(QMainWindow& window, const Theme& theme, const std::array<Panel, 2>& panels)
    : QObject(&window), window_(window), theme_(theme), panels_(panels) {
  for (const Page page : {Settings, Inspect}) {
    Panel& panel = panels_.at(page);
    panel.widget = atLeast(metrics::kSettingsDockLeast, panel.widget);
    auto* dock = new QDockWidget(panel.title);
    dock->setObjectName(QString::fromLatin1(panel.name));
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    panel.widget->setMaximumWidth(theme.fontPixels(metrics::kSettingsDockMost));
    dock->setWidget(panel.widget);
    // The tabs say which is which already.
    auto* none = new QWidget;
    (new QHBoxLayout(none))->setContentsMargins(0, 0, 0, 0); // gives it a size: none
    dock->setTitleBarWidget(none);
    window_.addDockWidget(Qt::RightDockWidgetArea, dock);
    docks_.at(page) = dock;
  }
  window_.tabifyDockWidget(docks_[Settings], docks_[Inspect]);
  docks_[Settings]->raise();
  makeOverlay();
  arrange(); // away until something is open
}

void RightSide::makeOverlay() {
  overlay_ = new QFrame(&window_);
  overlay_->setObjectName("rightOverlay");
  overlay_->setProperty("role", "overlay");
  overlay_->installEventFilter(this);
  tabs_ = new QTabWidget;
  auto* close = new QToolButton;
  close->setObjectName("closeOverlay");
  close->setProperty("role", "small");
  close->setAccessibleName(tr("Put the panels away"));
  close->setToolTip(close->accessibleName());
  close->setFocusPolicy(Qt::TabFocus);
  const auto retouch = [this, close] { close->setIcon(theme_.icon("close")); };
  connect(&theme_, &Theme::changed, close, retouch);
  retouch();
  connect(close, &QToolButton::clicked, this, &RightSide::closeWanted);
  tabs_->setCornerWidget(close);
  auto* column = new QVBoxLayout(overlay_);
  column->setContentsMargins(1, 0, 0, 0);
  column->addWidget(tabs_);
  overlay_->hide();
}

void RightSide::setCanvas(QWidget& canvas) {
  canvas_ = &canvas;
  overlay_->setParent(canvas.parentWidget());
  canvas_->installEventFilter(this);
  placeOverlay();
}

void RightSide::setFloating(bool floating) {
  if (floating == floating_) return;
  floating_ = floating;
  movePanels();
  arrange();
}

void RightSide::movePanels() {
  const int page = floating_ ? static_cast<int>(docks_[Inspect]->isVisible() &&
                                                !docks_[Inspect]->visibleRegion().isEmpty())
                             : tabs_->currentIndex();
  for (const Page each : {Settings, Inspect}) {
    const Panel& panel = panels_.at(each);
    if (floating_) {
      tabs_->addTab(panel.widget, panel.title);
    } else {
      docks_.at(each)->setWidget(panel.widget); // the tab goes with its page
    }
  }
  raise(static_cast<Page>(std::clamp(page, 0, 1)));
}

void RightSide::setShown(bool shown) {
  if (shown == shown_) return;
  shown_ = shown;
  arrange();
}

void RightSide::arrange() {
  const bool docked = shown_ && !floating_;
  const bool appears = docked && docks_[Settings]->isHidden();
  for (QDockWidget* dock : docks_) dock->setVisible(docked);
  overlay_->setVisible(shown_ && floating_);
  if (appears) resetWidth(); // not the least it can have
  placeOverlay();
}

void RightSide::raise(Page page) {
  if (floating_) {
    tabs_->setCurrentIndex(page);
  } else {
    docks_.at(page)->raise();
  }
}

void RightSide::resetWidth() {
  if (!floating_) {
    window_.resizeDocks({docks_[Settings]}, {theme_.fontPixels(metrics::kSettingsDock)},
                        Qt::Horizontal);
  }
}

QWidget* RightSide::area() const {
  if (floating_) return overlay_;
  return docks_[Settings]->visibleRegion().isEmpty() ? docks_[Inspect] : docks_[Settings];
}

void RightSide::placeOverlay() {
  if (canvas_ == nullptr) return;
  const QRect over = canvas_->geometry();
  const int wanted =
      std::max(theme_.fontPixels(metrics::kSettingsDock), overlay_->minimumSizeHint().width());
  const int width = std::min(wanted, over.width());
  overlay_->setGeometry(over.right() + 1 - width, over.top(), width, over.height());
  overlay_->raise();
}

bool RightSide::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  if (watched == canvas_ && (type == QEvent::Resize || type == QEvent::Move)) placeOverlay();
  const bool key = type == QEvent::ShortcutOverride || type == QEvent::KeyPress;
  if (watched == overlay_ && key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    if (type == QEvent::KeyPress) Q_EMIT closeWanted();
    event->accept(); // taken from the action that has this key as its shortcut
    return true;
  }
  return QObject::eventFilter(watched, event);
}

} // namespace refscale::ui
