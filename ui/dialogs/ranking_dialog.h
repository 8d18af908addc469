// Which pictures of a folder help: the list fills, best first, while they are looked at; the best
// are checked, and what is checked becomes references.
#pragma once

#include <QDialog>
#include <filesystem>
#include <set>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace refscale::ui {

class FolderRanking;

class RankingDialog : public QDialog {
  Q_OBJECT
 public:
  // Of a ranking that was started; leaving the dialog stops it.
  RankingDialog(FolderRanking& ranking, const QString& folder, QWidget* parent = nullptr);

  [[nodiscard]] std::vector<std::filesystem::path> chosen() const; // best first

 private:
  void refill(); // with what the ranking has found
  void choose(QTreeWidgetItem* item);

  FolderRanking& ranking_;
  QLabel* words_;
  QProgressBar* progress_;
  QTreeWidget* list_;
  QPushButton* add_;
  bool touched_ = false; // from then on the person's own choice holds
  std::set<std::filesystem::path> own_;
};

} // namespace refscale::ui
