// Beside the matches: how many lines and which, what is filtered away, and where they all point.
#pragma once

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace refscale::ui {

class Inspection;
class LineColours;
class MatchCanvas;
class PlotFrame;
class Theme;

class MatchesInspect : public QWidget {
  Q_OBJECT
 public:
  MatchesInspect(Inspection& inspection, MatchCanvas& canvas, const Theme& theme);

 Q_SIGNALS:
  void told(const QString& sentence);

 private:
  void makeLines(QBoxLayout& panel);
  void makeFilters(QBoxLayout& panel, const Theme& theme);
  void showChoice();
  void showFilter();
  void readFilter();

  Inspection& inspection_;
  MatchCanvas& canvas_;
  QLabel* count_ = nullptr;
  QSlider* slider_ = nullptr;
  QSpinBox* number_ = nullptr;
  QComboBox* order_ = nullptr;
  QSpinBox* seed_ = nullptr;
  QComboBox* colour_ = nullptr;
  LineColours* colours_ = nullptr;
  QSpinBox* length_ = nullptr;
  QSpinBox* back_ = nullptr;
  QCheckBox* pins_ = nullptr;
  PlotFrame* confidence_ = nullptr;
};

} // namespace refscale::ui
