// How MatchCanvas looks: the painting half of the class, beside its behaviour.
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "ui/inspection/inspection.h"
#include "ui/matches/match_canvas.h"
#include "ui/theme/color_maps.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr double kPatch = 12; // output pixels: a cell and its neighbours, what is matched as one
constexpr double kStroke = 1.1, kCasing = 2.2, kDot = 5;
constexpr double kOpaque = 0.8, kFaint = 0.35; // at up to 100 lines, and at 400
constexpr std::size_t kMostMarked = 50;
constexpr double kArrow = 8, kArrowSpread = 0.45;
constexpr double kPinSize = 18;

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

// A head at the end of a line that goes on beyond its pane.
void drawArrowHead(QPainter& painter, const QPointF& from, const QPointF& to) {
  const double angle = std::atan2(to.y() - from.y(), to.x() - from.x());
  for (const double side : {-kArrowSpread, kArrowSpread}) {
    painter.drawLine(to, to - QPointF(std::cos(angle + side), std::sin(angle + side)) * kArrow);
  }
}

} // namespace

QColor MatchCanvas::colourOf(const MatchLine& line) const {
  if (colour_ == LineColour::Confidence) return confidenceColour(line.confidence);
  const QPointF along = line.to - line.from;
  const double turn = std::atan2(-along.y(), along.x()) / (2 * std::numbers::pi);
  return directionColour(turn < 0 ? turn + 1 : turn);
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
    QColor colour = colourOf(line);
    casing.setAlphaF(opacity * 0.35);
    colour.setAlphaF(opacity);
    painter.setPen(QPen(casing, kCasing));
    if (to) painter.drawLine(from, *to);
    painter.setPen(QPen(colour, kStroke));
    if (to) painter.drawLine(from, *to);
    painter.setPen(QPen(casing, 1));
    painter.setBrush(colour);
    painter.drawEllipse(from, kDot / 2, kDot / 2);
    if (to == wanted) {
      painter.drawEllipse(wanted, kDot / 2, kDot / 2);
    } else if (to) {
      painter.setPen(QPen(colour, kStroke));
      drawArrowHead(painter, from, *to);
    }
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

void MatchCanvas::drawPins(QPainter& painter) const {
  const Tokens& t = theme_.tokens();
  const auto& pins = inspection_.pins();
  for (std::size_t i = 0; i < pins.size(); ++i) {
    const MatchLine line = lineOf(*scene_.matches, pins[i]);
    const std::pair<QPointF, const Pane*> ends[] = {{inputToWidget(line.from), &panes_[0]},
                                                    {referenceToWidget(line.to), &panes_[1]}};
    for (const auto& [at, pane] : ends) {
      if (!pane->rect.contains(at)) continue;
      const QRectF badge(at.x() + kDot, at.y() - kDot - kPinSize, kPinSize, kPinSize);
      painter.setPen(QPen(t.markCasing, 3));
      painter.setBrush(t.mark);
      painter.drawEllipse(at, kDot, kDot);
      painter.setPen(QPen(t.markCasing, 1));
      painter.drawRoundedRect(badge, metrics::kRadius, metrics::kRadius);
      painter.setPen(t.markInk);
      painter.drawText(badge, Qt::AlignCenter, QString::number(i + 1));
    }
  }
}

void MatchCanvas::drawRegion(QPainter& painter) const {
  if (region_.size() < 2) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_.tokens().markCasing, 3));
  painter.drawPolygon(region_);
  painter.setPen(QPen(theme_.tokens().mark, 1, Qt::DashLine));
  painter.drawPolygon(region_);
}

void MatchCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_.tokens().surround);
  if (!isReady()) return;
  drawPane(painter, panes_[0], scene_.input, scene_.inputName);
  drawPane(painter, panes_[1], scene_.reference, scene_.referenceName);
  painter.save();
  painter.setClipRect(panes_[0].rect);
  inspection_.brushOverlay().draw(painter, panes_[0].transform, panes_[0].rect.topLeft());
  painter.restore();
  painter.setRenderHint(QPainter::Antialiasing);
  if (rings_ && !inspection_.brush().isSet()) drawRings(painter);
  drawLines(painter);
  drawPins(painter);
  drawMarked(painter);
  drawRegion(painter);
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme_.tokens().accent, 2));
  painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

} // namespace refscale::ui
