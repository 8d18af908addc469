#include "ui/plots/offset_plot.h"

#include <QLocale>
#include <cmath>

#include "ui/inspection/inspection.h"
#include "ui/theme/color_maps.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kCircle = 11;

QCPColorGradient viridisGradient() {
  QCPColorGradient gradient;
  const auto& table = colorTable(ColorMap::Viridis);
  QMap<double, QColor> stops;
  for (std::size_t i = 0; i < table.size(); i += 15)
    stops[static_cast<double>(i) / 255] = table.at(i);
  gradient.setColorStops(stops);
  return gradient;
}

} // namespace

OffsetPlot::OffsetPlot(Inspection& inspection, const Theme& theme)
    : Plot(theme),
      inspection_(inspection),
      map_(new QCPColorMap(xAxis, yAxis)),
      zeroX_(new QCPItemStraightLine(this)),
      zeroY_(new QCPItemStraightLine(this)),
      casing_(addGraph()),
      mark_(addGraph()) {
  setObjectName("offsetPlot");
  setAccessibleName(tr("Offsets"));
  equalScales = true;
  xAxis->setLabel(tr("Offset right and up (relu3_1 px)"));
  map_->setInterpolate(false);
  map_->setTightBoundary(true);
  map_->setGradient(viridisGradient());
  zeroX_->point1->setCoords(0, 0);
  zeroX_->point2->setCoords(1, 0);
  zeroY_->point1->setCoords(0, 0);
  zeroY_->point2->setCoords(0, 1);
  for (QCPGraph* graph : {casing_, mark_}) graph->setLineStyle(QCPGraph::lsNone);
  connect(&inspection_, &Inspection::matchesChanged, this, &OffsetPlot::count);
  connect(&inspection_, &Inspection::brushChanged, this, [this] {
    own_ = own_ && inspection_.brush().isSet();
    if (!own_) clearRectangle();
    stale_ = stale_ || !isVisible();
    if (!stale_) showCounts();
  });
  connect(&inspection_, &Inspection::positionChanged, this, &OffsetPlot::showPosition);
  dress(theme.tokens());
  count();
}

void OffsetPlot::dress(const Tokens& tokens) {
  Plot::dress(tokens);
  axisRect()->setBackground(viridis(0)); // where nothing points
  for (QCPAxis* axis : {xAxis, yAxis}) axis->grid()->setVisible(false);
  QColor thin = tokens.mark;
  thin.setAlphaF(0.45F);
  for (QCPItemStraightLine* line : {zeroX_, zeroY_}) line->setPen(QPen(thin, 1));
  casing_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.markCasing, 4), Qt::NoBrush, kCircle));
  mark_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.mark, 2), Qt::NoBrush, kCircle));
}

void OffsetPlot::showEvent(QShowEvent* event) {
  Plot::showEvent(event);
  if (stale_) recount();
}

void OffsetPlot::count() {
  own_ = false;
  clearRectangle();
  recount();
}

void OffsetPlot::recount() {
  stale_ = !isVisible();
  if (stale_) return;
  showCounts();
  if (histogram_.columns > 0) setLimits(histogram_.area, histogram_.bin);
  showPosition();
}

void OffsetPlot::showCounts() {
  const Correspondence* matches = inspection_.correspondence();
  histogram_ = {};
  map_->setVisible(matches != nullptr);
  if (matches != nullptr) {
    histogram_ = offsetHistogram(*matches, own_ ? CellSet() : inspection_.brush());
    const OffsetHistogram& h = histogram_;
    QCPColorMapData* cells = map_->data();
    cells->setSize(h.columns, h.rows);
    cells->setRange({h.middleOf(0, 0).x(), h.middleOf(h.columns - 1, 0).x()},
                    {h.middleOf(0, 0).y(), h.middleOf(0, h.rows - 1).y()});
    for (int row = 0; row < h.rows; ++row) {
      for (int column = 0; column < h.columns; ++column) {
        const auto i = static_cast<std::size_t>(row) * static_cast<std::size_t>(h.columns) +
                       static_cast<std::size_t>(column);
        cells->setCell(column, row, std::log1p(h.counts[i])); // few beside many stay visible
      }
    }
    map_->rescaleDataRange(true);
  }
  replot(rpQueuedReplot);
}

void OffsetPlot::showPosition() {
  const auto cell = inspection_.cell();
  QVector<double> x, y;
  if (cell) {
    const QPointF at = plottedOffset(*inspection_.correspondence(), *cell);
    x += at.x();
    y += at.y();
  }
  casing_->setData(x, y);
  mark_->setData(x, y);
  replot(rpQueuedReplot);
}

void OffsetPlot::brush(const QRectF& area) {
  showRectangle(area);
  brushed(area);
}

void OffsetPlot::brushed(const QRectF& area) {
  const Correspondence* matches = inspection_.correspondence();
  if (matches == nullptr) return;
  own_ = !area.isEmpty();
  inspection_.setBrush(own_ ? cellsWhere(*matches,
                                         [&](std::size_t cell) {
                                           return area.contains(plottedOffset(*matches, cell));
                                         })
                            : CellSet());
}

QString OffsetPlot::csv() const {
  QString text = QStringLiteral("offset_right_px,offset_up_px,count\n");
  const QLocale c = QLocale::c();
  for (int row = 0; row < histogram_.rows; ++row) {
    for (int column = 0; column < histogram_.columns; ++column) {
      const QPointF at = histogram_.middleOf(column, row);
      const auto i = static_cast<std::size_t>(row) * static_cast<std::size_t>(histogram_.columns) +
                     static_cast<std::size_t>(column);
      text += QStringLiteral("%1,%2,%3\n")
                  .arg(c.toString(at.x(), 'f', 3), c.toString(at.y(), 'f', 3))
                  .arg(histogram_.counts[i]);
    }
  }
  return text;
}

QString OffsetPlot::valueSentence() const {
  const auto cell = inspection_.cell();
  if (!cell) return tr("Offsets of all positions");
  const QPointF at = plottedOffset(*inspection_.correspondence(), *cell);
  return tr("Offset here: %1 right, %2 up")
      .arg(QLocale().toString(at.x(), 'f', 1), QLocale().toString(at.y(), 'f', 1));
}

} // namespace refscale::ui
