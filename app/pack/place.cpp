#include "app/pack/place.h"

#include <algorithm>
#include <opencv2/calib3d.hpp>
#include <opencv2/features2d.hpp>
#include <opencv2/imgproc.hpp>

#include "app/draw/canvas.h"

namespace refscale::app::pack {
namespace {

constexpr double kSide = 560;
constexpr int kFeatures = 1500;
constexpr float kRatio = 0.8F;
constexpr int kFewest = 20;

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

Landmarks findLandmarks(const media::Picture& picture) {
  cv::Mat grey;
  cv::cvtColor(draw::toMat(picture), grey, cv::COLOR_RGB2GRAY);
  const double scale = std::min(1.0, kSide / std::max(grey.cols, grey.rows));
  cv::Mat small;
  cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
  std::vector<cv::KeyPoint> keypoints;
  Landmarks landmarks;
  cv::SIFT::create(kFeatures)->detectAndCompute(small, {}, keypoints, landmarks.descriptors);
  for (const auto& k : keypoints) landmarks.points.push_back(k.pt / scale);
  for (int i = 0; i < landmarks.descriptors.rows; ++i) { // root-SIFT: compares by Hellinger
    cv::Mat row = landmarks.descriptors.row(i);
    cv::Mat root = row / std::max(1e-9, cv::norm(row, cv::NORM_L1));
    cv::sqrt(root, root);
    root.copyTo(row);
  }
  return landmarks;
}

std::vector<SamePlace> samePlaces(const Landmarks& first, const Landmarks& second) {
  if (first.descriptors.rows < kFewest || second.descriptors.rows < kFewest) return {};
  const std::vector<int> there = clearBest(first.descriptors, second.descriptors);
  const std::vector<int> back = clearBest(second.descriptors, first.descriptors);
  std::vector<cv::Point2f> a;
  std::vector<cv::Point2f> b;
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (there[i] < 0 || back[there[i]] != static_cast<int>(i)) continue;
    a.push_back(first.points[i]);
    b.push_back(second.points[there[i]]);
  }
  if (static_cast<int>(a.size()) < kFewest) return {};
  constexpr double kPixels = 3;
  constexpr double kCertainty = 0.999;
  std::vector<uchar> agrees;
  cv::setRNGSeed(0); // the same pack from the same pictures
  (void)cv::findFundamentalMat(a, b, cv::FM_RANSAC, kPixels, kCertainty, agrees);
  std::vector<SamePlace> places;
  for (std::size_t i = 0; i < agrees.size(); ++i) {
    if (agrees[i] != 0) places.push_back({a[i], b[i]});
  }
  if (static_cast<int>(places.size()) < kFewest) places.clear();
  return places;
}

} // namespace refscale::app::pack
