#include "ui/maps/map_legend.h"

#include <QConicalGradient>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/hatch.h"
#include "ui/models/run_status.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace refscale::ui {
namespace {

constexpr int kLeastLine = 20;
constexpr int kLeading = 4;
constexpr int kBarWidth = 12;
constexpr int kBarMost = 180;
constexpr int kTick = 4;
constexpr int kWheelMost = 96;
constexpr double kWheelHole = 0.45;
constexpr int kSwatch = 14;
constexpr double kWantedTicks = 4;

int lineHeight(const QFontMetrics& font) {
  return std::max(kLeastLine, font.height() + kLeading);
}

struct Pen {
  QPainter& painter;
  QRect place;
  const Tokens& tokens;
  int line = lineHeight(painter.fontMetrics()); // height of one
};

void drawRows(const Pen& pen, const LegendContent& content) {
  int y = pen.place.bottom() - static_cast<int>(content.rows.size()) * pen.line;
  const QFontMetrics metrics(pen.painter.font());
  for (const auto& [what, value] : content.rows) {
    const QRect row(pen.place.left(), y, pen.place.width(), pen.line);
    const int room = row.width() - metrics.horizontalAdvance(value) - metrics::kGap;
    pen.painter.setPen(pen.tokens.textSecond);
    pen.painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(what, Qt::ElideRight, room));
    pen.painter.setPen(pen.tokens.text);
    pen.painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, value);
    y += pen.line;
  }
}

QString tickText(double value) {
  return QLocale().toString(value, 'g', 4);
}

void drawBar(const Pen& pen, const LegendContent& content, int room) {
  pen.painter.setPen(pen.tokens.textSecond);
  const QRect head(pen.place.left(), pen.place.top(), pen.place.width(), pen.line);
  pen.painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, mapUnit(content.choice));
  const int height = std::min(kBarMost, room - pen.line - pen.line);
  if (height < 2 * pen.line) return;
  const QRect bar(pen.place.left(), pen.place.top() + pen.line + metrics::kGap, kBarWidth, height);
  const ColorMap map = colorMapOf(content.choice.kind);
  for (int y = 0; y < height; ++y) {
    pen.painter.fillRect(bar.left(), bar.top() + y, kBarWidth, 1,
                         colorAt(map, 1 - (y + 0.5) / height));
  }
  for (const double value : legendTicks(content.range)) {
    const double y = bar.top() + (1 - placeOf(content.range, value)) * (height - 1);
    pen.painter.setPen(pen.tokens.textSecond);
    pen.painter.drawLine(QPointF(bar.right() + 1, y), QPointF(bar.right() + kTick, y));
    const QRectF text(bar.right() + 2 * kTick, y - pen.line / 2.0,
                      pen.place.right() - bar.right() - 2 * kTick, pen.line);
    pen.painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, tickText(value));
  }
}

void drawWheel(const Pen& pen, int room) {
  const QFontMetrics metrics(pen.painter.font());
  const QString words[] = {MapLegend::tr("up"), MapLegend::tr("down"), MapLegend::tr("left"),
                           MapLegend::tr("right")};
  const int side =
      std::max(metrics.horizontalAdvance(words[2]), metrics.horizontalAdvance(words[3])) +
      metrics::kGap;
  const int size = std::min({kWheelMost, pen.place.width() - 2 * side, room - 2 * pen.line});
  if (size < pen.line) return;
  const QRectF wheel(pen.place.left() + (pen.place.width() - size) / 2.0,
                     pen.place.top() + pen.line, size, size);
  QConicalGradient gradient(wheel.center(), 0); // counter-clockwise from the right, as the values
  constexpr int kStops = 32;
  for (int i = 0; i <= kStops; ++i) {
    const double place = static_cast<double>(i) / kStops;
    gradient.setColorAt(place, colorAt(ColorMap::Twilight, place));
  }
  QPainterPath ring;
  ring.addEllipse(wheel);
  const double hole = wheel.width() * kWheelHole / 2;
  ring.addEllipse(wheel.center(), hole, hole);
  pen.painter.setRenderHint(QPainter::Antialiasing);
  pen.painter.fillPath(ring, gradient);
  pen.painter.setPen(pen.tokens.textSecond);
  const auto text = [&](QPointF middle, Qt::Alignment align, const QString& word) {
    const QRectF box(middle.x() - 100, middle.y() - pen.line / 2.0, 200, pen.line);
    QRectF placed = box;
    if (align == Qt::AlignLeft) placed.moveLeft(middle.x());
    if (align == Qt::AlignRight) placed.moveRight(middle.x());
    pen.painter.drawText(placed, align | Qt::AlignVCenter, word);
  };
  text({wheel.center().x(), wheel.top() - pen.line / 2.0}, Qt::AlignHCenter, words[0]);
  text({wheel.center().x(), wheel.bottom() + pen.line / 2.0}, Qt::AlignHCenter, words[1]);
  text({wheel.left() - metrics::kGap, wheel.center().y()}, Qt::AlignRight, words[2]);
  text({wheel.right() + metrics::kGap, wheel.center().y()}, Qt::AlignLeft, words[3]);
}

void drawClasses(const Pen& pen, const LegendContent& content, int room) {
  int y = pen.place.top();
  const int left = pen.place.left() + kSwatch + 2 * metrics::kGap;
  for (const auto& one : content.classes) {
    if (y + 2 * pen.line > pen.place.top() + room) return;
    const QRect swatch(pen.place.left(), y + 3, kSwatch, kSwatch);
    pen.painter.fillRect(swatch, one.hatched ? pen.tokens.tag : one.colour);
    if (one.hatched) drawHatch(pen.painter, swatch, one.colour);
    pen.painter.setPen(pen.tokens.text);
    pen.painter.drawText(QRect(left, y, pen.place.right() - left, pen.line),
                         Qt::AlignLeft | Qt::AlignVCenter, one.name);
    pen.painter.setPen(pen.tokens.textSecond);
    pen.painter.drawText(QRect(left, y + pen.line, pen.place.right() - left, pen.line),
                         Qt::AlignLeft | Qt::AlignVCenter, one.share);
    y += 2 * pen.line + metrics::kGap;
  }
}

QString shareName(MapKind kind, float sure) {
  switch (kind) {
    case MapKind::Uniqueness:
      return MapLegend::tr("Above %1").arg(QLocale().toString(0.1));
    case MapKind::ForwardBackward:
      return MapLegend::tr("Within 4 px");
    case MapKind::Confidence:
      return MapLegend::tr("Above %1").arg(QLocale().toString(sure, 'g', 2));
    default:
      return MapLegend::tr("Above %1").arg(QLocale().toString(0.5));
  }
}

void addClasses(const LegendSources& from, LegendContent& content) {
  if (from.field.choice.kind == MapKind::Borrowed) {
    const int borrowed = qRound(from.borrowed * 100);
    content.classes = {
        {from.colours.borrowed, false, MapLegend::tr("Borrowed"), percentText(borrowed / 100.0)},
        {from.colours.invented, true, MapLegend::tr("Invented"),
         percentText((100 - borrowed) / 100.0)}};
    return;
  }
  for (std::size_t i = 0; i < from.letters.size(); ++i) {
    const double share = i < from.stats.references.size() ? from.stats.references[i] : 0;
    content.classes.push_back(
        {from.colours.references.at(i), false, from.letters[i], percentText(share)});
  }
  content.rows.emplace_back(MapLegend::tr("No sure match"), percentText(from.stats.invalid));
}

} // namespace

std::vector<double> legendTicks(const MapRange& range) {
  std::vector<double> ticks;
  if (range.logarithmic) {
    for (double decade = 0.01; decade < 1e6; decade *= 10) {
      for (const double digit : {1.0, 3.0}) {
        const double value = digit * decade;
        if (value >= range.low && value <= range.high) ticks.push_back(value);
      }
    }
    return ticks;
  }
  const double rough = (range.high - range.low) / kWantedTicks;
  if (!(rough > 0)) return ticks;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double digit : {1.0, 2.0, 2.5, 5.0}) {
    if (digit * power >= rough * (1 - 1e-9)) {
      step = digit * power;
      break;
    }
  }
  const double slack = step * 1e-6;
  for (auto i = static_cast<long>(std::ceil((range.low - slack) / step));
       static_cast<double>(i) * step <= range.high + slack; ++i) {
    ticks.push_back(static_cast<double>(i) * step);
  }
  return ticks;
}

LegendContent makeLegend(const LegendSources& from) {
  LegendContent content;
  content.choice = from.field.choice;
  content.range = from.range;
  const MapKind kind = content.choice.kind;
  if (kind == MapKind::Borrowed || kind == MapKind::WhichReference) {
    addClasses(from, content);
    return content;
  }
  if (kind == MapKind::OffsetDirection) {
    content.rows = {{MapLegend::tr("Mean, sure"), numberText(kind, from.stats.median)},
                    {MapLegend::tr("Spread"), numberText(kind, from.stats.spread)}};
  } else {
    content.rows.emplace_back(MapLegend::tr("Median"), numberText(kind, from.stats.median));
    if (kind != MapKind::OffsetLength) {
      content.rows.emplace_back(shareName(kind, from.field.sure), percentText(from.stats.share));
    }
    const double outside = outOfRange(from.field.values, from.range);
    if (outside > 0 || kind == MapKind::OffsetLength) {
      content.rows.emplace_back(MapLegend::tr("Out of range"), percentText(outside));
    }
  }
  if (from.stats.invalid > 0) {
    content.rows.emplace_back(MapLegend::tr("No value"), percentText(from.stats.invalid));
  }
  return content;
}

void drawLegend(QPainter& painter, const QRect& place, const LegendContent& content,
                const Tokens& tokens) {
  painter.save();
  const Pen pen{painter, place, tokens};
  drawRows(pen, content);
  const int room = place.height() - static_cast<int>(content.rows.size()) * pen.line - pen.line / 2;
  if (!content.classes.empty()) {
    drawClasses(pen, content, room);
  } else if (content.choice.kind == MapKind::OffsetDirection) {
    drawWheel(pen, room);
  } else {
    drawBar(pen, content, room);
  }
  painter.restore();
}

MapLegend::MapLegend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  // All panes are of one size, so all legends are: room for the longest name of a class. What is
  // too long of the numbers' names is shortened; the tool tip has them whole.
  const QFontMetrics font(small());
  const int name =
      std::max(font.horizontalAdvance(tr("Borrowed")), font.horizontalAdvance(tr("Invented")));
  setFixedWidth(std::max(theme_.fontPixels(kLegendWidth), kSwatch + 2 * metrics::kGap + name + 1));
  setAccessibleName(tr("Legend"));
  connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QFont MapLegend::small() const {
  QFont font = this->font();
  font.setPixelSize(theme_.fontPixels(metrics::kFontSmall));
  return font;
}

void MapLegend::setContent(LegendContent content) {
  content_ = std::move(content);
  QStringList words;
  for (const auto& [what, value] : content_.rows) words += tr("%1: %2").arg(what, value);
  for (const auto& one : content_.classes) words += tr("%1: %2").arg(one.name, one.share);
  setAccessibleDescription(words.join(QStringLiteral("; ")));
  setToolTip(words.join('\n'));
  update();
}

void MapLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(small());
  drawLegend(painter, rect(), content_, theme_.tokens());
}

} // namespace refscale::ui
