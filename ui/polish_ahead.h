// Gets what a window does not show yet ready while nobody waits for it. The style sheet is worked
// out for a widget when it is shown for the first time; for all of a view at once that takes longer
// than a frame may. Only what is there when it starts.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <vector>

namespace refscale::ui {

class PolishAhead : public QObject {
  Q_OBJECT
 public:
  explicit PolishAhead(QWidget& window); // begins when the window has been shown

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void begin();
  void goOn();

  QWidget& window_;
  QTimer turn_;
  std::vector<QPointer<QWidget>> waiting_; // those to be polished first are last
  bool begun_ = false;
};

} // namespace refscale::ui
