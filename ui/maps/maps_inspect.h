// Beside the maps: the numbers under the pointer and the two plots of the matches.
#pragma once

#include <QWidget>

namespace refscale::ui {

class Inspection;
class PlotFrame;
class Theme;

class MapsInspect : public QWidget {
  Q_OBJECT
 public:
  MapsInspect(Inspection& inspection, const Theme& theme);

  [[nodiscard]] PlotFrame& offsets() const { return *offsets_; }
  [[nodiscard]] PlotFrame& confidence() const { return *confidence_; }

 Q_SIGNALS:
  void told(const QString& sentence);

 private:
  PlotFrame* offsets_;
  PlotFrame* confidence_;
};

} // namespace refscale::ui
