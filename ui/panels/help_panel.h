// A quiet panel that explains the part of the window that has the focus, beside it. Esc, F1 or
// going elsewhere puts it away, and the focus is where it was.
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;

namespace refscale::ui {

class HelpPanel : public QFrame {
  Q_OBJECT
 public:
  explicit HelpPanel(QWidget& window);
  // Again, while it is shown: puts it away.
  void showFor(QWidget* part);

 protected:
  bool event(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void putAway();
  void placeBeside(const QWidget& part);

  QLabel* words_;
  QPointer<QWidget> part_; // that it explains
};

} // namespace refscale::ui
