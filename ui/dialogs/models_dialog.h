// The models manager: a card for each model with what it is, and what can be done with it; and the
// way to bring in a published one.
#pragma once

#include <QDialog>

class QBoxLayout;
class QScrollArea;

namespace refscale::pipeline {
struct ModelInfo;
}

namespace refscale::ui {

class Document;
class ModelShelf;

class ModelsDialog : public QDialog {
  Q_OBJECT
 public:
  ModelsDialog(Document& document, ModelShelf& shelf, QWidget* parent = nullptr);

 private:
  void showModels();
  [[nodiscard]] QWidget* makeCard(const pipeline::ModelInfo& model, int number);
  void openImport();

  Document& document_;
  ModelShelf& shelf_;
  QScrollArea* area_;
};

} // namespace refscale::ui
