// All that was open lately, to find and open again, or to forget.
#pragma once

#include <QDialog>
#include <filesystem>
#include <vector>

#include "ui/models/recent_files.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace refscale::ui {

class RecentDialog : public QDialog {
  Q_OBJECT
 public:
  explicit RecentDialog(RecentFiles& recent, QWidget* parent = nullptr);

 Q_SIGNALS:
  void chosen(const std::vector<std::filesystem::path>& paths); // the input, then its references

 private:
  void refill();
  void showMatching(); // what the search names
  void openChosen();
  void removeChosen();

  RecentFiles& recent_;
  std::vector<RecentEntry> entries_;
  QLineEdit* search_;
  QListWidget* list_;
  QPushButton* remove_;
  QPushButton* clear_;
  QPushButton* open_;
};

} // namespace refscale::ui
