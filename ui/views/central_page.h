// The middle of the window: the bar of the shown view, the notice bar, the view. Takes drops for
// the whole window and shows beforehand what each place would do with them.
#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/models/drop_rules.h"

class QStackedWidget;

namespace refscale::ui {

class Document;
class DropOverlay;
class NoticeBar;
class Theme;

class CentralPage : public QWidget {
  Q_OBJECT
 public:
  CentralPage(Document& document, const Theme& theme);

  // A view with its bar (may be null). Views are shown by their pointer.
  void addView(QWidget* view, QWidget* bar);
  void showView(QWidget* view);
  [[nodiscard]] QWidget* currentView() const;
  [[nodiscard]] QWidget* barArea() const;
  [[nodiscard]] QWidget& viewArea() const; // where the views lie, below bar and notice

 Q_SIGNALS:
  void filesDropped(const std::vector<std::filesystem::path>& paths,
                    refscale::ui::DropTarget target);
  void imageDropped(const QImage& image, refscale::ui::DropTarget target);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  const Document& document_;
  QStackedWidget* bars_;
  NoticeBar* notice_;
  QStackedWidget* views_;
  DropOverlay* overlay_ = nullptr;
};

} // namespace refscale::ui
