// How sure the matches are: the share of the picture in forty steps, with the threshold of the
// matches that are shown as a handle. Dragging beside the handle marks the positions of those
// steps.
#pragma once

#include "ui/plots/histograms.h"
#include "ui/plots/plot.h"
#include "ui/worker/background.h"

namespace refscale::ui {

class Inspection;

class ConfidencePlot : public Plot {
  Q_OBJECT
 public:
  ConfidencePlot(Inspection& inspection, const Theme& theme);

  [[nodiscard]] QString csv() const override;
  [[nodiscard]] QString valueSentence() const override;
  [[nodiscard]] QString fileName() const override { return QStringLiteral("confidence"); }
  [[nodiscard]] const ConfidenceHistogram& histogram() const { return histogram_; }
  [[nodiscard]] QPointF handle() const; // widget coordinates
  [[nodiscard]] bool isCounting() const { return counting_.isBusy(); }

 protected:
  void dress(const Tokens& tokens) override;
  void showEvent(QShowEvent* event) override; // counts what changed while nobody looked
  void brushed(const QRectF& area) override;
  [[nodiscard]] bool grabs(QPointF at) override;
  void dragGrabbed(QPointF at) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void count(); // in another thread; showCounts() follows
  void showCounts();
  void showBars();
  void placeGrip(); // its size is in pixels
  void setThreshold(double threshold);

  Inspection& inspection_;
  ConfidenceHistogram histogram_;
  QCPBars* below_;
  QCPBars* above_;
  QCPItemStraightLine* casing_;
  QCPItemStraightLine* line_;
  QCPItemRect* grip_;
  bool own_ = false;      // the brush was made here
  bool brushing_ = false; // and is at this moment
  bool stale_ = false;
  NewestOnly counting_; // last: joined before what its results go to is gone
};

} // namespace refscale::ui
