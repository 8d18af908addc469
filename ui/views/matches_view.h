// The matches view: which reference, how many lines, and the canvas that draws them. Observes the
// document; the matches are there before the restoration ends.
#pragma once

#include <QFrame>
#include <QWidget>

#include "ui/canvas/match_canvas.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace refscale::ui {

class Document;
class ElidedLabel;
class Theme;

class MatchesView : public QWidget {
  Q_OBJECT
 public:
  MatchesView(const Document& document, const Theme& theme);

  [[nodiscard]] QWidget* bar() const { return bar_; } // shown above the view by its owner
  [[nodiscard]] MatchCanvas& canvas() const { return *canvas_; }

 private:
  void makeBar();
  void showMatches();
  void showReference();

  const Document& document_;
  QFrame* bar_;
  MatchCanvas* canvas_;
  QComboBox* reference_;
  QSpinBox* lines_;
  QCheckBox* rings_;
  ElidedLabel* count_;
  const void* shown_ = nullptr; // the result whose matches are shown
};

} // namespace refscale::ui
