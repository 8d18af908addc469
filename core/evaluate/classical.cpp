#include "core/evaluate/classical.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>
#include <vector>

#include "core/geometry/registration.h"
#include "core/media/resample.h"

namespace refscale::evaluate {
namespace {

using media::Picture;

constexpr int kScale = 4;
constexpr double kWindow = 4;           // sigma of the local statistics, pixels
constexpr double kLeastAgreement = 0.8; // correlation of the low bands below which nothing is added
constexpr double kGain = 0.6;           // of the high band: the flow is not exact to the pixel
constexpr float kNoise = 4;             // of 255, squared: flat places agree by chance

cv::Mat view(const Picture& p) {
  return {p.height(), p.width(), CV_8UC3, const_cast<std::byte*>(p.bytes().data()), p.stride()};
}

Picture toPicture(const cv::Mat& rgb) {
  Picture picture(rgb.cols, rgb.rows, 3, media::Sample::U8);
  cv::Mat target = view(picture);
  rgb.copyTo(target);
  return picture;
}

cv::Mat luma(const cv::Mat& rgb) {
  cv::Mat grey;
  cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
  return grey;
}

// What is left of a picture that was reduced x4 and enlarged again.
cv::Mat lowBand(const cv::Mat& rgb) {
  const Picture whole = toPicture(rgb);
  const Picture small =
      media::resizeBicubicU8(whole, whole.width() / kScale, whole.height() / kScale);
  return view(media::resizeBicubicU8(small, whole.width(), whole.height())).clone();
}

cv::Mat floats(const cv::Mat& rgb) {
  cv::Mat result;
  rgb.convertTo(result, CV_32F);
  return result;
}

cv::Mat smooth(const cv::Mat& values) {
  cv::Mat result;
  cv::GaussianBlur(values, result, cv::Size(), kWindow);
  return result;
}

// The luma without its slow changes, which differ with the light.
cv::Mat structure(const cv::Mat& rgb) {
  const cv::Mat grey = floats(luma(rgb));
  return grey - smooth(grey);
}

// Local correlation, -1..1; near 0 where nothing is to be seen.
cv::Mat correlation(const cv::Mat& a, const cv::Mat& b) {
  cv::Mat norm;
  cv::sqrt((smooth(a.mul(a)) + kNoise).mul(smooth(b.mul(b)) + kNoise), norm);
  return smooth(a.mul(b)) / norm;
}

// The reference carried onto the enlarged picture by homography and flow; `inside` is 1 where it
// reaches.
cv::Mat carried(const cv::Mat& enlarged, const cv::Mat& reference, const cv::Matx33d& h,
                cv::Mat& inside) {
  cv::Mat rough;
  cv::warpPerspective(reference, rough, h, enlarged.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                      cv::BORDER_REPLICATE);
  cv::Mat flow;
  cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM)
      ->calc(luma(lowBand(enlarged)), luma(lowBand(rough)), flow);
  cv::Mat positions(enlarged.size(), CV_32FC2);
  for (int y = 0; y < positions.rows; ++y) {
    for (int x = 0; x < positions.cols; ++x) {
      const cv::Vec2f shift = flow.at<cv::Vec2f>(y, x);
      const cv::Vec3d p = h * cv::Vec3d(x + shift[0], y + shift[1], 1);
      positions.at<cv::Vec2f>(y, x) = {static_cast<float>(p[0] / p[2]),
                                       static_cast<float>(p[1] / p[2])};
    }
  }
  // Sampled once, from the original: a second interpolation would blur what is to be borrowed.
  cv::Mat result;
  cv::remap(reference, result, positions, cv::noArray(), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  const cv::Mat ones = cv::Mat::ones(reference.size(), CV_32F);
  cv::remap(ones, inside, positions, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT);
  return result;
}

} // namespace

Picture classicalReference(const Picture& enlarged, const Picture& reference) {
  const cv::Mat own = view(enlarged);
  const auto found = geometry::registration(
      geometry::findLandmarks(enlarged, geometry::kLandmarkSide, geometry::kLandmarks),
      enlarged.width(), enlarged.height(),
      geometry::findLandmarks(reference, geometry::kLandmarkSide, geometry::kLandmarks));
  if (!found) return enlarged;
  cv::Mat inside;
  const cv::Mat borrowed =
      carried(own, view(reference), cv::Matx33d(found->toReference.m.data()), inside);
  const cv::Mat ownLow = lowBand(own);
  const cv::Mat low = lowBand(borrowed);
  const cv::Mat ownHigh = floats(own) - floats(ownLow);
  const cv::Mat high = floats(borrowed) - floats(low);

  // Both pictures show the low band truly: where it agrees, the high band belongs to it as well.
  const cv::Mat agreement = correlation(structure(ownLow), structure(low)).mul(inside);
  const cv::Mat trusted =
      cv::min(1.0, cv::max(0.0, (agreement - kLeastAgreement) / (1 - kLeastAgreement)));
  cv::Mat weight;
  cv::merge(std::vector<cv::Mat>(3, kGain * smooth(trusted)), weight);
  cv::Mat result;
  cv::Mat(floats(own) + weight.mul(high - ownHigh)).convertTo(result, CV_8U);
  return toPicture(result);
}

} // namespace refscale::evaluate
