// Asks once, in one list, where the files of a job are now. What is not found is left out.
#pragma once

#include <QDialog>
#include <filesystem>
#include <map>
#include <vector>

class QLabel;

namespace refscale::ui {

class MissingFilesDialog : public QDialog {
  Q_OBJECT
 public:
  explicit MissingFilesDialog(const std::vector<std::filesystem::path>& missing,
                              QWidget* parent = nullptr);

  // Old path -> where it is now; only those that were found.
  [[nodiscard]] const std::map<std::filesystem::path, std::filesystem::path>& found() const {
    return found_;
  }
  // What choosing a file for the row does.
  void setFound(const std::filesystem::path& missing, const std::filesystem::path& now);

 private:
  void showRow(const std::filesystem::path& missing);

  std::vector<std::filesystem::path> missing_;
  std::map<std::filesystem::path, std::filesystem::path> found_;
  std::map<std::filesystem::path, QLabel*> rows_;
};

} // namespace refscale::ui
