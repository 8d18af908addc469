// A line of text that is shortened in the middle where there is no room, with the whole text as its
// tool tip. For names of files; sentences wrap instead.
#pragma once

#include <QLabel>

namespace refscale::ui {

class ElidedLabel : public QLabel {
  Q_OBJECT
 public:
  explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
  void setWholeText(const QString& text);
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void elide();
  QString whole_;
};

} // namespace refscale::ui
