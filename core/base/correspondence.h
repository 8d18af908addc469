// Where a reference shows what the input shows: one match for every cell (4x4 output pixels, one
// position of relu3_1). Torch-free, so that views, files and the command line take it as it is.
#pragma once

#include <string>

#include "core/base/field.h"

namespace refscale {

// All fields have the input's grid (width = input width, height = input height, step 4).
struct Correspondence {
  std::string matcher;    // "contrastive", "vgg", "none"
  int referenceWidth = 0; // cells of the reference's grid
  int referenceHeight = 0;
  Field<Vec2f> cells;           // reference minus input, whole cells, [x, y]
  Field<Vec2f> pixels;          // the same in output pixels, with fractions where refined
  Field<float> score;           // mean cosine of the 3x3 patch, -1..1
  Field<float> uniqueness;      // score minus the best score elsewhere, 0..2
  Field<float> forwardBackward; // cells between a cell and the match of its match
  Field<float> agreement;       // zero-mean normalised correlation at the refined place, -1..1
  Field<float> contrast;        // standard deviation of the input's luma around the cell, 0..0.5
  Field<float> confidence;      // probability that the match is within one cell of the truth
};

// A match counts as sure, and its place as borrowed rather than invented, from here on.
inline constexpr float kSureConfidence = 0.5F;

// Share of cells whose confidence is at least `least`, 0..1.
[[nodiscard]] inline double sureShare(const Correspondence& c, float least = kSureConfidence) {
  if (c.confidence.empty()) return 0;
  std::size_t sure = 0;
  for (const float v : c.confidence.values) sure += v >= least ? 1 : 0;
  return static_cast<double>(sure) / static_cast<double>(c.confidence.values.size());
}

} // namespace refscale
