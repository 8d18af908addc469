#include "app/draw/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <opencv2/imgproc.hpp>

namespace refscale::app::draw {
namespace {

using Table = std::array<cv::Vec3b, 256>;

Table tableOf(int map) {
  cv::Mat ramp(1, 256, CV_8UC1);
  for (int i = 0; i < 256; ++i) ramp.at<uchar>(0, i) = static_cast<uchar>(i);
  cv::Mat colours;
  cv::applyColorMap(ramp, colours, map);
  Table table;
  for (int i = 0; i < 256; ++i) { // OpenCV's maps are BGR
    const auto& c = colours.at<cv::Vec3b>(0, i);
    table.at(i) = {c[2], c[1], c[0]};
  }
  return table;
}

cv::Vec3b entry(const Table& table, double t) {
  return table.at(static_cast<std::size_t>(std::lround(std::clamp(t, 0.0, 1.0) * 255)));
}

constexpr int kFont = cv::FONT_HERSHEY_SIMPLEX;
constexpr double kCapital = 21; // Hershey's units of a capital's height

int thicknessFor(int height) {
  return std::max(1, static_cast<int>(std::lround(height / 8.0)));
}

} // namespace

cv::Mat toMat(const media::Picture& picture) {
  const auto bytes = media::converted(picture, media::Sample::U8);
  const int channels = bytes.channels();
  cv::Mat mat(bytes.height(), bytes.width(), CV_8UC3);
  for (int y = 0; y < mat.rows; ++y) {
    const auto* from = bytes.row<std::uint8_t>(y);
    auto* to = mat.ptr<cv::Vec3b>(y);
    for (int x = 0; x < mat.cols; ++x, from += channels) {
      const int alpha = bytes.hasAlpha() ? from[channels - 1] : 255;
      for (int c = 0; c < 3; ++c) {
        const int value = from[bytes.isGrey() ? 0 : c];
        to[x][c] = static_cast<uchar>((value * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
  }
  return mat;
}

media::Picture toPicture(const cv::Mat& rgb) {
  media::Picture picture(rgb.cols, rgb.rows, 3, media::Sample::U8);
  for (int y = 0; y < rgb.rows; ++y) {
    std::memcpy(picture.row<std::uint8_t>(y), rgb.ptr(y), static_cast<std::size_t>(rgb.cols) * 3);
  }
  return picture;
}

media::Picture enlargedPixels(const media::Picture& picture, int factor) {
  cv::Mat large;
  cv::resize(toMat(picture), large, {}, factor, factor, cv::INTER_NEAREST);
  return toPicture(large);
}

int letterWidth(const std::string& text, int height) {
  int baseline = 0;
  return cv::getTextSize(text, kFont, height / kCapital, thicknessFor(height), &baseline).width;
}

void letter(cv::Mat& canvas, const std::string& text, cv::Point at, int height,
            const cv::Scalar& colour, Align align) {
  if (align != Align::Left) {
    at.x -= letterWidth(text, height) / (align == Align::Centre ? 2 : 1);
  }
  cv::putText(canvas, text, at, kFont, height / kCapital, colour, thicknessFor(height),
              cv::LINE_AA);
}

cv::Vec3b viridis(double t) {
  static const Table table = tableOf(cv::COLORMAP_VIRIDIS);
  return entry(table, t);
}

cv::Vec3b hue(double t) {
  static const Table table = tableOf(cv::COLORMAP_HSV);
  return entry(table, t - std::floor(t));
}

} // namespace refscale::app::draw
