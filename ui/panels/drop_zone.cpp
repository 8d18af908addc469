#include "ui/panels/drop_zone.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <algorithm>

#include "ui/panels/parts.h"

namespace refscale::ui {

namespace {

// Of any kind; some programs give a link as text alone.
QList<QUrl> linksIn(const QMimeData& data) {
  QList<QUrl> links = data.urls();
  if (!links.isEmpty() || !data.hasText()) return links;
  for (const QString& line : data.text().split('\n', Qt::SkipEmptyParts)) {
    const QUrl link(line.trimmed(), QUrl::StrictMode);
    if (link.isValid() && !link.isRelative()) links += link;
  }
  return links;
}

bool isOfTheWeb(const QUrl& link) {
  return link.scheme() == QStringLiteral("http") || link.scheme() == QStringLiteral("https");
}

} // namespace

std::vector<std::filesystem::path> filesIn(const QMimeData& data) {
  std::vector<std::filesystem::path> paths;
  for (const QUrl& url : linksIn(data)) {
    if (url.isLocalFile()) paths.emplace_back(url.toLocalFile().toStdString());
  }
  return paths;
}

QImage imageIn(const QMimeData& data) {
  if (!data.hasImage()) return {};
  auto image = qvariant_cast<QImage>(data.imageData());
  for (const QUrl& link : linksIn(data)) {
    if (!image.isNull() && !link.fileName().isEmpty()) image.setText("Title", link.fileName());
  }
  return image;
}

bool holdsPictures(const QMimeData& data) {
  const QList<QUrl> links = linksIn(data);
  return data.hasImage() || std::any_of(links.begin(), links.end(), [](const QUrl& link) {
           return link.isLocalFile() || isOfTheWeb(link);
         });
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
      } else {
        Q_EMIT imageDropped(imageIn(*drop->mimeData()), target_);
      }
      return true;
    }
    default:
      return false;
  }
}

} // namespace refscale::ui
