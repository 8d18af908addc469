#include "app/draw/maps.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "app/draw/canvas.h"
#include "app/text.h"

namespace refscale::app::draw {
namespace {

constexpr int kMargin = 24;
constexpr int kTitle = 56;   // the band of the title
constexpr int kLegend = 190; // the band of bar or wheel, at the right
constexpr int kLettering = 11;
constexpr int kWanted = 900; // pixels of the map's longer side
constexpr double kTau = 6.283185307179586;

// Whole-numbered enlargement keeps cells square; large fields are reduced.
cv::Mat enlarged(const cv::Mat& cells) {
  const int longer = std::max(cells.cols, cells.rows);
  cv::Mat result;
  if (longer > kWanted) {
    const double scale = static_cast<double>(kWanted) / longer;
    cv::resize(cells, result, {}, scale, scale, cv::INTER_AREA);
  } else {
    const int factor = std::max(1, kWanted / longer);
    cv::resize(cells, result, {}, factor, factor, cv::INTER_NEAREST);
  }
  return result;
}

struct Sheet {
  cv::Mat canvas;
  cv::Rect map;
};

Sheet sheetFor(const cv::Mat& cells, const std::string& title) {
  const cv::Mat picture = enlarged(cells);
  const int height = std::max(picture.rows, 260);
  Sheet sheet{
      cv::Mat(height + kTitle + kMargin, picture.cols + kLegend + 2 * kMargin, CV_8UC3, kPaper),
      cv::Rect(kMargin, kTitle, picture.cols, picture.rows)};
  picture.copyTo(sheet.canvas(sheet.map));
  cv::rectangle(sheet.canvas, sheet.map, kFaint, 1);
  letter(sheet.canvas, title, {kMargin, kTitle - 20}, 15, kInk);
  return sheet;
}

int decimalsFor(double step) {
  return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
}

void drawBar(Sheet& sheet, double low, double high, const std::string& unit) {
  const cv::Rect bar(sheet.map.x + sheet.map.width + kMargin, kTitle, 22,
                     std::max(sheet.map.height, 260));
  for (int y = 0; y < bar.height; ++y) {
    const auto c = viridis(1 - (y + 0.5) / bar.height);
    cv::line(sheet.canvas, {bar.x, bar.y + y}, {bar.x + bar.width - 1, bar.y + y},
             cv::Scalar(c[0], c[1], c[2]));
  }
  cv::rectangle(sheet.canvas, bar, kFaint, 1);
  const double step = tickStep(low, high);
  for (double value = std::ceil(low / step - 1e-9) * step; value <= high + step * 1e-6;
       value += step) {
    const int y = bar.y + bar.height - 1 -
                  static_cast<int>(std::lround((value - low) / (high - low) * (bar.height - 1)));
    cv::line(sheet.canvas, {bar.x + bar.width, y}, {bar.x + bar.width + 6, y}, kInk, 1,
             cv::LINE_AA);
    const double shown = std::abs(value) < step * 1e-6 ? 0.0 : value;
    letter(sheet.canvas, fixed(shown, decimalsFor(step)), {bar.x + bar.width + 12, y + 5},
           kLettering, kInk);
  }
  letter(sheet.canvas, unit, {bar.x, kTitle - 20}, kLettering, kFaint);
}

// Directions run as on the picture: right is 0, down a quarter turn.
cv::Vec3b directionColour(double x, double y, double strength) {
  const auto pure = hue(std::atan2(y, x) / kTau);
  cv::Vec3b mixed;
  for (int c = 0; c < 3; ++c) {
    mixed[c] = cv::saturate_cast<uchar>(255 + (0.9 * pure[c] - 255.0) * std::sqrt(strength));
  }
  return mixed;
}

void drawWheel(Sheet& sheet, double longest) {
  constexpr int kRadius = 62;
  const cv::Point centre(sheet.map.x + sheet.map.width + kMargin + kRadius + 12,
                         kTitle + kRadius + 30);
  for (int y = -kRadius; y <= kRadius; ++y) {
    for (int x = -kRadius; x <= kRadius; ++x) {
      const double r = std::hypot(x, y) / kRadius;
      if (r > 1) continue;
      sheet.canvas.at<cv::Vec3b>(centre.y + y, centre.x + x) = directionColour(x, y, r);
    }
  }
  cv::circle(sheet.canvas, centre, kRadius, kFaint, 1, cv::LINE_AA);
  letter(sheet.canvas, "up", centre + cv::Point(0, -kRadius - 8), kLettering, kInk, Align::Centre);
  letter(sheet.canvas, "down", centre + cv::Point(0, kRadius + 20), kLettering, kInk,
         Align::Centre);
  letter(sheet.canvas, "right", centre + cv::Point(kRadius + 6, 5), kLettering, kInk);
  letter(sheet.canvas, "rim: " + fixed(longest, longest < 10 ? 1 : 0) + " px",
         centre + cv::Point(0, kRadius + 46), kLettering, kFaint, Align::Centre);
}

} // namespace

double tickStep(double low, double high) {
  const double rough = (high - low) / 8;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

double percentile(const Field<float>& field, double share) {
  std::vector<float> values;
  for (const float v : field.values) {
    if (std::isfinite(v)) values.push_back(v);
  }
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

Field<float> lengths(const Field<Vec2f>& field) {
  Field<float> result(field.width, field.height, field.step);
  std::transform(field.values.begin(), field.values.end(), result.values.begin(),
                 [](const Vec2f& v) { return std::hypot(v.x, v.y); });
  return result;
}

media::Picture scalarMap(const Field<float>& field, const MapStyle& style) {
  double high = style.high;
  if (high <= style.low) high = percentile(field, 0.98);
  if (!(high > style.low)) high = style.low + 1; // a field of one value
  cv::Mat cells(field.height, field.width, CV_8UC3);
  for (int y = 0; y < field.height; ++y) {
    for (int x = 0; x < field.width; ++x) {
      const float v = field.at(x, y);
      cells.at<cv::Vec3b>(y, x) = std::isfinite(v) ? viridis((v - style.low) / (high - style.low))
                                                   : cv::Vec3b(128, 128, 128);
    }
  }
  Sheet sheet = sheetFor(cells, style.title);
  drawBar(sheet, style.low, high, style.unit);
  return toPicture(sheet.canvas);
}

media::Picture directionMap(const Field<Vec2f>& field, const std::string& title) {
  double longest = percentile(lengths(field), 0.98);
  if (!(longest > 0)) longest = 1;
  cv::Mat cells(field.height, field.width, CV_8UC3);
  for (int y = 0; y < field.height; ++y) {
    for (int x = 0; x < field.width; ++x) {
      const auto& v = field.at(x, y);
      const double strength = std::min(1.0, std::hypot(v.x, v.y) / longest);
      cells.at<cv::Vec3b>(y, x) = directionColour(v.x, v.y, strength);
    }
  }
  Sheet sheet = sheetFor(cells, title);
  drawWheel(sheet, longest);
  return toPicture(sheet.canvas);
}

} // namespace refscale::app::draw
