// How and where a result is saved: file, format, quality, metadata, colour profile. Asks before a
// file is replaced; writing itself is the file worker's.
#pragma once

#include <QDialog>

#include "ui/worker/messages.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace refscale::ui {

class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  // `input` gives the name to begin with, the folder, and the profile that can be kept.
  ExportDialog(const ResultHandle& result, const PictureHandle& input, QWidget* parent = nullptr);

  [[nodiscard]] SaveRequest request() const;
  void setPath(const QString& path);

 private:
  void choosePath();
  void chooseFormat();
  void showFormat();
  [[nodiscard]] media::Format format() const;

  ResultHandle result_;
  PictureHandle input_;
  QLineEdit* path_;
  QComboBox* format_;
  QLabel* formatNote_;
  QLabel* qualityLabel_;
  QSpinBox* quality_;
  QCheckBox* metadata_;
  QCheckBox* profile_;
  QLabel* exists_;
  QPushButton* save_;
};

} // namespace refscale::ui
