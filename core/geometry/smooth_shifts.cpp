#include "core/geometry/smooth_shifts.h"

#include <array>
#include <opencv2/imgproc.hpp>

#include "core/base/run_context.h"
#include "core/geometry/opencv_error.h"

namespace refscale::geometry {
namespace {

constexpr double kReach = 7; // cells
// Cells squared, added to the spread of the sure matches: where they lie on a line or a spot, the
// map does not tilt across it.
constexpr double kStiffness = 0.5;
constexpr std::array<double, 2> kLargestError = {16,
                                                 8}; // output pixels, in the second and third go

cv::Mat around(const cv::Mat& values) {
  cv::Mat result;
  cv::GaussianBlur(values, result, cv::Size(), kReach, kReach, cv::BORDER_CONSTANT);
  return result;
}

// Weighted means and spreads of the sure cells' places around every cell.
struct Places {
  cv::Mat x, y;         // of the cells themselves
  cv::Mat weight, sum;  // of each cell, and around it
  cv::Mat meanX, meanY; // around it
  cv::Mat xx, xy, yy;   // covariance, with the stiffness
  cv::Mat determinant;

  Places(const cv::Mat& cellX, const cv::Mat& cellY, const cv::Mat& weights)
      : x(cellX), y(cellY), weight(weights), sum(around(weights) + 1e-9) {
    meanX = mean(x);
    meanY = mean(y);
    xx = mean(x.mul(x)) - meanX.mul(meanX) + kStiffness;
    yy = mean(y.mul(y)) - meanY.mul(meanY) + kStiffness;
    xy = mean(x.mul(y)) - meanX.mul(meanY);
    determinant = xx.mul(yy) - xy.mul(xy);
  }
  [[nodiscard]] cv::Mat mean(const cv::Mat& values) const {
    StopScope::check(); // a large picture's blurs take a while
    return around(weight.mul(values)) / sum;
  }
  // The affine fit of `values`, taken at each cell itself.
  [[nodiscard]] cv::Mat fit(const cv::Mat& values) const {
    const cv::Mat m = mean(values);
    const cv::Mat vx = mean(x.mul(values)) - meanX.mul(m);
    const cv::Mat vy = mean(y.mul(values)) - meanY.mul(m);
    const cv::Mat slopeX = (yy.mul(vx) - xy.mul(vy)) / determinant;
    const cv::Mat slopeY = (xx.mul(vy) - xy.mul(vx)) / determinant;
    return m + slopeX.mul(x - meanX) + slopeY.mul(y - meanY);
  }
};

} // namespace

SmoothShifts smoothShifts(const Field<Vec2f>& shifts, const Field<float>& confidence,
                          float sure) try {
  const cv::Size size(shifts.width, shifts.height);
  cv::Mat x(size, CV_64F);
  cv::Mat y(size, CV_64F);
  cv::Mat dx(size, CV_64F);
  cv::Mat dy(size, CV_64F);
  cv::Mat weight(size, CV_64F);
  for (int j = 0; j < shifts.height; ++j) {
    for (int i = 0; i < shifts.width; ++i) {
      // From the middle: the sums of squares below stay small.
      x.at<double>(j, i) = i - shifts.width / 2.0;
      y.at<double>(j, i) = j - shifts.height / 2.0;
      dx.at<double>(j, i) = shifts.at(i, j).x;
      dy.at<double>(j, i) = shifts.at(i, j).y;
      weight.at<double>(j, i) = confidence.at(i, j) >= sure ? confidence.at(i, j) : 0;
    }
  }
  cv::Mat agreeing = weight;
  Places places(x, y, agreeing);
  cv::Mat fitX = places.fit(dx);
  cv::Mat fitY = places.fit(dy);
  for (const double largest : kLargestError) {
    cv::Mat error;
    cv::magnitude(fitX - dx, fitY - dy, error);
    agreeing = weight.clone();
    agreeing.setTo(0, error > largest);
    places = Places(x, y, agreeing);
    fitX = places.fit(dx);
    fitY = places.fit(dy);
  }
  SmoothShifts result{shifts, Field<float>(shifts.width, shifts.height, shifts.step)};
  const cv::Mat all = around(cv::Mat::ones(size, CV_64F));
  for (int j = 0; j < shifts.height; ++j) {
    for (int i = 0; i < shifts.width; ++i) {
      result.shifts.at(i, j) = {static_cast<float>(fitX.at<double>(j, i)),
                                static_cast<float>(fitY.at<double>(j, i))};
      result.support.at(i, j) =
          static_cast<float>(places.sum.at<double>(j, i) / all.at<double>(j, i));
    }
  }
  return result;
} catch (const cv::Exception& error) {
  rethrowAsError(error);
}

} // namespace refscale::geometry
