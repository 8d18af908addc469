#include "core/geometry/landmarks.h"

#include <algorithm>
#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/run_context.h"
#include "core/geometry/opencv_error.h"

namespace refscale::geometry {
namespace {

constexpr float kRatio = 0.8F; // Lowe's test
constexpr int kDescriptor = 128;
constexpr int kFewest = 20;

cv::Mat view(const Landmarks& landmarks) {
  return {static_cast<int>(landmarks.points.size()), kDescriptor, CV_32F,
          const_cast<float*>(landmarks.descriptors.data())}; // read only
}

// The best match of each row that is clearly better than the second, or -1.
std::vector<int> clearBest(const cv::Mat& from, const cv::Mat& to) {
  std::vector<std::vector<cv::DMatch>> found;
  cv::BFMatcher(cv::NORM_L2).knnMatch(from, to, found, 2);
  std::vector<int> best(static_cast<std::size_t>(from.rows), -1);
  for (const auto& pair : found) {
    if (pair.size() < 2 || pair[0].distance > kRatio * pair[1].distance) continue;
    best[pair[0].queryIdx] = pair[0].trainIdx;
  }
  return best;
}

} // namespace

Landmarks findLandmarks(const media::Picture& picture, int longSide, int most) try {
  const cv::Mat rgb(picture.height(), picture.width(), CV_8UC3,
                    const_cast<std::byte*>(picture.bytes().data()), picture.stride()); // read only
  cv::Mat small;
  cv::cvtColor(rgb, small, cv::COLOR_RGB2GRAY);
  const double scale =
      std::min(1.0, static_cast<double>(longSide) / std::max(small.cols, small.rows));
  if (scale < 1) cv::resize(small, small, {}, scale, scale, cv::INTER_AREA);
  std::vector<cv::KeyPoint> keypoints;
  cv::Mat descriptors;
  cv::SIFT::create(most)->detectAndCompute(small, {}, keypoints, descriptors);
  Landmarks landmarks;
  for (const auto& k : keypoints) {
    landmarks.points.push_back({(k.pt.x + 0.5) / scale - 0.5, (k.pt.y + 0.5) / scale - 0.5});
  }
  for (int i = 0; i < descriptors.rows; ++i) { // root-SIFT: compares by Hellinger
    cv::Mat row = descriptors.row(i);
    row /= std::max(1e-9, cv::norm(row, cv::NORM_L1));
    cv::sqrt(row, row);
  }
  if (!descriptors.empty()) { // its iterators divide by its width
    landmarks.descriptors.assign(descriptors.begin<float>(), descriptors.end<float>());
  }
  return landmarks;
} catch (const cv::Exception& error) {
  rethrowAsError(error);
}

std::vector<SamePlace> samePlaces(const Landmarks& first, const Landmarks& second) try {
  std::vector<SamePlace> places;
  if (first.points.size() < 2 || second.points.size() < 2) return places;
  const std::vector<int> there = clearBest(view(first), view(second));
  StopScope::check();
  const std::vector<int> back = clearBest(view(second), view(first));
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (there[i] < 0 || back[there[i]] != static_cast<int>(i)) continue;
    places.push_back({first.points[i], second.points[there[i]]});
  }
  return places;
} catch (const cv::Exception& error) {
  rethrowAsError(error);
}

std::vector<SamePlace> rigidPlaces(const std::vector<SamePlace>& places) try {
  std::vector<SamePlace> agreeing;
  if (places.size() < kFewest) return agreeing;
  std::vector<cv::Point2f> a;
  std::vector<cv::Point2f> b;
  for (const SamePlace& place : places) {
    a.emplace_back(place.first.x, place.first.y);
    b.emplace_back(place.second.x, place.second.y);
  }
  constexpr double kPixels = 3;
  constexpr double kCertainty = 0.999;
  std::vector<uchar> agrees;
  cv::setRNGSeed(0); // the same places from the same pictures
  (void)cv::findFundamentalMat(a, b, cv::FM_RANSAC, kPixels, kCertainty, agrees);
  for (std::size_t i = 0; i < agrees.size(); ++i) {
    if (agrees[i] != 0) agreeing.push_back(places[i]);
  }
  if (agreeing.size() < kFewest) agreeing.clear();
  return agreeing;
} catch (const cv::Exception& error) {
  rethrowAsError(error);
}

} // namespace refscale::geometry
