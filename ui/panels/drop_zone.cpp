#include "ui/panels/drop_zone.h"

#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

#include "ui/panels/parts.h"

namespace refscale::ui {

std::vector<std::filesystem::path> filesIn(const QMimeData& data) {
  std::vector<std::filesystem::path> paths;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile()) paths.emplace_back(url.toLocalFile().toStdString());
  }
  return paths;
}

bool holdsPictures(const QMimeData& data) {
  return !filesIn(data).empty() || data.hasImage();
}

DropZone::DropZone(QWidget& widget, DropTarget target)
    : QObject(&widget), widget_(widget), target_(target) {
  widget.setAcceptDrops(true);
  widget.installEventFilter(this);
}

bool DropZone::eventFilter(QObject*, QEvent* event) {
  switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove: {
      auto* drag = static_cast<QDragMoveEvent*>(event);
      if (!holdsPictures(*drag->mimeData())) return false;
      drag->setDropAction(Qt::CopyAction);
      drag->accept();
      setStyleProperty(widget_, "dropping", true);
      return true;
    }
    case QEvent::DragLeave:
      setStyleProperty(widget_, "dropping", false);
      return true;
    case QEvent::Drop: {
      auto* drop = static_cast<QDropEvent*>(event);
      setStyleProperty(widget_, "dropping", false);
      drop->setDropAction(Qt::CopyAction);
      drop->accept();
      const auto paths = filesIn(*drop->mimeData());
      if (!paths.empty()) {
        Q_EMIT filesDropped(paths, target_);
      } else if (drop->mimeData()->hasImage()) {
        Q_EMIT imageDropped(qvariant_cast<QImage>(drop->mimeData()->imageData()), target_);
      }
      return true;
    }
    default:
      return false;
  }
}

} // namespace refscale::ui
