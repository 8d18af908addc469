// The preferences' page of shortcuts: every action with its key, one to be changed at a time. A key
// that another action has is refused, in words.
#pragma once

#include <QWidget>
#include <vector>

class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace refscale::ui {

class Actions;
class Preferences;

class ShortcutsPage : public QWidget {
  Q_OBJECT
 public:
  ShortcutsPage(Preferences& preferences, const Actions& actions, QWidget* parent = nullptr);

 private:
  void fill();
  void showChosen();
  void showKeys();
  void take(const QKeySequence& key);
  void goBackToUsual();
  [[nodiscard]] int chosen() const; // row, which is the action's place in the list; -1: none

  Preferences& preferences_;
  const Actions& actions_;
  QTreeWidget* list_;
  QKeySequenceEdit* edit_;
  QPushButton* none_;
  QPushButton* usual_;
  QLabel* message_;
};

} // namespace refscale::ui
