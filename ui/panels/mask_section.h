// "Do not borrow here": brush, eraser, their size, and what can be done with the painted area as a
// whole. Shows the editor's state and triggers the window's actions.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;

namespace refscale::ui {

class Actions;
class Document;
class MaskEditor;

class MaskSection : public QWidget {
  Q_OBJECT
 public:
  MaskSection(const Document& document, MaskEditor& editor, const Actions& actions);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override; // of the size's label

 private:
  void showState();

  const Document& document_;
  MaskEditor& editor_;
  QLabel* share_;
  QSlider* size_;
  QSpinBox* sizeNumber_;
};

} // namespace refscale::ui
