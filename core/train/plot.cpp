#include "core/train/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "core/train/png.h"

namespace refscale::train {
namespace {

using Colour = std::array<std::uint8_t, 3>;
constexpr Colour kInk = {40, 42, 46};
constexpr Colour kFaint = {205, 207, 210};
constexpr std::array<Colour, 6> kColours = {
    Colour{0, 114, 178}, {213, 94, 0}, {0, 158, 115}, {204, 121, 167},
    {110, 110, 110},     {230, 159, 0}}; // Okabe and Ito's: told apart by everybody

// Letters of 3 x 5 dots, top row first, three bits a row.
const std::map<char, std::array<int, 5>>& letters() {
  static const std::map<char, std::array<int, 5>> table = {
      {'0', {7, 5, 5, 5, 7}}, {'1', {2, 6, 2, 2, 7}}, {'2', {7, 1, 7, 4, 7}},
      {'3', {7, 1, 7, 1, 7}}, {'4', {5, 5, 7, 1, 1}}, {'5', {7, 4, 7, 1, 7}},
      {'6', {7, 4, 7, 5, 7}}, {'7', {7, 1, 1, 2, 2}}, {'8', {7, 5, 7, 5, 7}},
      {'9', {7, 5, 7, 1, 7}}, {'.', {0, 0, 0, 0, 2}}, {'-', {0, 0, 7, 0, 0}},
      {'_', {0, 0, 0, 0, 7}}, {'a', {7, 5, 7, 5, 5}}, {'b', {6, 5, 6, 5, 6}},
      {'c', {7, 4, 4, 4, 7}}, {'d', {6, 5, 5, 5, 6}}, {'e', {7, 4, 6, 4, 7}},
      {'f', {7, 4, 6, 4, 4}}, {'g', {7, 4, 5, 5, 7}}, {'h', {5, 5, 7, 5, 5}},
      {'i', {7, 2, 2, 2, 7}}, {'j', {1, 1, 1, 5, 7}}, {'k', {5, 5, 6, 5, 5}},
      {'l', {4, 4, 4, 4, 7}}, {'m', {5, 7, 7, 5, 5}}, {'n', {6, 5, 5, 5, 5}},
      {'o', {7, 5, 5, 5, 7}}, {'p', {7, 5, 7, 4, 4}}, {'q', {7, 5, 5, 7, 1}},
      {'r', {6, 5, 6, 5, 5}}, {'s', {7, 4, 7, 1, 7}}, {'t', {7, 2, 2, 2, 2}},
      {'u', {5, 5, 5, 5, 7}}, {'v', {5, 5, 5, 5, 2}}, {'w', {5, 5, 7, 7, 5}},
      {'x', {5, 5, 2, 5, 5}}, {'y', {5, 5, 7, 2, 2}}, {'z', {7, 1, 2, 4, 7}}};
  return table;
}

class Sheet {
 public:
  Sheet(int width, int height) : picture_(width, height, 3, media::Sample::U8) {
    std::memset(picture_.bytes().data(), 255, picture_.bytes().size());
  }
  void dot(int x, int y, const Colour& colour) {
    if (x < 0 || y < 0 || x >= picture_.width() || y >= picture_.height()) return;
    std::copy(colour.begin(), colour.end(), picture_.row<std::uint8_t>(y) + 3 * x);
  }
  void line(double x0, double y0, double x1, double y1, const Colour& colour) {
    const int steps = 1 + static_cast<int>(2 * std::max(std::abs(x1 - x0), std::abs(y1 - y0)));
    for (int i = 0; i <= steps; ++i) {
      const double t = static_cast<double>(i) / steps;
      const int x = static_cast<int>(std::lround(x0 + t * (x1 - x0)));
      const int y = static_cast<int>(std::lround(y0 + t * (y1 - y0)));
      dot(x, y, colour);
      dot(x, y + 1, colour);
    }
  }
  void write(int x, int y, const std::string& text, const Colour& colour) {
    constexpr int kDot = 2;
    for (const char c : text) {
      const auto found = letters().find(c);
      if (found != letters().end()) {
        for (int row = 0; row < 5; ++row) {
          for (int column = 0; column < 3; ++column) {
            if ((found->second[row] >> (2 - column) & 1) == 0) continue;
            for (int i = 0; i < kDot * kDot; ++i) {
              dot(x + column * kDot + i % kDot, y + row * kDot + i / kDot, colour);
            }
          }
        }
      }
      x += 4 * kDot;
    }
  }
  [[nodiscard]] media::Picture take() { return std::move(picture_); }

 private:
  media::Picture picture_;
};

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), std::abs(value) >= 1000 ? "%.0f" : "%.4g", value);
  return text.data();
}

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void add(double v) {
    low = std::min(low, v);
    high = std::max(high, v);
  }
  [[nodiscard]] double place(double v) const { return high > low ? (v - low) / (high - low) : 0.5; }
};

} // namespace

media::Picture drawCurves(const std::string& title, const std::vector<Curve>& curves, int width,
                          int height) {
  constexpr int kLeft = 76;
  constexpr int kTop = 28;
  constexpr int kRight = 16;
  constexpr int kBottom = 26;
  Range xs, ys;
  for (const Curve& curve : curves) {
    for (const auto& [x, y] : curve.points) {
      if (!std::isfinite(y)) continue;
      xs.add(x);
      ys.add(y);
    }
  }
  Sheet sheet(width, height);
  sheet.write(kLeft, 8, title, kInk);
  if (!(xs.high >= xs.low)) return sheet.take();
  const auto across = [&](double x) { return kLeft + xs.place(x) * (width - kLeft - kRight); };
  const auto down = [&](double y) {
    return height - kBottom - ys.place(y) * (height - kTop - kBottom);
  };
  constexpr int kLines = 4;
  for (int i = 0; i <= kLines; ++i) {
    const double y = ys.low + (ys.high - ys.low) * i / kLines;
    sheet.line(kLeft, down(y), width - kRight, down(y), kFaint);
    sheet.write(4, static_cast<int>(down(y)) - 5, number(y), kInk);
    const double x = xs.low + (xs.high - xs.low) * i / kLines;
    sheet.write(std::min(static_cast<int>(across(x)), width - kRight - 48), height - 16, number(x),
                kInk);
  }
  int nameX = kLeft + 8 * static_cast<int>(title.size()) + 32;
  for (std::size_t c = 0; c < curves.size(); ++c) {
    const Colour& colour = kColours[c % kColours.size()];
    const std::pair<double, double>* last = nullptr;
    for (const auto& point : curves[c].points) {
      if (!std::isfinite(point.second)) continue;
      const auto& from = last != nullptr ? *last : point;
      sheet.line(across(from.first), down(from.second), across(point.first), down(point.second),
                 colour);
      last = &point;
    }
    sheet.write(nameX, 8, curves[c].name, colour);
    nameX += 8 * static_cast<int>(curves[c].name.size()) + 24;
  }
  return sheet.take();
}

void plotLog(const std::filesystem::path& log, const std::filesystem::path& png) {
  Curve loss{"loss", {}};
  std::map<std::string, Curve> measured;
  std::ifstream file(log);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object() || !json.contains("step")) continue;
    const double step = json["step"].get<double>();
    const std::string event = json.value("event", std::string());
    if (event == "step" && json.contains("loss") && json["loss"].is_number()) {
      loss.points.emplace_back(step, json["loss"].get<double>());
    }
    if (event != "validation") continue;
    for (const auto& [key, value] : json.items()) {
      if (key == "step" || key == "seconds" || !value.is_number()) continue;
      measured[key].name = key;
      measured[key].points.emplace_back(step, value.get<double>());
    }
  }
  if (loss.points.empty()) return;
  constexpr int kWidth = 960;
  constexpr int kPanel = 320;
  std::vector<Curve> curves;
  curves.reserve(measured.size());
  for (auto& item : measured) curves.push_back(std::move(item.second));
  const media::Picture above = drawCurves("loss", {loss}, kWidth, kPanel);
  const media::Picture below = drawCurves("validation", curves, kWidth, kPanel);
  media::Picture both(kWidth, 2 * kPanel, 3, media::Sample::U8);
  std::memcpy(both.bytes().data(), above.bytes().data(), above.bytes().size());
  std::memcpy(both.bytes().data() + above.bytes().size(), below.bytes().data(),
              below.bytes().size());
  writePng(both, png);
}

} // namespace refscale::train
