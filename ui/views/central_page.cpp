#include "ui/views/central_page.h"

#include <QBoxLayout>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QStackedWidget>

#include "ui/models/document.h"
#include "ui/panels/drop_overlay.h"
#include "ui/panels/drop_zone.h"
#include "ui/panels/notice_bar.h"

namespace refscale::ui {

CentralPage::CentralPage(Document& document, const Theme& theme)
    : document_(document),
      bars_(new QStackedWidget),
      notice_(new NoticeBar(document, theme)),
      views_(new QStackedWidget) {
  setObjectName("centralPage");
  setAttribute(Qt::WA_StyledBackground);
  setAcceptDrops(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  bars_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  column->addWidget(bars_);
  column->addWidget(notice_);
  column->addWidget(views_, 1);
  overlay_ = new DropOverlay(theme, this);
}

void CentralPage::addView(QWidget* view, QWidget* bar) {
  views_->addWidget(view);
  bars_->addWidget(bar != nullptr ? bar : new QWidget);
}

void CentralPage::showView(QWidget* view) {
  const int index = views_->indexOf(view);
  views_->setCurrentIndex(index);
  bars_->setCurrentIndex(index);
  bars_->setVisible(bars_->currentWidget()->layout() != nullptr); // a page without a bar
}

QWidget* CentralPage::currentView() const {
  return views_->currentWidget();
}

QWidget* CentralPage::barArea() const {
  return bars_;
}

QWidget& CentralPage::viewArea() const {
  return *views_;
}

void CentralPage::dragEnterEvent(QDragEnterEvent* event) {
  if (!holdsPictures(*event->mimeData())) return;
  const auto files = static_cast<int>(filesIn(*event->mimeData()).size());
  overlay_->open(
      {document_.state().input != nullptr, static_cast<int>(document_.state().references.size())},
      std::max(1, files));
  event->setDropAction(Qt::CopyAction);
  event->accept();
}

void CentralPage::dragMoveEvent(QDragMoveEvent* event) {
  overlay_->setPointer(event->position());
  event->setDropAction(Qt::CopyAction);
  event->accept();
}

void CentralPage::dragLeaveEvent(QDragLeaveEvent*) {
  overlay_->hide();
}

void CentralPage::dropEvent(QDropEvent* event) {
  const DropTarget target = overlay_->targetAt(event->position());
  overlay_->hide();
  event->setDropAction(Qt::CopyAction);
  event->accept();
  const auto paths = filesIn(*event->mimeData());
  if (!paths.empty()) {
    Q_EMIT filesDropped(paths, target);
  } else {
    Q_EMIT imageDropped(imageIn(*event->mimeData()), target);
  }
}

void CentralPage::resizeEvent(QResizeEvent*) {
  overlay_->setGeometry(rect());
}

} // namespace refscale::ui
