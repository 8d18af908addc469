// Where two photos of one thing show the same places: SIFT, mutual nearest neighbours with a ratio
// test, and a geometry that the places agree on. Decides where a pack's windows lie; the matches
// that a network learns from are made by its own matcher.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "core/media/picture.h"

namespace refscale::app::pack {

// Keypoints (in pixels of the picture) and root-SIFT descriptors, found on a copy of at most 560
// pixels' long side.
struct Landmarks {
  std::vector<cv::Point2f> points;
  cv::Mat descriptors;
};
[[nodiscard]] Landmarks findLandmarks(const media::Picture& picture);

struct SamePlace {
  cv::Point2f first, second;
};
// Verified by a fundamental matrix (RANSAC); empty where fewer than 20 agree.
[[nodiscard]] std::vector<SamePlace> samePlaces(const Landmarks& first, const Landmarks& second);

} // namespace refscale::app::pack
