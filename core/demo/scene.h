// The parts of the demo's street: three house fronts with shops, cobbles and things on the
// pavement. For the painters of this folder; others look at it through view.h.
#pragma once

#include "core/demo/paint.h"
#include "core/demo/view.h"

namespace refscale::demo {

// --- the parts, each painted onto its surface in metres -----------------------------------------
// Fronts stand on the line y = 0; the street's middle is x = 0.
void paintBookshop(Paint& wall, Moment moment); // brick, left of x = -2.3
void paintHotel(Paint& wall);                   // plaster, tiles and balcony, in the middle
void paintCafe(Paint& wall, Moment moment);     // awning and ivy, right of x = 2.4
void paintGround(Paint& ground);                // pavement and cobbles; y is the way to the viewer
void paintLamp(Paint& layer);
void paintPlanter(Paint& layer);
void paintBoard(Paint& layer);
void paintBicycle(Paint& layer);

// Windows and other things that several houses have.
struct WindowStyle {
  Colour frame;
  int columns = 2;
  int rows = 3;
  bool curtains = true;
};
void paintWindow(Paint& wall, const Box& opening, const WindowStyle& style, std::uint64_t seed);
void paintFlowerBox(Paint& wall, double x, double y, double width, const Colour& flower,
                    std::uint64_t seed);

} // namespace refscale::demo
