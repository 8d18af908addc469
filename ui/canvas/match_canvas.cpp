#include "ui/canvas/match_canvas.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "ui/theme/color_maps.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kRechooseMillis = 150;
constexpr double kZoomStep = 1.25;
constexpr double kNear = 8;   // reference pixels around the pointer
constexpr double kPatch = 12; // output pixels: a cell and its neighbours, what is matched as one
constexpr double kStroke = 1.1, kCasing = 2.2, kDot = 5;
constexpr double kOpaque = 0.8, kFaint = 0.35; // at up to 100 lines, and at 400
constexpr std::size_t kMostMarked = 50;

// A line to a place that its pane does not show ends at the pane's edge; nothing is left of it when
// it does not cross the pane at all.
std::optional<QPointF> endInside(const QPointF& from, const QPointF& to, const QRectF& pane) {
  if (pane.contains(to)) return to;
  const QLineF line(from, to);
  std::optional<QPointF> end;
  for (const QLineF& edge :
       {QLineF(pane.topLeft(), pane.topRight()), QLineF(pane.topRight(), pane.bottomRight()),
        QLineF(pane.bottomRight(), pane.bottomLeft()), QLineF(pane.bottomLeft(), pane.topLeft())}) {
    QPointF crossing;
    if (line.intersects(edge, &crossing) != QLineF::BoundedIntersection) continue;
    if (!end || QLineF(from, crossing).length() > QLineF(from, *end).length()) end = crossing;
  }
  return end;
}

double opacityOf(std::size_t lines) {
  const double part = std::clamp((static_cast<double>(lines) - 100) / 300, 0.0, 1.0);
  return kOpaque + part * (kFaint - kOpaque);
}

} // namespace

MatchCanvas::MatchCanvas(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName("matchCanvas");
  setAccessibleName(tr("Matches between picture and reference"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(metrics::kCanvasLeastWidth, metrics::kCanvasLeastHeight);
  rechoose_.setSingleShot(true);
  rechoose_.setInterval(kRechooseMillis);
  connect(&rechoose_, &QTimer::timeout, this, &MatchCanvas::rechoose);
}

void MatchCanvas::setScene(MatchScene scene) {
  scene_ = std::move(scene);
  panes_[0].transform.setFrame(scene_.outputSize);
  panes_[1].transform.setFrame(scene_.matchedReferenceSize);
  marked_.clear();
  layOut();
  rechoose();
}

void MatchCanvas::setLineCount(int count) {
  count_ = std::clamp(count, 10, 400);
  rechoose();
}

void MatchCanvas::setRings(bool shown) {
  rings_ = shown;
  update();
}

void MatchCanvas::fit() {
  for (Pane& pane : panes_) pane.transform.fit();
  rechoose();
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

void MatchCanvas::rechoose() {
  rechoose_.stop();
  stepped_ = 0;
  choice_ = {};
  if (isReady()) {
    choice_ = chooseLines(*scene_.matches, {.count = count_,
                                            .threshold = kSureConfidence,
                                            .visible = panes_[0].transform.visibleFrame()});
  }
  update();
}

void MatchCanvas::resizeEvent(QResizeEvent*) {
  layOut();
}

void MatchCanvas::wheelEvent(QWheelEvent* event) {
  if (!isReady()) return;
  Pane& pane = panes_[paneAt(event->position())];
  const double factor = std::pow(kZoomStep, event->angleDelta().y() / 120.0);
  pane.transform.zoomTo(pane.transform.zoom() * factor, event->position() - pane.rect.topLeft());
  rechoose_.start();
  update();
  event->accept();
}

void MatchCanvas::mousePressEvent(QMouseEvent* event) {
  dragFrom_ = event->position();
}

void MatchCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (!isReady()) return;
  if ((event->buttons() & Qt::LeftButton) != 0) {
    panes_[paneAt(dragFrom_)].transform.panBy(event->position() - dragFrom_);
    dragFrom_ = event->position();
    rechoose_.start();
    update();
  } else {
    markUnder(event->position());
  }
}

void MatchCanvas::leaveEvent(QEvent*) {
  mark({}, {});
}

void MatchCanvas::mark(std::vector<MatchLine> lines, const QString& position) {
  marked_ = std::move(lines);
  QString values;
  if (marked_.size() == 1) {
    const MatchLine& line = marked_.front();
    values =
        tr("Match at %1, %2   confidence %3")
            .arg(QLocale().toString(qRound(line.to.x())), QLocale().toString(qRound(line.to.y())),
                 QLocale().toString(line.confidence, 'f', 2));
  } else if (!position.isEmpty()) {
    values = tr("%n positions match here", "", static_cast<int>(marked_.size()));
  }
  update();
  Q_EMIT pointerAt(position, values);
}

void MatchCanvas::markUnder(QPointF widget) {
  const std::size_t index = paneAt(widget);
  const Pane& pane = panes_[index];
  const QPointF at = pane.transform.toFrame(widget - pane.rect.topLeft());
  if (!pane.rect.contains(widget) || !QRectF(QPointF(0, 0), pane.transform.frame()).contains(at)) {
    mark({}, {});
    return;
  }
  const QString position = tr("x %1, y %2")
                               .arg(QLocale().toString(static_cast<int>(at.x())),
                                    QLocale().toString(static_cast<int>(at.y())));
  if (index == 0) {
    mark({lineAt(*scene_.matches, at)}, position);
  } else {
    mark(linesTo(*scene_.matches, at, kNear, kSureConfidence), position);
  }
}

// Tab goes through the lines in reading order, and on to the next control after the last.
bool MatchCanvas::focusNextPrevChild(bool next) {
  if (!next || stepped_ >= choice_.lines.size()) return QWidget::focusNextPrevChild(next);
  std::vector<MatchLine> inOrder = choice_.lines;
  std::sort(inOrder.begin(), inOrder.end(),
            [](const MatchLine& a, const MatchLine& b) { return a.cell < b.cell; });
  const MatchLine line = inOrder[stepped_++];
  mark({line}, tr("x %1, y %2")
                   .arg(QLocale().toString(static_cast<int>(line.from.x())),
                        QLocale().toString(static_cast<int>(line.from.y()))));
  return true;
}

void MatchCanvas::drawPane(QPainter& painter, const Pane& pane, const PyramidHandle& pyramid,
                           const QString& name) const {
  painter.save();
  painter.setClipRect(pane.rect);
  const QRectF seen = pane.transform.visibleFrame();
  const QRectF target =
      QRectF(pane.transform.toView(seen.topLeft()), pane.transform.toView(seen.bottomRight()))
          .translated(pane.rect.topLeft());
  const double sx = pyramid->size().width() / pane.transform.frame().width();
  const double sy = pyramid->size().height() / pane.transform.frame().height();
  drawPyramid(painter, target, *pyramid,
              QRectF(seen.x() * sx, seen.y() * sy, seen.width() * sx, seen.height() * sy));
  const QFontMetrics font(painter.font());
  constexpr double kInset = metrics::kPadding;
  const QString shown =
      font.elidedText(name, Qt::ElideMiddle, qRound(pane.rect.width() - 4 * kInset));
  const QSizeF size(font.horizontalAdvance(shown) + 4.0 * metrics::kGap, metrics::kControlSmall);
  const QRectF box(target.bottomLeft() + QPointF(kInset, -kInset - size.height()), size);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme_.tokens().tag);
  painter.drawRoundedRect(box, metrics::kRadius, metrics::kRadius);
  painter.setPen(theme_.tokens().tagText);
  painter.drawText(box, Qt::AlignCenter, shown);
  painter.restore();
}

void MatchCanvas::drawLines(QPainter& painter) const {
  const double opacity = opacityOf(choice_.lines.size());
  for (const MatchLine& line : choice_.lines) {
    const QPointF from = inputToWidget(line.from);
    const QPointF wanted = referenceToWidget(line.to);
    const auto to = endInside(from, wanted, panes_[1].rect);
    QColor casing = theme_.tokens().markCasing;
    QColor colour = confidenceColour(line.confidence);
    casing.setAlphaF(opacity * 0.35);
    colour.setAlphaF(opacity);
    painter.setPen(QPen(casing, kCasing));
    if (to) painter.drawLine(from, *to);
    painter.setPen(QPen(colour, kStroke));
    if (to) painter.drawLine(from, *to);
    painter.setPen(QPen(casing, 1));
    painter.setBrush(colour);
    painter.drawEllipse(from, kDot / 2, kDot / 2);
    if (to == wanted) painter.drawEllipse(wanted, kDot / 2, kDot / 2);
  }
}

void MatchCanvas::drawRings(QPainter& painter) const {
  painter.setBrush(Qt::NoBrush);
  for (const QPointF& ring : choice_.rings) {
    const QPointF at = inputToWidget(ring);
    painter.setPen(QPen(theme_.tokens().markCasing, 3));
    painter.drawEllipse(at, kDot, kDot);
    painter.setPen(QPen(theme_.tokens().mark, 1, Qt::DashLine));
    painter.drawEllipse(at, kDot, kDot);
  }
}

void MatchCanvas::drawMarked(QPainter& painter) const {
  painter.setBrush(Qt::NoBrush);
  const std::size_t shown = std::min(marked_.size(), kMostMarked);
  for (std::size_t i = 0; i < shown; ++i) {
    const QPointF from = inputToWidget(marked_[i].from);
    const QPointF to = referenceToWidget(marked_[i].to);
    if (!panes_[0].rect.contains(from) || !panes_[1].rect.contains(to)) continue;
    const double a =
        kPatch * panes_[0].transform.frameInView().width() / panes_[0].transform.frame().width();
    const double b =
        kPatch * panes_[1].transform.frameInView().width() / panes_[1].transform.frame().width();
    for (const auto& [colour, breadth] :
         {std::pair(theme_.tokens().markCasing, 4.0), std::pair(theme_.tokens().mark, 2.0)}) {
      painter.setPen(QPen(colour, breadth));
      painter.drawLine(from, to);
      painter.drawRect(QRectF(from.x() - a / 2, from.y() - a / 2, a, a));
      painter.drawRect(QRectF(to.x() - b / 2, to.y() - b / 2, b, b));
    }
  }
}

void MatchCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_.tokens().surround);
  if (!isReady()) return;
  drawPane(painter, panes_[0], scene_.input, scene_.inputName);
  drawPane(painter, panes_[1], scene_.reference, scene_.referenceName);
  painter.setRenderHint(QPainter::Antialiasing);
  if (rings_) drawRings(painter);
  drawLines(painter);
  drawMarked(painter);
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_.tokens().accent, 2));
  painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace refscale::ui
