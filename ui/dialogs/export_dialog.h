// How and where a result is saved: folder and name, format, size, depth, metadata, and what else is
// written beside it. Asks before a file is replaced; writing itself is the file worker's. What was
// chosen is remembered.
#pragma once

#include <QDialog>

#include "core/pipeline/name_template.h"
#include "ui/dialogs/export_subject.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace refscale::ui {

class ExportDialog : public QDialog {
  Q_OBJECT
 public:
  ExportDialog(ExportSubject subject, QSettings& settings, QWidget* parent = nullptr);

  [[nodiscard]] SaveRequest request() const;
  void setPath(const QString& path); // folder, name and, by its ending, the format

 private:
  enum class IfThere { Ask, Number, Replace };

  void makeControls();
  void addFile(QFormLayout& form);
  void addFormat(QFormLayout& form);
  void addContent(QFormLayout& form);
  [[nodiscard]] QBoxLayout* makeButtons();
  void connectControls();
  void remember() const;
  void recall();

  void chooseFolder();
  void chooseFormat();
  void takeEnding(); // of a typed name: it says the format
  void showAll();
  void showName();
  void showFormat();
  void save();
  void ask();

  [[nodiscard]] media::Format format() const;
  [[nodiscard]] QString stem() const; // the template without an ending that says a format
  [[nodiscard]] pipeline::ExpandedName expanded() const;
  [[nodiscard]] IfThere ifThere() const;
  [[nodiscard]] int scale() const;
  [[nodiscard]] bool anyIsThere() const;

  ExportSubject subject_;
  QSettings& settings_;
  QString date_, time_; // of opening: what the example shows is what is written
  bool mayReplace_ = false;
  bool numbers_ = false;

  QLineEdit* folder_;
  QLineEdit* template_;
  QLabel* example_;
  QComboBox* ifThere_;
  QComboBox* format_;
  QLabel* formatNote_;
  QComboBox* depth_;
  QLabel* qualityLabel_;
  QSpinBox* quality_;
  QComboBox* size_;
  QCheckBox* metadata_;
  QCheckBox* profile_;
  QCheckBox* embed_;
  QCheckBox* sidecar_;
  QCheckBox* maps_;
  QCheckBox* comparison_;
  QCheckBox* mask_;
  QPushButton* save_;
};

} // namespace refscale::ui
