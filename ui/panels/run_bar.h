// The bar at the bottom that always says what the state is and what to do next. Shows what
// describeRun() says of the document; its buttons trigger the window's actions.
#pragma once

#include <QTimer>
#include <QToolBar>

#include "ui/models/run_status.h"

class QFrame;
class QLabel;
class QPushButton;

namespace refscale::ui {

class Actions;
class Document;
class Theme;

class RunBar : public QToolBar {
  Q_OBJECT
 public:
  RunBar(const Document& document, const Actions& actions, const Theme& theme);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showStatus();
  void setButton(QPushButton& button, const std::optional<RunButton>& wanted);
  void fitHeight();

  const Document& document_;
  const Actions& actions_;
  const Theme& theme_;
  RunStatus status_;
  QTimer clock_; // the times go on while no progress comes
  QTimer fit_;   // at once, but after what is going on
  QWidget* content_;
  QLabel* icon_;
  QLabel* sentence_;
  QLabel* detail_;
  QPushButton* details_; // of a failure
  QFrame* divider_;
  QLabel* timing_;
  QLabel* timingDetail_;
  QPushButton* secondary_;
  QPushButton* primary_;
  std::map<QPushButton*, ActionId> bound_;
};

} // namespace refscale::ui
