// How long each stage of a run took, as bars with their seconds.
#pragma once

#include <utility>
#include <vector>

#include "ui/plots/plot.h"

namespace refscale::ui {

struct StageTime {
  QString name;     // in the language
  QString fileName; // in files
  double seconds = 0;
};

class StagePlot : public Plot {
  Q_OBJECT
 public:
  explicit StagePlot(const Theme& theme);

  void setStages(std::vector<StageTime> stages);

  [[nodiscard]] QString csv() const override;
  [[nodiscard]] QString valueSentence() const override;
  [[nodiscard]] QString fileName() const override { return QStringLiteral("time-per-stage"); }

 protected:
  void dress(const Tokens& tokens) override;
  void brushed(const QRectF&) override {} // stages have no positions
  [[nodiscard]] bool grabs(QPointF) override { return true; }
  void wheelEvent(QWheelEvent* event) override; // nothing to zoom into

 private:
  std::vector<StageTime> stages_;
  QCPBars* bars_;
  std::vector<QCPItemText*> labels_;
};

} // namespace refscale::ui
