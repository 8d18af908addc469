// Correspondence lines between the input and its reference, side by side: which matches are shown,
// and the picture of them. The choice is the window's "evenly spread", so that both show the same.
#pragma once

#include <vector>

#include "core/base/correspondence.h"
#include "core/media/picture.h"

namespace refscale::app::draw {

// One match, in cells of the input's grid; the place in the reference in output pixels.
struct MatchLine {
  int cellX = 0;
  int cellY = 0;
  Vec2f from; // centre of the cell, output pixels of the input
  Vec2f to;   // output pixels of the reference as it was matched
  float confidence = 0;
  bool sure = false;
};

// The grid that spreads the lines: columns x rows of near-square boxes, at most `count` of them.
struct Spread {
  int columns = 1;
  int rows = 1;
};
[[nodiscard]] Spread spreadFor(int width, int height, int count);

// In each box of the grid the match with the highest confidence x uniqueness; the lowest index wins
// a tie, so that the same data always gives the same lines. In reading order.
[[nodiscard]] std::vector<MatchLine> evenlySpread(const Correspondence& matches, int count);

// Input (any enlargement of it) left, reference right, lines coloured by confidence (viridis, 25 %
// to 100 %), unsure ones as dashed rings on the input alone, a bar and a caption below.
[[nodiscard]] media::Picture drawMatches(const media::Picture& input,
                                         const media::Picture& reference,
                                         const Correspondence& matches, int count);

} // namespace refscale::app::draw
