#include "ui/plots/offset_plot.h"

#include <QLocale>
#include <cmath>

#include "ui/inspection/inspection.h"
#include "ui/theme/color_maps.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kCircle = 11;
constexpr double kPoint = 2;
const QString kPositionLayer = QStringLiteral("position");

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
      cloud_(addGraph()),
      casing_(addGraph()),
      mark_(addGraph()),
      counting_(*this) {
  setObjectName("offsetPlot");
  setAccessibleName(tr("Offsets"));
  equalScales = true;
  setAcross(tr("Offset right and up (relu3_1 px)"));
  map_->setInterpolate(false);
  map_->setTightBoundary(true);
  map_->setGradient(viridisGradient());
  zeroX_->point1->setCoords(0, 0);
  zeroX_->point2->setCoords(1, 0);
  zeroY_->point1->setCoords(0, 0);
  zeroY_->point2->setCoords(0, 1);
  // The pointer moves all the time: its circle is drawn without drawing everything again.
  addLayer(kPositionLayer, layer("main"));
  layer(kPositionLayer)->setMode(QCPLayer::lmBuffered);
  for (QCPGraph* graph : {cloud_, casing_, mark_}) graph->setLineStyle(QCPGraph::lsNone);
  for (QCPGraph* graph : {casing_, mark_}) graph->setLayer(kPositionLayer);
  cloud_->setAntialiasedScatters(false); // thousands of small squares
  cloud_->setVisible(false);
  connect(&inspection_, &Inspection::matchesChanged, this, &OffsetPlot::takeMatches);
  connect(&inspection_, &Inspection::brushChanged, this, [this] {
    own_ = brushing_ && inspection_.brush().isSet();
    if (!own_) clearRectangle();
    recount();
  });
  connect(&inspection_, &Inspection::positionChanged, this, &OffsetPlot::showPosition);
  dress(theme.tokens());
  takeMatches();
}

void OffsetPlot::setLook(OffsetLook look) {
  if (look == look_) return;
  look_ = look;
  dress(theme().tokens());
  recount();
}

void OffsetPlot::dress(const Tokens& tokens) {
  Plot::dress(tokens);
  const bool counts = look_ == OffsetLook::Counts;
  if (counts) axisRect()->setBackground(viridis(0)); // where nothing points
  for (QCPAxis* axis : {xAxis, yAxis}) axis->grid()->setVisible(false);
  QColor thin = counts ? tokens.mark : tokens.lineStrong;
  if (counts) thin.setAlphaF(0.45F);
  for (QCPItemStraightLine* line : {zeroX_, zeroY_}) line->setPen(QPen(thin, 1));
  cloud_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssSquare, Qt::NoPen, tokens.accent, kPoint));
  casing_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.markCasing, 4), Qt::NoBrush, kCircle));
  mark_->setScatterStyle(
      QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(tokens.mark, 2), Qt::NoBrush, kCircle));
}

void OffsetPlot::showEvent(QShowEvent* event) {
  Plot::showEvent(event);
  if (stale_) recount();
}

void OffsetPlot::takeMatches() {
  own_ = false;
  refit_ = true;
  clearRectangle();
  counting_.drop();
  recount();
}

// A million positions are counted: not in this thread.
void OffsetPlot::recount() {
  stale_ = !isVisible();
  if (stale_) return;
  if (inspection_.correspondence() == nullptr) {
    counting_.drop();
    shown_ = {};
    showCounts();
    return;
  }
  counting_.start(
      [matches = inspection_.sharedCorrespondence(), points = look_ == OffsetLook::Points,
       only = own_ ? CellSet() : inspection_.brush()] {
        return Counted{offsetHistogram(*matches, only),
                       points ? offsetPoints(*matches, only) : std::vector<QPointF>()};
      },
      [this](Counted counted) {
        shown_ = std::move(counted);
        showCounts();
      });
}

void OffsetPlot::showCounts() {
  const OffsetHistogram& h = shown_.histogram;
  const bool points = look_ == OffsetLook::Points;
  map_->setVisible(h.columns > 0 && !points);
  cloud_->setVisible(points);
  if (map_->visible()) {
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
  QVector<double> x, y;
  for (const QPointF& at : shown_.points) {
    x += at.x();
    y += at.y();
  }
  cloud_->setData(x, y, true);
  if (refit_ && h.columns > 0) {
    setLimits(h.area, h.bin);
    refit_ = false;
  }
  showPosition();
  replot(rpQueuedReplot);
}

void OffsetPlot::showPosition() {
  if (!isVisible()) return;
  const auto cell = inspection_.cell();
  QVector<double> x, y;
  if (cell) {
    const QPointF at = plottedOffset(*inspection_.correspondence(), *cell);
    x += at.x();
    y += at.y();
  }
  casing_->setData(x, y);
  mark_->setData(x, y);
  layer(kPositionLayer)->replot();
}

void OffsetPlot::brush(const QRectF& area) {
  showRectangle(area);
  brushed(area);
}

void OffsetPlot::brushed(const QRectF& area) {
  const Correspondence* matches = inspection_.correspondence();
  if (matches == nullptr) return;
  brushing_ = true;
  own_ = !area.isEmpty();
  inspection_.setBrush(own_ ? cellsWhere(*matches,
                                         [&](std::size_t cell) {
                                           return area.contains(plottedOffset(*matches, cell));
                                         })
                            : CellSet());
  brushing_ = false;
}

QString OffsetPlot::csv() const {
  const QLocale c = QLocale::c();
  const OffsetHistogram& h = shown_.histogram;
  if (look_ == OffsetLook::Points) {
    QString rows = QStringLiteral("offset_right_px,offset_up_px\n");
    for (const QPointF& at : shown_.points) {
      rows += QStringLiteral("%1,%2\n").arg(c.toString(at.x(), 'f', 3), c.toString(at.y(), 'f', 3));
    }
    return rows;
  }
  QString text = QStringLiteral("offset_right_px,offset_up_px,count\n");
  for (int row = 0; row < h.rows; ++row) {
    for (int column = 0; column < h.columns; ++column) {
      const QPointF at = h.middleOf(column, row);
      const auto i = static_cast<std::size_t>(row) * static_cast<std::size_t>(h.columns) +
                     static_cast<std::size_t>(column);
      text += QStringLiteral("%1,%2,%3\n")
                  .arg(c.toString(at.x(), 'f', 3), c.toString(at.y(), 'f', 3))
                  .arg(h.counts[i]);
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
