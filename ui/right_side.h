// The panels on the right, settings and numbers: two docks with tabs where the window is wide;
// where it is not, one panel with the same tabs that floats over the canvas while it is wanted, so
// that the picture keeps its room. Moves the panels between both and knows nothing of what is in
// them.
#pragma once

#include <QObject>
#include <QString>
#include <array>

class QDockWidget;
class QFrame;
class QMainWindow;
class QTabWidget;

namespace refscale::ui {

class Theme;

class RightSide : public QObject {
  Q_OBJECT
 public:
  enum Page { Settings, Inspect };
  struct Panel {
    const char* name; // of its dock
    QString title;
    QWidget* widget;
  };
  RightSide(QMainWindow& window, const Theme& theme, const std::array<Panel, 2>& panels);

  // What they float over; the window's minimum is left to it alone.
  void setCanvas(QWidget& canvas);
  void setFloating(bool floating); // over the canvas, instead of beside it
  void setShown(bool shown);
  void raise(Page page);
  void resetWidth();

  [[nodiscard]] bool isShown() const { return shown_; }
  [[nodiscard]] bool isFloating() const { return floating_; }
  [[nodiscard]] QWidget* area() const; // what of it can have the focus

 Q_SIGNALS:
  void closeWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeOverlay();
  void movePanels();
  void arrange();
  void placeOverlay();

  QMainWindow& window_;
  const Theme& theme_;
  std::array<Panel, 2> panels_;
  std::array<QDockWidget*, 2> docks_{};
  QWidget* canvas_ = nullptr;
  QFrame* overlay_ = nullptr;
  QTabWidget* tabs_ = nullptr;
  bool floating_ = false;
  bool shown_ = false;
};

} // namespace refscale::ui
