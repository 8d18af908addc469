#include "ui/canvas/reach.h"

#include <QPainter>
#include <QPolygonF>
#include <QTransform>
#include <algorithm>
#include <map>

#include "ui/theme/tokens.h"

namespace refscale::ui {
namespace {

constexpr double kSpeck = 6;         // cells: smaller islands and holes are not drawn
constexpr double kHatchStep = 11;    // view pixels between lines
constexpr double kHatchShade = 0.28; // opacity of the dark between them
constexpr double kHatchLine = 0.55;

// The confidences averaged over 3x3, with a border of zeros so that outlines close.
Field<float> smoothed(const Field<float>& field) {
  Field<float> smooth(field.width + 2, field.height + 2, field.step, 0.0F);
  for (int y = 0; y < field.height; ++y) {
    for (int x = 0; x < field.width; ++x) {
      float sum = 0;
      int count = 0;
      for (int j = std::max(0, y - 1); j <= std::min(field.height - 1, y + 1); ++j) {
        for (int i = std::max(0, x - 1); i <= std::min(field.width - 1, x + 1); ++i) {
          sum += field.at(i, j);
          ++count;
        }
      }
      smooth.at(x + 1, y + 1) = sum / static_cast<float>(count);
    }
  }
  return smooth;
}

// Marching squares. An edge between two neighbours is named by its first and its direction; each
// crossing has one line that leaves it, so following them closes every outline.
class Outlines {
 public:
  Outlines(const Field<float>& field, float level) : field_(field), level_(level) {
    for (int y = 0; y + 1 < field_.height; ++y) {
      for (int x = 0; x + 1 < field_.width; ++x) addSquare(x, y);
    }
  }

  // Closed polygons in cells of the field.
  [[nodiscard]] std::vector<QPolygonF> polygons() {
    std::vector<QPolygonF> all;
    while (!next_.empty()) {
      QPolygonF polygon;
      std::size_t at = next_.begin()->first;
      for (auto found = next_.find(at); found != next_.end(); found = next_.find(at)) {
        polygon << crossing(at);
        at = found->second;
        next_.erase(found);
      }
      all.push_back(std::move(polygon));
    }
    return all;
  }

 private:
  [[nodiscard]] bool inside(int x, int y) const { return field_.at(x, y) >= level_; }
  [[nodiscard]] std::size_t edge(int x, int y, bool down) const {
    return 2 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(field_.width) +
                static_cast<std::size_t>(x)) +
           (down ? 1 : 0);
  }

  void addSquare(int x, int y) {
    const std::size_t top = edge(x, y, false);
    const std::size_t bottom = edge(x, y + 1, false);
    const std::size_t left = edge(x, y, true);
    const std::size_t right = edge(x + 1, y, true);
    const int corners = (inside(x, y) ? 1 : 0) | (inside(x + 1, y) ? 2 : 0) |
                        (inside(x + 1, y + 1) ? 4 : 0) | (inside(x, y + 1) ? 8 : 0);
    const auto line = [this](std::size_t from, std::size_t to) { next_[from] = to; };
    // The inside lies to the left of each line; the two saddles separate their corners.
    switch (corners) {
      case 1:
        line(top, left);
        break;
      case 2:
        line(right, top);
        break;
      case 3:
        line(right, left);
        break;
      case 4:
        line(bottom, right);
        break;
      case 5:
        line(top, left);
        line(bottom, right);
        break;
      case 6:
        line(bottom, top);
        break;
      case 7:
        line(bottom, left);
        break;
      case 8:
        line(left, bottom);
        break;
      case 9:
        line(top, bottom);
        break;
      case 10:
        line(right, top);
        line(left, bottom);
        break;
      case 11:
        line(right, bottom);
        break;
      case 12:
        line(left, right);
        break;
      case 13:
        line(top, right);
        break;
      case 14:
        line(left, top);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] QPointF crossing(std::size_t edge) const {
    const auto width = static_cast<std::size_t>(field_.width);
    const int x = static_cast<int>(edge / 2 % width);
    const int y = static_cast<int>(edge / 2 / width);
    const bool down = edge % 2 == 1;
    const float a = field_.at(x, y);
    const float b = down ? field_.at(x, y + 1) : field_.at(x + 1, y);
    const double t = a == b ? 0.5 : (level_ - a) / (b - a);
    return down ? QPointF(x, y + t) : QPointF(x + t, y);
  }

  const Field<float>& field_;
  float level_;
  std::map<std::size_t, std::size_t> next_;
};

double areaOf(const QPolygonF& polygon) {
  double twice = 0;
  for (qsizetype i = 0; i < polygon.size(); ++i) {
    const QPointF a = polygon[i];
    const QPointF b = polygon[(i + 1) % polygon.size()];
    twice += a.x() * b.y() - b.x() * a.y();
  }
  return std::abs(twice) / 2;
}

} // namespace

ReachHandle makeReach(const Field<float>& confidence, double sure) {
  auto reach = std::make_shared<Reach>();
  if (confidence.empty()) return reach;
  const auto level = static_cast<float>(sure);
  const auto covered = std::count_if(confidence.values.begin(), confidence.values.end(),
                                     [level](float c) { return c >= level; });
  reach->share = static_cast<double>(covered) / static_cast<double>(confidence.values.size());
  const Field<float> smooth = smoothed(confidence);
  for (QPolygonF& polygon : Outlines(smooth, level).polygons()) {
    if (areaOf(polygon) < kSpeck) continue;
    for (QPointF& p : polygon) {
      // Values stand in the middle of their cells, behind the border of zeros.
      p = QPointF(std::clamp((p.x() - 0.5) / confidence.width, 0.0, 1.0),
                  std::clamp((p.y() - 0.5) / confidence.height, 0.0, 1.0));
    }
    reach->covered.addPolygon(polygon);
    reach->covered.closeSubpath();
  }
  return reach;
}

void drawReach(QPainter& painter, const QRectF& frame, const QRectF& view, const Reach& reach,
               const Tokens& tokens) {
  const QRectF seen = frame & view;
  if (seen.isEmpty()) return;
  QTransform toView;
  toView.translate(frame.x(), frame.y());
  toView.scale(frame.width(), frame.height());
  const QPainterPath outline = toView.map(reach.covered);
  QPainterPath rest;
  rest.addRect(frame);
  rest.addPath(outline);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(seen);
  painter.save();
  painter.setClipPath(rest, Qt::IntersectClip);
  QColor shade = tokens.markCasing;
  shade.setAlphaF(kHatchShade);
  painter.fillRect(seen, shade);
  QColor line = tokens.mark;
  line.setAlphaF(kHatchLine);
  painter.setPen(QPen(line, 1));
  for (double x = seen.left() - seen.height(); x < seen.right(); x += kHatchStep) {
    painter.drawLine(QPointF(x, seen.bottom()), QPointF(x + seen.height(), seen.top()));
  }
  painter.restore();
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(tokens.markCasing, 4));
  painter.drawPath(outline);
  painter.setPen(QPen(tokens.mark, 2));
  painter.drawPath(outline);
  painter.restore();
}

} // namespace refscale::ui
