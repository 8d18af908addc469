#include "core/geometry/registration.h"

#include <algorithm>
#include <cmath>
#include <opencv2/calib3d.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/run_context.h"
#include "core/geometry/opencv_error.h"
#include "core/media/resample.h"

namespace refscale::geometry {
namespace {

constexpr std::size_t kFewest = 12;
constexpr double kReprojection = 4;   // input pixels: SIFT is this sure on an enlarged picture
constexpr double kLargestArea = 64;   // reference pixels an input pixel: size changed by 8
constexpr double kReduceFrom = 1.2;   // source pixels an output pixel
constexpr double kLeastSpread = 0.05; // of the input's width and height: standard deviation

// Standard deviation of the places that agree, along x or y.
double spread(const std::vector<cv::Point2f>& points, const std::vector<uchar>& agrees, bool x) {
  double sum = 0;
  double squares = 0;
  double count = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (agrees[i] == 0) continue;
    const double v = x ? points[i].x : points[i].y;
    sum += v;
    squares += v * v;
    ++count;
  }
  return std::sqrt(std::max(0.0, squares / count - (sum / count) * (sum / count)));
}

// Looks at the input's corners and middle: a view that no camera of the same scene would have.
bool plausible(const Homography& h, int width, int height) {
  const double right = width - 1;
  const double bottom = height - 1;
  for (const Point p : {Point{0, 0}, Point{right, 0}, Point{0, bottom}, Point{right, bottom},
                        Point{right / 2, bottom / 2}}) {
    const double area = h.areaAt(p);
    if (area < 1 / kLargestArea || area > kLargestArea) return false;
  }
  // Turned inside out: the determinant's sign, which is the same everywhere before the horizon.
  const auto& m = h.m;
  return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) +
             m[2] * (m[3] * m[7] - m[4] * m[6]) >
         0;
}

constexpr float kLeastSupport = 0.02F;

bool inside(const media::Picture& picture, double x, double y) {
  return x >= 0 && y >= 0 && x <= picture.width() - 1 && y <= picture.height() - 1;
}

// Of the cells that are supported, the middle one.
double medianArea(const Mapping& mapping, const Field<std::uint8_t>& here) {
  std::vector<double> areas;
  for (int y = 0; y < here.height; ++y) {
    StopScope::check();
    for (int x = 0; x < here.width; ++x) {
      if (here.at(x, y) != 0) areas.push_back(mapping.areaOf(x, y));
    }
  }
  if (areas.empty()) return 1;
  const auto middle = areas.begin() + static_cast<std::ptrdiff_t>(areas.size() / 2);
  std::nth_element(areas.begin(), middle, areas.end());
  return *middle;
}

// The cells whose four corners lie in the source.
Field<std::uint8_t> reach(const media::Picture& source, const Mapping& toSource,
                          const Field<float>& support) {
  Field<std::uint8_t> here(toSource.cellsAcross(), toSource.cellsDown(), kCell);
  for (int y = 0; y < here.height; ++y) {
    StopScope::check();
    for (int x = 0; x < here.width; ++x) {
      const double left = x * kCell;
      const double top = y * kCell;
      bool all = support.empty() || support.at(x, y) >= kLeastSupport;
      for (const Point corner :
           {Point{left, top}, Point{left + kCell - 1, top}, Point{left, top + kCell - 1},
            Point{left + kCell - 1, top + kCell - 1}}) {
        const Point there = toSource(corner);
        all = all && inside(source, there.x, there.y);
      }
      here.at(x, y) = all ? 1 : 0;
    }
  }
  return here;
}

cv::Mat view(const media::Picture& p) {
  return {p.height(), p.width(), CV_8UC3, const_cast<std::byte*>(p.bytes().data()), p.stride()};
}

// In bands of rows, so that the positions are never held whole and a stop is soon seen.
constexpr int kBandRows = 128;

// `rows` rows from `top` of the picture, where cells are here.
void drawBand(const media::Picture& source, const Mapping& toSource, int top, int rows,
              Carried& result) {
  cv::Mat target = view(result.picture).rowRange(top, top + rows);
  cv::Mat positions(target.size(), CV_32FC2);
  cv::parallel_for_({0, rows}, [&](const cv::Range& part) {
    for (int y = part.start; y < part.end; ++y) {
      for (int x = 0; x < positions.cols; ++x) {
        const Point p = toSource({static_cast<double>(x), static_cast<double>(top + y)});
        positions.at<cv::Vec2f>(y, x) = {static_cast<float>(p.x), static_cast<float>(p.y)};
      }
    }
  });
  cv::Mat drawn;
  cv::remap(view(source), drawn, positions, cv::noArray(), cv::INTER_LANCZOS4,
            cv::BORDER_REPLICATE);
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < target.cols; ++x) {
      if (result.here.at(x / kCell, (top + y) / kCell) != 0) {
        target.at<cv::Vec3b>(y, x) = drawn.at<cv::Vec3b>(y, x);
      }
    }
  }
}

} // namespace

std::optional<Registration> registration(const Landmarks& input, int width, int height,
                                         const Landmarks& reference) try {
  const std::vector<SamePlace> places = samePlaces(input, reference);
  if (places.size() < kFewest) return std::nullopt;
  std::vector<cv::Point2f> here;
  std::vector<cv::Point2f> there;
  for (const SamePlace& place : places) {
    here.emplace_back(place.first.x, place.first.y);
    there.emplace_back(place.second.x, place.second.y);
  }
  constexpr int kTries = 5000;
  constexpr double kCertainty = 0.999;
  std::vector<uchar> agrees;
  // Errors are measured in the second picture: that is the input.
  const cv::Mat found =
      cv::findHomography(there, here, cv::RANSAC, kReprojection, agrees, kTries, kCertainty);
  if (found.empty()) return std::nullopt;
  const int agreeing = cv::countNonZero(agrees);
  if (agreeing < static_cast<int>(kFewest) || spread(here, agrees, true) < kLeastSpread * width ||
      spread(here, agrees, false) < kLeastSpread * height) {
    return std::nullopt;
  }
  const cv::Matx33d inverse = cv::Matx33d(found).inv();
  Registration result{
      .toReference = {}, .places = static_cast<int>(places.size()), .agreeing = agreeing};
  // Weight 1 in the input's middle.
  const double weight = inverse(2, 0) * width / 2 + inverse(2, 1) * height / 2 + inverse(2, 2);
  if (std::abs(weight) < 1e-12) return std::nullopt;
  for (int i = 0; i < 9; ++i) result.toReference.m[i] = inverse.val[i] / weight;
  if (!plausible(result.toReference, width, height)) return std::nullopt;
  return result;
} catch (const cv::Exception& error) {
  rethrowAsError(error);
}

bool canCarry(int width, int height) noexcept {
  constexpr int kLongest = 32766;
  return width <= kLongest && height <= kLongest;
}

Carried carried(const media::Picture& source, const Mapping& toSource, const Field<float>& support,
                const media::Picture& background) try {
  Carried result{background, reach(source, toSource, support)};

  // Reduced first where many pixels fall on one: the resampling below looks at 8 x 8 of them.
  const double area = medianArea(toSource, result.here);
  media::Picture reduced;
  const media::Picture* from = &source;
  Mapping map = toSource;
  if (area > kReduceFrom) {
    const double ratio = 1 / std::sqrt(area);
    reduced = media::resizeBicubicU8(source, std::max(1, static_cast<int>(source.width() * ratio)),
                                     std::max(1, static_cast<int>(source.height() * ratio)));
    map = toSource.scaled(static_cast<double>(reduced.width()) / source.width(),
                          static_cast<double>(reduced.height()) / source.height());
    from = &reduced;
  }
  for (int top = 0; top < background.height(); top += kBandRows) {
    StopScope::check();
    drawBand(*from, map, top, std::min(kBandRows, background.height() - top), result);
  }
  return result;
} catch (const cv::Exception& error) {
  rethrowAsError(error);
}

} // namespace refscale::geometry
