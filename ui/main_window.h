// The window: puts menus, bars, docks and views together and hands what the person asks for to the
// session. Holds no state of its own but the layout.
#pragma once

#include <QMainWindow>
#include <vector>

#include "ui/window_parts.h"

class QLabel;
class QDockWidget;
class QToolBar;

namespace refscale::ui {

class CentralPage;
class Exploration;
class HelpPanel;
class PictureView;
class RightSide;
class RunBar;
class StartPage;
class WindowDialogs;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  using Parts = WindowParts;
  explicit MainWindow(const Parts& parts);

  // What a window made anew in another language takes over.
  struct Look {
    QByteArray geometry;
    bool visible = false;
    bool preferences = false;     // that dialog is open
    std::vector<QString> checked; // actions
  };
  [[nodiscard]] Look look() const;
  void setLook(const Look& look);

  [[nodiscard]] PictureView& pictureView() const { return *pictureView_; }
  [[nodiscard]] Exploration& exploration() const { return *exploration_; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeToolBar();
  void makeViews();
  void makeDocks();
  void makeStatusBar();
  void connectActions();
  void connectLayoutActions();
  void showState();
  void showDevice();
  void arrangeDocks(); // which docks the page and the width allow
  void moveFocus(int direction);
  [[nodiscard]] QList<QWidget*> areas() const;
  void restoreLayout();
  void showPreferences();

  Parts p_;
  WindowDialogs* dialogs_;
  CentralPage* page_ = nullptr;
  StartPage* startPage_ = nullptr;
  PictureView* pictureView_ = nullptr;
  Exploration* exploration_ = nullptr; // of what was found: matches, maps, plots
  QToolBar* tools_ = nullptr;
  QDockWidget* pictures_ = nullptr;
  RightSide* right_ = nullptr;
  RunBar* runBar_ = nullptr;
  HelpPanel* help_ = nullptr;
  QLabel* position_ = nullptr;
  QLabel* values_ = nullptr;
  QLabel* device_ = nullptr;
  bool exploring_ = false;                 // matches or maps are shown
  bool picturesBeside_[2] = {true, false}; // the other kind of view's pictures panel
};

} // namespace refscale::ui
