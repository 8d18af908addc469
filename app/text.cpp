#include "app/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace refscale::app {

std::string fixed(double value, int decimals) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

std::string sizeText(int width, int height) {
  return std::to_string(width) + " x " + std::to_string(height);
}

std::string bytesText(std::int64_t bytes) {
  constexpr std::array kUnits = {"B", "KiB", "MiB", "GiB", "TiB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 1024 && unit + 1 < kUnits.size()) {
    value /= 1024;
    ++unit;
  }
  return fixed(value, unit == 0 ? 0 : 1) + " " + kUnits.at(unit);
}

std::string padded(std::string text, std::size_t to) {
  if (text.size() < to) text.append(to - text.size(), ' ');
  return text;
}

std::string quoted(const std::filesystem::path& path) {
  return "\"" + path.string() + "\"";
}

std::string printable(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < ' ' || c == 0x7f; }, '?');
  return text;
}

std::string runText(const pipeline::Report& report) {
  std::string text;
  for (const auto& [stage, seconds] : report.seconds) {
    if (!text.empty()) text += ", ";
    text += stage + " " + fixed(seconds, 1) + " s";
  }
  return text + "; " + report.model + " on " + report.device + " in " + report.dtype + ", " +
         bytesText(report.peakBytes) + " at most";
}

} // namespace refscale::app
