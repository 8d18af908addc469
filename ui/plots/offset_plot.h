// Where the matches point: how many positions have which offset, or their offsets one by one. A
// rectangle dragged here marks its positions everywhere; a region marked elsewhere is all that is
// counted here.
#pragma once

#include "ui/plots/histograms.h"
#include "ui/plots/plot.h"
#include "ui/worker/background.h"

namespace refscale::ui {

class Inspection;

enum class OffsetLook { Counts, Points };

class OffsetPlot : public Plot {
  Q_OBJECT
 public:
  OffsetPlot(Inspection& inspection, const Theme& theme);

  [[nodiscard]] QString csv() const override; // one row a bin, or one a point
  [[nodiscard]] QString valueSentence() const override;
  [[nodiscard]] QString fileName() const override { return QStringLiteral("offsets"); }
  [[nodiscard]] const OffsetHistogram& histogram() const { return shown_.histogram; }
  [[nodiscard]] const std::vector<QPointF>& points() const { return shown_.points; }
  [[nodiscard]] bool isCounting() const { return counting_.isBusy(); }

  [[nodiscard]] OffsetLook look() const { return look_; }
  void setLook(OffsetLook look);

  // As by dragging; an empty area clears the brush.
  void brush(const QRectF& area);

 protected:
  void dress(const Tokens& tokens) override;
  void showEvent(QShowEvent* event) override; // counts what changed while nobody looked
  void brushed(const QRectF& area) override;

 private:
  struct Counted {
    OffsetHistogram histogram;
    std::vector<QPointF> points; // of that look alone
  };
  void takeMatches();
  void recount(); // in another thread; showCounts() follows
  void showCounts();
  void showPosition();

  Inspection& inspection_;
  Counted shown_;
  QCPColorMap* map_;
  QCPItemStraightLine* zeroX_;
  QCPItemStraightLine* zeroY_;
  QCPGraph* cloud_;  // the points
  QCPGraph* casing_; // of the current position
  QCPGraph* mark_;
  OffsetLook look_ = OffsetLook::Counts;
  bool own_ = false;      // the brush was made here
  bool brushing_ = false; // and is at this moment
  bool refit_ = true;     // what is counted next has limits of its own
  bool stale_ = false;    // not counted, because nobody looked
  NewestOnly counting_;   // last: joined before what its results go to is gone
};

} // namespace refscale::ui
