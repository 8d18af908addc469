#include "ui/matches/match_canvas.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/accessible_canvas.h"
#include "ui/canvas/linked_view.h"
#include "ui/inspection/inspection.h"
#include "ui/inspection/numbers.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kRechooseMillis = 150;
constexpr double kZoomStep = 1.25;
constexpr double kNear = 8;  // reference pixels around the pointer
constexpr double kClick = 4; // view pixels: less is no region
constexpr double kPanStep = 0.1, kPanLargeStep = 0.5;

} // namespace

MatchCanvas::MatchCanvas(Inspection& inspection, const Theme& theme, QWidget* parent)
    : QWidget(parent), inspection_(inspection), theme_(theme), choosing_(*this) {
  installCanvasAccessibility();
  setObjectName("matchCanvas");
  setAccessibleName(tr("Matches between picture and reference"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(metrics::kCanvasLeastWidth, metrics::kMatchesLeastHeight);
  rechoose_.setSingleShot(true);
  rechoose_.setInterval(kRechooseMillis);
  connect(&rechoose_, &QTimer::timeout, this, &MatchCanvas::rechoose);
  connect(&inspection_, &Inspection::filterChanged, this, &MatchCanvas::rechoose);
  connect(&inspection_, &Inspection::pinsChanged, this, &MatchCanvas::rechoose);
  connect(&inspection_, &Inspection::brushChanged, this, &MatchCanvas::rechoose);
}

void MatchCanvas::setScene(MatchScene scene) {
  scene_ = std::move(scene);
  panes_[0].transform.setFrame(scene_.outputSize);
  panes_[1].transform.setFrame(scene_.matchedReferenceSize);
  marked_.clear();
  choosing_.drop();
  choice_ = {};
  layOut();
  rechoose();
}

void MatchCanvas::setLineCount(int count) {
  count_ = std::clamp(count, 10, 400);
  rechoose();
}

void MatchCanvas::setOrder(LineOrder order, unsigned seed) {
  order_ = order;
  seed_ = seed;
  rechoose();
}

void MatchCanvas::setColour(LineColour colour) {
  colour_ = colour;
  update();
}

void MatchCanvas::setRings(bool shown) {
  rings_ = shown;
  update();
}

void MatchCanvas::setZoomTogether(bool together) {
  together_ = together;
  if (isReady()) moved(0);
}

void MatchCanvas::fit() {
  for (Pane& pane : panes_) pane.transform.fit();
  rechoose();
}

void MatchCanvas::zoomTo(double zoom) {
  if (!isReady()) return;
  for (Pane& pane : panes_) {
    const QSizeF size = pane.transform.view();
    pane.transform.zoomTo(zoom, QPointF(size.width() / 2, size.height() / 2));
  }
  moved(0);
}

void MatchCanvas::zoomBySteps(int steps) {
  if (isReady()) zoomTo(panes_[0].transform.zoom() * std::pow(kZoomStep, steps));
}

void MatchCanvas::centreOn(std::size_t cell) {
  if (!isReady()) return;
  const MatchLine line = lineOf(*scene_.matches, cell);
  for (Pane& pane : panes_) {
    const QPointF middle(pane.transform.view().width() / 2, pane.transform.view().height() / 2);
    if (pane.transform.isFit()) pane.transform.zoomTo(2 * pane.transform.zoom(), middle);
  }
  panes_[0].transform.centreOn(line.from);
  panes_[1].transform.centreOn(line.to);
  rechoose();
}

void MatchCanvas::pinMarked() {
  if (marked_.empty()) return;
  const auto best = std::max_element(
      marked_.begin(), marked_.end(),
      [](const MatchLine& a, const MatchLine& b) { return a.confidence < b.confidence; });
  inspection_.togglePin(best->cell);
}

QPointF MatchCanvas::inputToWidget(QPointF output) const {
  return panes_[0].transform.toView(output) + panes_[0].rect.topLeft();
}

QPointF MatchCanvas::referenceToWidget(QPointF reference) const {
  return panes_[1].transform.toView(reference) + panes_[1].rect.topLeft();
}

std::size_t MatchCanvas::paneAt(QPointF widget) const {
  return panes_[1].rect.contains(widget) ? 1 : 0;
}

void MatchCanvas::layOut() {
  const double gap = metrics::kPaneGap;
  const bool stacked = height() > width();
  const QSizeF size = stacked ? QSizeF(width(), std::floor((height() - gap) / 2))
                              : QSizeF(std::floor((width() - gap) / 2), height());
  panes_[0].rect = QRectF(QPointF(0, 0), size);
  panes_[1].rect = panes_[0].rect.translated(stacked ? 0 : size.width() + gap,
                                             stacked ? size.height() + gap : 0);
  for (Pane& pane : panes_) pane.transform.setView(size, devicePixelRatioF());
  rechoose_.start();
  update();
}

void MatchCanvas::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  rechoose();
}

// A million positions are looked at: not in this thread.
void MatchCanvas::rechoose() {
  rechoose_.stop();
  if (!isVisible()) return;
  update();
  if (!isReady()) {
    Q_EMIT chosen();
    return;
  }
  LineRule rule{.count = count_,
                .threshold = inspection_.filter().leastConfidence,
                .visible = panes_[0].transform.visibleFrame(),
                .order = order_,
                .seed = seed_};
  rule.allows = [matches = scene_.matches, filter = inspection_.filter(), pins = inspection_.pins(),
                 brush = inspection_.brush()](std::size_t cell) {
    return brush.contains(cell) && passes(filter, *matches, cell) &&
           (!filter.pinsOnly || std::find(pins.begin(), pins.end(), cell) != pins.end());
  };
  choosing_.start([matches = scene_.matches, rule] { return chooseLines(*matches, rule); },
                  [this](LineChoice choice) {
                    choice_ = std::move(choice);
                    update();
                    Q_EMIT chosen();
                  });
}

void MatchCanvas::moved(std::size_t pane) {
  const ViewTransform& input = panes_[0].transform;
  if (together_ && pane == 0) {
    // The same size on the screen, and the middle of the input on its match.
    ViewTransform& reference = panes_[1].transform;
    const QPointF middle = input.visibleFrame().center();
    reference.zoomTo(input.zoom(), {});
    reference.centreOn(lineAt(*scene_.matches, middle).to);
  }
  rechoose_.start();
  update();
}

void MatchCanvas::resizeEvent(QResizeEvent*) {
  layOut();
}

void MatchCanvas::wheelEvent(QWheelEvent* event) {
  if (!isReady()) return;
  const std::size_t index = paneAt(event->position());
  Pane& pane = panes_[index];
  const double factor = std::pow(kZoomStep, event->angleDelta().y() / 120.0);
  pane.transform.zoomTo(pane.transform.zoom() * factor, event->position() - pane.rect.topLeft());
  moved(index);
  event->accept();
}

void MatchCanvas::mousePressEvent(QMouseEvent* event) {
  dragFrom_ = event->position();
  region_.clear();
  const bool left = event->button() == Qt::LeftButton;
  const bool shift = (event->modifiers() & Qt::ShiftModifier) != 0;
  drag_ = !left ? Drag::Pan : shift ? Drag::Lasso : Drag::Rectangle;
  if (drag_ == Drag::Lasso) region_ += dragFrom_;
}

void MatchCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (!isReady()) return;
  switch (drag_) {
    case Drag::Pan:
      panes_[paneAt(dragFrom_)].transform.panBy(event->position() - dragFrom_);
      moved(paneAt(dragFrom_));
      dragFrom_ = event->position();
      break;
    case Drag::Rectangle:
      region_ = QRectF(dragFrom_, event->position()).normalized();
      update();
      break;
    case Drag::Lasso:
      region_ += event->position();
      update();
      break;
    case Drag::None:
      markUnder(event->position());
      break;
  }
}

void MatchCanvas::mouseReleaseEvent(QMouseEvent* event) {
  const Drag was = std::exchange(drag_, Drag::None);
  if (was == Drag::Pan || !isReady()) return;
  const QSizeF size = region_.boundingRect().size();
  if (std::max(size.width(), size.height()) >= kClick) {
    takeRegion();
  } else {
    markUnder(event->position());
    pinMarked();
  }
  region_.clear();
  update();
}

void MatchCanvas::takeRegion() {
  const std::size_t index = paneAt(dragFrom_);
  const Pane& pane = panes_[index];
  QPolygonF frame;
  for (const QPointF& corner : region_) {
    frame += pane.transform.toFrame(corner - pane.rect.topLeft());
  }
  inspection_.setBrush(
      index == 0 ? cellsInside(*scene_.matches, frame)
                 : cellsMatchingInto(*scene_.matches, frame, inspection_.filter().leastConfidence));
}

void MatchCanvas::leaveEvent(QEvent*) {
  mark({}, {});
}

void MatchCanvas::mark(std::vector<MatchLine> lines, const QString& position) {
  marked_ = std::move(lines);
  QString values;
  if (marked_.size() == 1) {
    values = tr("Match at %1   confidence %2")
                 .arg(placeText(marked_.front().to),
                      QLocale().toString(marked_.front().confidence, 'f', 2));
  } else if (!position.isEmpty()) {
    values = tr("%n positions match here", "", static_cast<int>(marked_.size()));
  }
  update();
  Q_EMIT markedChanged();
  Q_EMIT pointerAt(position, values);
  announceCanvasValue(*this, valueSentence());
}

void MatchCanvas::markUnder(QPointF widget) {
  const std::size_t index = paneAt(widget);
  const Pane& pane = panes_[index];
  const QPointF at = pane.transform.toFrame(widget - pane.rect.topLeft());
  if (!pane.rect.contains(widget) || !QRectF(QPointF(0, 0), pane.transform.frame()).contains(at)) {
    inspection_.setPosition({});
    mark({}, {});
    return;
  }
  const QString position = tr("x %1, y %2")
                               .arg(QLocale().toString(static_cast<int>(at.x())),
                                    QLocale().toString(static_cast<int>(at.y())));
  std::vector<MatchLine> lines =
      index == 0 ? std::vector{lineAt(*scene_.matches, at)}
                 : linesTo(*scene_.matches, at, kNear, inspection_.filter().leastConfidence);
  if (index == 0) {
    inspection_.setPosition(at);
  } else if (!lines.empty()) {
    const auto best = std::max_element(
        lines.begin(), lines.end(),
        [](const MatchLine& a, const MatchLine& b) { return a.confidence < b.confidence; });
    inspection_.setPosition(best->from);
  }
  mark(std::move(lines), position);
}

QString MatchCanvas::valueSentence() const {
  if (marked_.empty()) {
    return tr("%n line(s) shown", "", static_cast<int>(choice_.lines.size()));
  }
  if (marked_.size() > 1) {
    return tr("%n positions match here", "", static_cast<int>(marked_.size()));
  }
  return tr("%1 matches %2, confidence %3")
      .arg(placeText(marked_.front().from), placeText(marked_.front().to),
           QLocale().toString(marked_.front().confidence, 'f', 2));
}

void MatchCanvas::keyPressEvent(QKeyEvent* event) {
  const QPointF direction = arrowDirection(event->key());
  if (direction.isNull() || !isReady()) return QWidget::keyPressEvent(event);
  const bool large = (event->modifiers() & Qt::ShiftModifier) != 0;
  const double step = large ? kPanLargeStep : kPanStep;
  ViewTransform& view = panes_[0].transform;
  view.panBy(
      {-direction.x() * step * view.view().width(), -direction.y() * step * view.view().height()});
  moved(0);
}

// Tab goes through the lines in reading order, and on to the next control after the last.
bool MatchCanvas::focusNextPrevChild(bool next) {
  // The next after the one that was stepped on, whatever lines were chosen since.
  const auto after = [this](const MatchLine& l) { return !stepped_ || l.cell > *stepped_; };
  std::optional<MatchLine> found;
  for (const MatchLine& l : choice_.lines) {
    if (after(l) && (!found || l.cell < found->cell)) found = l;
  }
  if (!next || !found) {
    stepped_.reset();
    return QWidget::focusNextPrevChild(next);
  }
  const MatchLine line = *found;
  stepped_ = line.cell;
  inspection_.setPosition(line.from);
  mark({line}, tr("x %1, y %2")
                   .arg(QLocale().toString(static_cast<int>(line.from.x())),
                        QLocale().toString(static_cast<int>(line.from.y()))));
  return true;
}

} // namespace refscale::ui
