#include "ui/plots/confidence_plot.h"

#include <QKeyEvent>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/canvas/accessible_canvas.h"
#include "ui/canvas/linked_view.h"
#include "ui/inspection/inspection.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kHit = 8; // view pixels around the threshold
constexpr double kStep = 0.01, kLargeStep = 0.1;
constexpr double kHeadroom = 1.1;
constexpr double kBin = 1.0 / kConfidenceBins;
constexpr QSizeF kGrip(8, 16);
constexpr double kGripAt = 0.55; // from the top of the plot

} // namespace

ConfidencePlot::ConfidencePlot(Inspection& inspection, const Theme& theme)
    : Plot(theme),
      inspection_(inspection),
      below_(new QCPBars(xAxis, yAxis)),
      above_(new QCPBars(xAxis, yAxis)),
      casing_(new QCPItemStraightLine(this)),
      line_(new QCPItemStraightLine(this)),
      grip_(new QCPItemRect(this)),
      counting_(*this) {
  setObjectName("confidencePlot");
  setAccessibleName(tr("Confidence, threshold"));
  setAcross(tr("Confidence (share of the picture, %)"));
  for (QCPBars* bars : {below_, above_}) {
    bars->setWidth(kBin * 0.9);
    bars->setPen(Qt::NoPen);
  }
  for (QCPItemPosition* corner : {grip_->topLeft, grip_->bottomRight}) {
    corner->setTypeX(QCPItemPosition::ptPlotCoords);
    corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    corner->setAxes(xAxis, yAxis);
    corner->setAxisRect(axisRect());
  }
  yAxis->ticker()->setTickCount(3);
  connect(this, &QCustomPlot::afterLayout, this, &ConfidencePlot::placeGrip);
  connect(&inspection_, &Inspection::matchesChanged, this, [this] {
    counting_.drop();
    count();
  });
  connect(&inspection_, &Inspection::filterChanged, this, [this] {
    showBars();
    announceCanvasValue(*this, valueSentence());
  });
  connect(&inspection_, &Inspection::brushChanged, this, [this] {
    own_ = brushing_ && inspection_.brush().isSet();
    if (!own_) clearRectangle();
    count();
  });
  dress(theme.tokens());
  count();
}

void ConfidencePlot::dress(const Tokens& tokens) {
  Plot::dress(tokens);
  below_->setBrush(tokens.textDisabled);
  above_->setBrush(tokens.accent);
  casing_->setPen(QPen(tokens.panel, 3));
  line_->setPen(QPen(tokens.text, 1.5));
  grip_->setPen(QPen(tokens.panel, 1));
  grip_->setBrush(tokens.text);
}

void ConfidencePlot::showEvent(QShowEvent* event) {
  Plot::showEvent(event);
  if (stale_) count();
}

void ConfidencePlot::count() {
  stale_ = !isVisible();
  if (stale_) return;
  if (inspection_.correspondence() == nullptr) {
    counting_.drop();
    histogram_ = {std::vector<int>(kConfidenceBins), 0};
    showCounts();
    return;
  }
  counting_.start(
      [matches = inspection_.sharedCorrespondence(),
       only = own_ ? CellSet() : inspection_.brush()] {
        return confidenceHistogram(*matches, only);
      },
      [this](ConfidenceHistogram counted) {
        histogram_ = std::move(counted);
        showCounts();
      });
}

void ConfidencePlot::showCounts() {
  double most = 1;
  for (std::size_t i = 0; i < histogram_.counts.size(); ++i) {
    most = std::max(most, histogram_.percentOf(i));
  }
  setLimits(QRectF(0, 0, 1, most * kHeadroom), kBin);
  showBars();
}

void ConfidencePlot::showBars() {
  const double threshold = inspection_.filter().leastConfidence;
  QVector<double> keys[2], values[2];
  for (std::size_t i = 0; i < histogram_.counts.size(); ++i) {
    const double from = static_cast<double>(i) * kBin;
    const int side = from + kBin / 2 >= threshold ? 1 : 0;
    keys[side] += from + kBin / 2;
    values[side] += histogram_.percentOf(i);
  }
  below_->setData(keys[0], values[0], true);
  above_->setData(keys[1], values[1], true);
  for (QCPItemStraightLine* line : {casing_, line_}) {
    line->point1->setCoords(threshold, 0);
    line->point2->setCoords(threshold, 1);
  }
  placeGrip();
  replot(rpQueuedReplot);
}

void ConfidencePlot::placeGrip() {
  const double threshold = inspection_.filter().leastConfidence;
  const double half = kGrip.width() / 2 * xAxis->range().size() / std::max(1, axisRect()->width());
  const double high = kGrip.height() / 2 / std::max(1, axisRect()->height());
  grip_->topLeft->setCoords(threshold - half, kGripAt - high);
  grip_->bottomRight->setCoords(threshold + half, kGripAt + high);
}

QPointF ConfidencePlot::handle() const {
  const QRect rect = axisRect()->rect();
  return {xAxis->coordToPixel(inspection_.filter().leastConfidence),
          rect.top() + kGripAt * rect.height()};
}

bool ConfidencePlot::grabs(QPointF at) {
  return std::abs(at.x() - handle().x()) <= kHit;
}

void ConfidencePlot::dragGrabbed(QPointF at) {
  setThreshold(toPlot(at).x());
}

void ConfidencePlot::setThreshold(double threshold) {
  MatchFilter filter = inspection_.filter();
  filter.leastConfidence = static_cast<float>(std::clamp(threshold, 0.0, 1.0));
  inspection_.setFilter(filter);
}

void ConfidencePlot::keyPressEvent(QKeyEvent* event) {
  const double along = arrowDirection(event->key()).x();
  if (along == 0) return Plot::keyPressEvent(event);
  const bool large = (event->modifiers() & Qt::ShiftModifier) != 0;
  setThreshold(inspection_.filter().leastConfidence + along * (large ? kLargeStep : kStep));
}

void ConfidencePlot::brushed(const QRectF& area) {
  const Correspondence* matches = inspection_.correspondence();
  if (matches == nullptr) return;
  brushing_ = true;
  own_ = !area.isEmpty();
  inspection_.setBrush(own_ ? cellsWhere(*matches,
                                         [&](std::size_t cell) {
                                           const float v = matches->confidence.values[cell];
                                           return v >= area.left() && v <= area.right();
                                         })
                            : CellSet());
  brushing_ = false;
}

QString ConfidencePlot::csv() const {
  QString text = QStringLiteral("confidence_from,confidence_to,count,share_percent\n");
  const QLocale c = QLocale::c();
  for (std::size_t i = 0; i < histogram_.counts.size(); ++i) {
    const double from = static_cast<double>(i) * kBin;
    text += QStringLiteral("%1,%2,%3,%4\n")
                .arg(c.toString(from, 'f', 3), c.toString(from + kBin, 'f', 3))
                .arg(histogram_.counts[i])
                .arg(c.toString(histogram_.percentOf(i), 'f', 4));
  }
  return text;
}

QString ConfidencePlot::valueSentence() const {
  return tr("Shown from confidence %1 on")
      .arg(QLocale().toString(inspection_.filter().leastConfidence, 'f', 2));
}

} // namespace refscale::ui
