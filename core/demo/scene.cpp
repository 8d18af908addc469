#include "core/demo/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/base/run_context.h"

namespace refscale::demo {
namespace {

constexpr int kSamples = 4;          // a pixel, in x and in y
constexpr double kWallDensity = 200; // texture pixels a metre, about one a sample
constexpr double kGroundDensityX = 160;
constexpr double kGroundDensityY = 60; // seen at a flat angle

// A pinhole camera before the fronts (the plane z = 0), looking at them from z = distance.
struct Camera {
  int width = 0;
  int height = 0;
  double focal = 0;   // pixels
  double centreX = 0; // where the optical axis meets the picture
  double centreY = 0;
  double x = 0;   // metres
  double eye = 0; // height
  double distance = 0;
  double yaw = 0;  // radians, to the right
  double roll = 0; // radians, clockwise

  [[nodiscard]] cv::Point2d project(double px, double py, double pz) const {
    const double dx = px - x;
    const double dy = py - eye;
    const double dz = distance - pz;
    const double rx = dx * std::cos(yaw) - dz * std::sin(yaw);
    const double rz = dx * std::sin(yaw) + dz * std::cos(yaw);
    const double u = focal * rx / rz;
    const double v = -focal * dy / rz;
    return {centreX + u * std::cos(roll) - v * std::sin(roll),
            centreY + u * std::sin(roll) + v * std::cos(roll)};
  }
};

Camera cameraOf(Moment moment) {
  constexpr double kDegree = 0.01745329252;
  if (moment == Moment::Input) {
    return {.width = 640,
            .height = 480,
            .focal = 600,
            .centreX = 320,
            .centreY = 318,
            .x = 0,
            .eye = 1.6,
            .distance = 11,
            .yaw = 0,
            .roll = 0};
  }
  return {.width = 720,
          .height = 540,
          .focal = 600,
          .centreX = 366,
          .centreY = 352,
          .x = 1.1,
          .eye = 1.68,
          .distance = 10.1,
          .yaw = -1.6 * kDegree,
          .roll = 0.7 * kDegree};
}

enum class Plane { Upright, Ground };

// Lays a painted surface into the view, over what is there.
void lay(cv::Mat& view, const Camera& camera, const Paint& surface, Plane plane, double z) {
  const Box& e = surface.extent();
  std::array<cv::Point2f, 4> from;
  std::array<cv::Point2f, 4> to;
  const std::array<cv::Point2d, 4> corners = {
      {{e.left, e.bottom}, {e.right, e.bottom}, {e.right, e.top}, {e.left, e.top}}};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const auto& c = corners[i];
    from[i] = surface.toPixel(c.x, c.y);
    // On the ground y grows away from the viewer, so that the painted top row is the far one.
    const auto p =
        plane == Plane::Upright ? camera.project(c.x, c.y, z) : camera.project(c.x, 0, -c.y);
    to[i] = (p + cv::Point2d(0.5, 0.5)) * kSamples - cv::Point2d(0.5, 0.5);
  }
  const cv::Mat transform = cv::getPerspectiveTransform(from.data(), to.data());
  StopScope::check();
  cv::Mat laid;
  cv::warpPerspective(surface.pixels(), laid, transform, view.size(), cv::INTER_LINEAR,
                      cv::BORDER_CONSTANT, cv::Scalar::all(0));
  for (int y = 0; y < view.rows; ++y) {
    StopScope::check();
    auto* under = view.ptr<cv::Vec4b>(y);
    const auto* over = laid.ptr<cv::Vec4b>(y);
    for (int x = 0; x < view.cols; ++x) {
      const int rest = 255 - over[x][3];
      if (rest == 255) continue;
      for (int c = 0; c < 4; ++c) {
        under[x][c] = cv::saturate_cast<uchar>(over[x][c] + (under[x][c] * rest + 127) / 255);
      }
    }
  }
}

// Afternoon sun from the left above the roofs across the street: their shadow lies over the foot of
// the fronts, its edge soft.
void castSunlight(Paint& wall) {
  cv::Mat& pixels = wall.pixels();
  for (int y = 0; y < pixels.rows; ++y) {
    StopScope::check();
    auto* row = pixels.ptr<cv::Vec4b>(y);
    for (int x = 0; x < pixels.cols; ++x) {
      const double mx = wall.extent().left + x / kWallDensity;
      const double my = wall.extent().top - y / kWallDensity;
      const double edge = 1.7 + 0.16 * mx + (mx > 0.8 ? 0.9 : 0.0) * std::min(1.0, mx - 0.8);
      const double t = std::clamp((my - edge) / 0.5 + 0.5, 0.0, 1.0);
      const double sun = t * t * (3 - 2 * t);
      const std::array<double, 3> factor = {0.84 + 0.28 * sun, 0.86 + 0.20 * sun,
                                            0.92 + 0.03 * sun};
      for (int c = 0; c < 3; ++c) row[x][c] = cv::saturate_cast<uchar>(row[x][c] * factor.at(c));
    }
  }
}

Paint paintedFronts(Moment moment) {
  Paint wall({-8.2, 0, 8.6, 8.2}, kWallDensity, kWallDensity);
  paintBookshop(wall, moment);
  paintHotel(wall);
  paintCafe(wall, moment);
  wall.shade({-8.2, 0, 8.6, 0.5}, 0.72, 1.0); // dirt and the pavement's shade at the foot
  if (moment == Moment::Reference) castSunlight(wall);
  return wall;
}

void layForeground(cv::Mat& view, const Camera& camera, Moment moment) {
  const auto add = [&](const Box& extent, double z, void (*paint)(Paint&)) {
    Paint layer(extent, kWallDensity, kWallDensity);
    paint(layer);
    lay(view, camera, layer, Plane::Upright, z);
  };
  if (moment == Moment::Input) add({0.75, 0, 2.75, 1.25}, 0.5, paintBicycle);
  add({-1.8, 0, -0.2, 1.7}, 1.0, paintPlanter);
  add({-4.0, 0, -2.9, 1.35}, 1.3, paintBoard);
  add({-2.75, 0, -1.55, 4.4}, 1.5, paintLamp);
}

} // namespace

media::Picture renderView(Moment moment) {
  const Camera camera = cameraOf(moment);
  cv::Mat view(camera.height * kSamples, camera.width * kSamples, CV_8UC4,
               cv::Scalar(196, 208, 222, 255));
  // Only the lower part of the ground is in view; its far edge is the fronts' foot.
  Paint ground({-9, -7.2, 9, 0}, kGroundDensityX, kGroundDensityY);
  paintGround(ground);
  lay(view, camera, ground, Plane::Ground, 0);
  lay(view, camera, paintedFronts(moment), Plane::Upright, 0);
  layForeground(view, camera, moment);

  cv::Mat small;
  cv::resize(view, small, {camera.width, camera.height}, 0, 0, cv::INTER_AREA);
  media::Picture picture(camera.width, camera.height, 3, media::Sample::U8);
  for (int y = 0; y < small.rows; ++y) {
    const auto* from = small.ptr<cv::Vec4b>(y);
    auto* to = picture.row<std::uint8_t>(y);
    for (int x = 0; x < small.cols; ++x) {
      for (int c = 0; c < 3; ++c) to[x * 3 + c] = from[x][c];
    }
  }
  return picture;
}

} // namespace refscale::demo
