// Brings in a published model: two checkpoints and a name. Stays open with the reason where they do
// not fit; the model in use is not touched.
#pragma once

#include <QDialog>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace refscale::ui {

class ModelShelf;

class ImportDialog : public QDialog {
  Q_OBJECT
 public:
  explicit ImportDialog(ModelShelf& shelf, QWidget* parent = nullptr);

 private:
  QLineEdit* addFile(QGridLayout& grid, const QString& label, const char* name);
  void start();
  void update();

  ModelShelf& shelf_;
  QLineEdit* restoration_;
  QLineEdit* extractor_;
  QLineEdit* name_;
  QLineEdit* licence_;
  QLabel* message_;
  QPushButton* import_;
  bool nameTyped_ = false;
};

} // namespace refscale::ui
