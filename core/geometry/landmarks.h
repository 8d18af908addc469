// Places that two photos of one thing have in common: SIFT keypoints, root-SIFT descriptors, mutual
// nearest neighbours that pass Lowe's ratio test. Found whatever the turn and the scale, but only
// where there is something to hold on to.
#pragma once

#include <vector>

#include "core/geometry/homography.h"
#include "core/media/picture.h"

namespace refscale::geometry {

struct Landmarks {
  std::vector<Point> points;      // in pixels of the picture
  std::vector<float> descriptors; // 128 a point
};

// On a copy whose long side is at most `longSide`, the `most` strongest. `picture`: 8-bit RGB.
[[nodiscard]] Landmarks findLandmarks(const media::Picture& picture, int longSide, int most);

struct SamePlace {
  Point first, second;
};
[[nodiscard]] std::vector<SamePlace> samePlaces(const Landmarks& first, const Landmarks& second);

// Of those, the ones that one fundamental matrix explains: two views of a rigid scene of any depth
// (RANSAC, 3 pixels). Empty where fewer than 20 agree.
[[nodiscard]] std::vector<SamePlace> rigidPlaces(const std::vector<SamePlace>& places);

} // namespace refscale::geometry
