// A map as colours: cells through a colour map, classes in their tints, and where letters and
// contours go. Made in the background; drawn by the pane.
#pragma once

#include <QColor>
#include <QLineF>
#include <QPointF>
#include <memory>
#include <vector>

#include "ui/canvas/pyramid.h"
#include "ui/maps/map_stats.h"
#include "ui/theme/color_maps.h"

namespace refscale::ui {

// The colours that a theme gives to classes.
struct MapColours {
  QColor borrowed, invented;
  std::vector<QColor> references; // by index of the correspondence
};

struct MapLetter {
  QPointF at; // output pixels
  int reference = 0;
};

struct MapImage {
  PyramidHandle cells;            // one pixel a cell
  PyramidHandle hatched;          // of Borrowed: opaque where invented; null otherwise
  std::vector<QLineF> contour;    // output pixels: where the learned part passes kLearnedLimit
  std::vector<MapLetter> letters; // of Which reference, one in each large area
};

inline constexpr double kLearnedLimit = 8; // pixels of the scale

[[nodiscard]] ColorMap colorMapOf(MapKind kind);

// What is out of range or has no value is checked grey.
[[nodiscard]] MapImage colourMap(const MapField& field, const MapRange& range,
                                 const MapColours& colours);

} // namespace refscale::ui
