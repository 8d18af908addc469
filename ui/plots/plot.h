// What all plots share: their look from the theme's tokens, brushing with the left button, zoom by
// wheel with limits, and export. A plot draws; what it counts is in histograms.h.
#pragma once

#include <filesystem>

#include "ui/plots/custom_plot.h"

namespace refscale::ui {

class Theme;
struct Tokens;

enum class PlotFile { Pdf, Png1, Png2, Png4, Csv };

class Plot : public QCustomPlot {
  Q_OBJECT
 public:
  explicit Plot(const Theme& theme);

  [[nodiscard]] virtual QString csv() const = 0; // C locale, one row a bin, a line of names above
  [[nodiscard]] Q_INVOKABLE virtual QString valueSentence() const = 0; // for screen readers
  [[nodiscard]] virtual QString fileName() const = 0;                  // without extension

  // Written beside and renamed, in the light theme. Empty, or one sentence that says why not.
  [[nodiscard]] QString save(PlotFile kind, const std::filesystem::path& path);

  void resetZoom();

 protected:
  // Colours of everything that the plot drew. Called for each change of theme and for export.
  virtual void dress(const Tokens& tokens);
  // The area of all data; no zoom goes beyond it or below `least`.
  void setLimits(const QRectF& area, double least);
  // A rectangle was dragged, in plot coordinates; empty: a click.
  virtual void brushed(const QRectF& area) = 0;
  // Whether a press is the plot's own (a handle); then it gets the moves as well.
  [[nodiscard]] virtual bool grabs(QPointF) { return false; }
  virtual void dragGrabbed(QPointF) {}
  void clearRectangle();
  void showRectangle(const QRectF& area); // plot coordinates
  void keepRatio();                       // both axes to one scale
  // Below the plot; shortened where there is no room, with the whole as the plot's tool tip.
  void setAcross(const QString& label);

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] QPointF toPlot(QPointF widget) const;
  bool equalScales = false;

 private:
  enum class Drag { None, Brush, Grabbed };

  void fitAcross();

  const Theme& theme_;
  QString across_;
  QCPItemRect* rectangle_; // being brushed, or brushed here
  QRectF limits_;
  double least_ = 0;
  Drag drag_ = Drag::None;
  QPointF from_;
};

} // namespace refscale::ui
