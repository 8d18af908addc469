// How a reference lies to the input as a whole, and the reference drawn as the input's camera would
// have seen it. Matching and aggregation compare windows of fixed turn and size: a reference taken
// from the side, closer or turned is of little use to them before it is brought into line.
#pragma once

#include <optional>

#include "core/geometry/landmarks.h"
#include "core/geometry/mapping.h"

namespace refscale::geometry {

// Whether pictures of this size can be registered and carried: not above 32766 pixels a side
// (OpenCV's limit), and not at all in a build without OpenCV.
[[nodiscard]] bool canCarry(int width, int height) noexcept;

// Where landmarks are looked for: more pixels, or more of them, find no better homography.
inline constexpr int kLandmarkSide = 1280;
inline constexpr int kLandmarks = 4000;

struct Registration {
  Homography toReference; // input's pixels -> reference's pixels
  int places = 0;         // that both pictures have in common
  int agreeing = 0;       // that this homography explains
};

// The one homography that explains most of the places that both have in common (RANSAC, 4 pixels of
// the input of width x height). Nothing where fewer than 12 agree, where they lie on a small spot
// of the input, or where the homography folds the picture, turns it inside out or changes its size
// beyond 1/8 .. 8.
[[nodiscard]] std::optional<Registration> registration(const Landmarks& input, int width,
                                                       int height, const Landmarks& reference);

// A picture seen through a mapping.
struct Carried {
  media::Picture picture;   // of `background`'s size
  Field<std::uint8_t> here; // of each cell: 1 where the source shows all of it
};

// `source`, 8-bit RGB, as seen at `background`'s pixels (its sides multiples of 4); reduced without
// aliasing. The background is left where the source does not reach and where `support` is small;
// an empty `support` means everywhere.
[[nodiscard]] Carried carried(const media::Picture& source, const Mapping& toSource,
                              const Field<float>& support, const media::Picture& background);

} // namespace refscale::geometry
