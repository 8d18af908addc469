#include "ui/plots/plot.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "ui/canvas/accessible_canvas.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/worker/error_words.h"

namespace refscale::ui {
namespace {

constexpr double kZoomStep = 0.8; // a notch inwards
constexpr double kClick = 4;      // view pixels: less is no rectangle
constexpr int kTick = 4;
constexpr int kFill = 40; // of 255: the brushed rectangle
constexpr QSize kLeast(160, 150);

QFont smallFont(const QFont& base, const Theme& theme) {
  QFont font = base;
  font.setPixelSize(theme.fontPixels(metrics::kFontSmall));
  return font;
}

QCPRange limited(QCPRange range, double low, double high, double least) {
  double size = std::clamp(range.size(), least, std::max(least, high - low));
  const double middle =
      std::clamp(range.center(), low + size / 2, std::max(low, high - size) + size / 2);
  return {middle - size / 2, middle + size / 2};
}

} // namespace

Plot::Plot(const Theme& theme) : theme_(theme), rectangle_(new QCPItemRect(this)) {
  installCanvasAccessibility();
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(kLeast);
  axisRect()->setupFullAxesBox();
  rectangle_->setLayer("overlay"); // over what is added later
  rectangle_->setVisible(false);
  connect(&theme_, &Theme::changed, this, [this] {
    dress(theme_.tokens());
    replot(rpQueuedReplot);
  });
}

void Plot::dress(const Tokens& tokens) {
  setBackground(tokens.panel);
  axisRect()->setBackground(tokens.input);
  for (QCPAxis* axis : axisRect()->axes()) {
    const bool labelled = axis == xAxis || axis == yAxis;
    axis->setBasePen(QPen(tokens.lineStrong));
    axis->setTickPen(labelled ? QPen(tokens.lineStrong) : QPen(Qt::NoPen));
    axis->setSubTickPen(QPen(Qt::NoPen));
    axis->setTickLength(0, kTick);
    axis->setTickLabelColor(tokens.textSecond);
    axis->setLabelColor(tokens.textSecond);
    axis->setTickLabelFont(smallFont(font(), theme_));
    axis->setLabelFont(smallFont(font(), theme_));
    axis->grid()->setPen(QPen(tokens.line, 1, Qt::DotLine));
    axis->grid()->setZeroLinePen(QPen(tokens.lineStrong));
  }
  QColor fill = tokens.mark;
  fill.setAlpha(kFill);
  rectangle_->setPen(QPen(tokens.mark, 1));
  rectangle_->setBrush(fill);
}

void Plot::setLimits(const QRectF& area, double least) {
  limits_ = area;
  least_ = least;
  resetZoom();
}

void Plot::resetZoom() {
  if (limits_.isEmpty()) return;
  xAxis->setRange(limits_.left(), limits_.right());
  yAxis->setRange(limits_.top(), limits_.bottom());
  keepRatio();
  replot(rpQueuedReplot);
}

void Plot::keepRatio() {
  if (!equalScales || limits_.isEmpty()) return;
  const double across = limits_.width() / std::max(1, axisRect()->width());
  const double up = limits_.height() / std::max(1, axisRect()->height());
  if (across > up) {
    yAxis->setScaleRatio(xAxis, 1);
  } else {
    xAxis->setScaleRatio(yAxis, 1);
  }
}

void Plot::clearRectangle() {
  rectangle_->setVisible(false);
}

void Plot::showRectangle(const QRectF& area) {
  rectangle_->topLeft->setCoords(area.topLeft());
  rectangle_->bottomRight->setCoords(area.bottomRight());
  rectangle_->setVisible(!area.isEmpty());
}

QPointF Plot::toPlot(QPointF widget) const {
  return {xAxis->pixelToCoord(widget.x()), yAxis->pixelToCoord(widget.y())};
}

void Plot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !axisRect()->rect().contains(event->pos())) return;
  from_ = event->position();
  drag_ = grabs(from_) ? Drag::Grabbed : Drag::Brush;
}

void Plot::mouseMoveEvent(QMouseEvent* event) {
  if (drag_ == Drag::Grabbed) {
    dragGrabbed(event->position());
  } else if (drag_ == Drag::Brush) {
    showRectangle(QRectF(toPlot(from_), toPlot(event->position())).normalized());
    replot(rpQueuedReplot);
  }
}

void Plot::mouseReleaseEvent(QMouseEvent* event) {
  const Drag was = std::exchange(drag_, Drag::None);
  if (was != Drag::Brush) return;
  const bool click = QLineF(from_, event->position()).length() < kClick;
  if (click) rectangle_->setVisible(false);
  brushed(click ? QRectF() : QRectF(toPlot(from_), toPlot(event->position())).normalized());
  replot(rpQueuedReplot);
}

void Plot::mouseDoubleClickEvent(QMouseEvent*) {
  resetZoom();
}

void Plot::wheelEvent(QWheelEvent* event) {
  if (limits_.isEmpty()) return;
  const double factor = std::pow(kZoomStep, event->angleDelta().y() / 120.0);
  const QPointF at = toPlot(event->position());
  xAxis->scaleRange(factor, at.x());
  xAxis->setRange(limited(xAxis->range(), limits_.left(), limits_.right(), least_));
  if (equalScales) {
    yAxis->scaleRange(factor, at.y());
    yAxis->setRange(limited(yAxis->range(), limits_.top(), limits_.bottom(), least_));
    if (factor > 1 && xAxis->range().size() >= limits_.width() * 0.999) resetZoom();
    keepRatio();
  }
  replot(rpQueuedReplot);
  event->accept();
}

void Plot::setAcross(const QString& label) {
  across_ = label;
  fitAcross();
}

void Plot::fitAcross() {
  // It stands below the middle of the axes, and may be as wide as the nearer edge allows.
  const double middle = axisRect()->rect().center().x();
  const int room = qRound(2 * std::min(middle, width() - middle));
  const QString shown =
      QFontMetrics(xAxis->labelFont()).elidedText(across_, Qt::ElideRight, std::max(room, 0));
  xAxis->setLabel(shown);
  setToolTip(shown == across_ ? QString() : across_);
}

void Plot::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  replot(rpImmediateRefresh); // the axis rectangle's size is known after it
  fitAcross();
  resetZoom();
}

QString Plot::save(PlotFile kind, const std::filesystem::path& path) {
  const auto toFile = [this, kind](const QString& name) {
    constexpr double kScales[] = {1, 2, 4};
    if (kind == PlotFile::Pdf)
      return savePdf(name, 0, 0, QCP::epNoCosmetic, "RefScale", fileName());
    const int index = static_cast<int>(kind) - static_cast<int>(PlotFile::Png1);
    return saveRastered(name, 0, 0, kScales[index], "PNG");
  };
  try {
    AtomicFile file(path);
    if (kind == PlotFile::Csv) {
      file.write(std::string_view(csv().toStdString()));
    } else {
      dress(lightTokens());
      xAxis->setLabel(across_);
      const bool written = toFile(QString::fromStdString(file.temporaryPath().string()));
      dress(theme_.tokens());
      fitAcross();
      replot(rpQueuedReplot);
      if (!written) throw Error(Kind::Io, "The plot could not be written.");
    }
    file.commit();
    return {};
  } catch (const std::exception& error) {
    return errorWords(error);
  }
}

} // namespace refscale::ui
