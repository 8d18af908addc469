// Where the matches point: how many positions have which offset. A rectangle dragged here marks its
// positions everywhere; a region marked elsewhere is all that is counted here.
#pragma once

#include "ui/plots/histograms.h"
#include "ui/plots/plot.h"

namespace refscale::ui {

class Inspection;

class OffsetPlot : public Plot {
  Q_OBJECT
 public:
  OffsetPlot(Inspection& inspection, const Theme& theme);

  [[nodiscard]] QString csv() const override;
  [[nodiscard]] QString valueSentence() const override;
  [[nodiscard]] QString fileName() const override { return QStringLiteral("offsets"); }
  [[nodiscard]] const OffsetHistogram& histogram() const { return histogram_; }

  // As by dragging; an empty area clears the brush.
  void brush(const QRectF& area);

 protected:
  void dress(const Tokens& tokens) override;
  void showEvent(QShowEvent* event) override; // counts what changed while nobody looked
  void brushed(const QRectF& area) override;

 private:
  void count(); // of other matches
  void recount();
  void showCounts();
  void showPosition();

  Inspection& inspection_;
  OffsetHistogram histogram_;
  QCPColorMap* map_;
  QCPItemStraightLine* zeroX_;
  QCPItemStraightLine* zeroY_;
  QCPGraph* casing_; // of the current position
  QCPGraph* mark_;
  bool own_ = false; // the brush was made here
  bool stale_ = false;
};

} // namespace refscale::ui
