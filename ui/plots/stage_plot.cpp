#include "ui/plots/stage_plot.h"

#include <QLocale>
#include <algorithm>

#include "ui/models/run_status.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kRoomForText = 1.35; // beyond the longest bar
constexpr double kThickness = 0.6;
constexpr int kRow = 24;

} // namespace

StagePlot::StagePlot(const Theme& theme) : Plot(theme), bars_(new QCPBars(yAxis, xAxis)) {
  setObjectName("stagePlot");
  setAccessibleName(tr("Time per stage"));
  setAcross(tr("Seconds"));
  yAxis->grid()->setVisible(false);
  bars_->setWidth(kThickness);
  bars_->setPen(Qt::NoPen);
  dress(theme.tokens());
}

void StagePlot::setStages(std::vector<StageTime> stages) {
  stages_ = std::move(stages);
  for (QCPItemText* label : labels_) removeItem(label);
  labels_.clear();
  setMinimumHeight((static_cast<int>(stages_.size()) + 2) * kRow);
  const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
  QVector<double> keys, values;
  double most = 0;
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const auto place = static_cast<double>(stages_.size() - i); // the first on top
    names->addTick(place, stages_[i].name);
    keys += place;
    values += stages_[i].seconds;
    most = std::max(most, stages_[i].seconds);
    auto* label = new QCPItemText(this);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->position->setCoords(stages_[i].seconds, place);
    label->setPadding(QMargins(metrics::kGap, 0, 0, 0));
    label->setText(QStringLiteral("%1").arg(QLocale().toString(stages_[i].seconds, 'f', 2)));
    labels_.push_back(label);
  }
  yAxis->setTicker(names);
  bars_->setData(keys, values);
  dress(theme().tokens());
  setLimits(QRectF(0, 0.4, std::max(0.01, most * kRoomForText),
                   static_cast<double>(stages_.size()) + 0.2),
            1);
  replot(rpQueuedReplot);
}

void StagePlot::dress(const Tokens& tokens) {
  Plot::dress(tokens);
  bars_->setBrush(tokens.accent);
  for (QCPItemText* label : labels_) {
    label->setColor(tokens.text);
    label->setFont(xAxis->tickLabelFont());
  }
}

void StagePlot::wheelEvent(QWheelEvent* event) {
  event->ignore(); // the panel scrolls
}

QString StagePlot::csv() const {
  QString text = QStringLiteral("stage,seconds\n");
  for (const StageTime& stage : stages_) {
    text +=
        QStringLiteral("%1,%2\n").arg(stage.fileName, QLocale::c().toString(stage.seconds, 'f', 3));
  }
  return text;
}

QString StagePlot::valueSentence() const {
  QStringList words;
  for (const StageTime& stage : stages_) {
    words += tr("%1: %2").arg(stage.name, durationText(stage.seconds));
  }
  return words.join(QStringLiteral("; "));
}

} // namespace refscale::ui
