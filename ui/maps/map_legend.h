// What stands beside a map: its colour bar, wheel or classes, and below them its numbers. One
// painter for the window and for saved pictures.
#pragma once

#include <QWidget>
#include <utility>
#include <vector>

#include "ui/maps/map_image.h"
#include "ui/maps/map_stats.h"

namespace refscale::ui {

class Theme;
struct Tokens;

struct LegendContent {
  MapChoice choice;
  MapRange range;
  std::vector<std::pair<QString, QString>> rows; // what and its value
  struct Class {
    QColor colour;
    bool hatched = false;
    QString name, share;
  };
  std::vector<Class> classes; // instead of a bar
};

// The rows and classes that a map's numbers give. `borrowed` is the result's own share, so that it
// reads the same everywhere; `letters` name the references by index.
struct LegendSources {
  const MapField& field;
  const MapStats& stats;
  MapRange range;
  double borrowed = 0;
  std::vector<QString> letters;
  MapColours colours;
};
[[nodiscard]] LegendContent makeLegend(const LegendSources& sources);

inline constexpr int kLegendWidth = 132;

// In the painter's font.
void drawLegend(QPainter& painter, const QRect& place, const LegendContent& content,
                const Tokens& tokens);

// Values from `low` to `high` at which a bar has ticks: multiples of 1, 2 or 5 times a power of
// ten, or those powers themselves on a logarithmic bar.
[[nodiscard]] std::vector<double> legendTicks(const MapRange& range);

class MapLegend : public QWidget {
  Q_OBJECT
 public:
  explicit MapLegend(const Theme& theme, QWidget* parent = nullptr);
  void setContent(LegendContent content);
  [[nodiscard]] const LegendContent& content() const { return content_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QFont small() const;

  const Theme& theme_;
  LegendContent content_;
};

} // namespace refscale::ui
