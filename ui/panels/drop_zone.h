// Lets a widget take dropped pictures: shows that it would, and says which files were dropped on
// it. What becomes of them is decided elsewhere (models/drop_rules.h).
#pragma once

#include <QImage>
#include <QObject>
#include <filesystem>
#include <vector>

#include "ui/models/drop_rules.h"

class QMimeData;
class QWidget;

namespace refscale::ui {

// The local files in a drop or on the clipboard, also where a browser names them as links.
[[nodiscard]] std::vector<std::filesystem::path> filesIn(const QMimeData& data);
// The picture itself, as browsers hand it over; its text "Title" is the name that its link has.
// Null where there is none: nothing, or the link alone.
[[nodiscard]] QImage imageIn(const QMimeData& data);
// Something to open, or the link of something: that one then has to be told what to do.
[[nodiscard]] bool holdsPictures(const QMimeData& data);

class DropZone : public QObject {
  Q_OBJECT
 public:
  // `widget` gets the style property "dropping" while something is over it.
  DropZone(QWidget& widget, DropTarget target);

 Q_SIGNALS:
  void filesDropped(const std::vector<std::filesystem::path>& paths,
                    refscale::ui::DropTarget target);
  void imageDropped(const QImage& image, refscale::ui::DropTarget target); // null: a link alone

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget& widget_;
  DropTarget target_;
};

} // namespace refscale::ui
