// A plot with its heading, and what can be done with it: a window of its own, files, the clipboard.
#pragma once

#include <QFrame>
#include <filesystem>

#include "ui/plots/plot.h"

class QBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace refscale::ui {

class PlotFrame : public QFrame {
  Q_OBJECT
 public:
  PlotFrame(const QString& heading, Plot* plot, const Theme& theme);
  ~PlotFrame() override; // takes a floating plot along

  void setHeading(const QString& heading);
  // One more button beside the heading, for what this plot alone can do.
  [[nodiscard]] QToolButton* addButton(const char* icon, const QString& text);
  void setFloating(bool floating);
  [[nodiscard]] bool isFloating() const { return window_ != nullptr; }
  [[nodiscard]] Plot& plot() const { return *plot_; }
  void save(PlotFile kind, const std::filesystem::path& path);

 Q_SIGNALS:
  void told(const QString& sentence); // what became of a file

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void askAndSave(PlotFile kind);

  const Theme& theme_;
  Plot* plot_;
  QLabel* heading_;
  QLabel* away_; // in the plot's place while it floats
  QBoxLayout* head_;
  QVBoxLayout* column_;
  QWidget* window_ = nullptr;
};

} // namespace refscale::ui
