#include "app/progress_bar.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <ostream>
#include <utility>

#include "app/text.h"

namespace refscale::app {
namespace {

constexpr int kWidestBar = 40;

int terminalColumns() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

std::string clock(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  std::array<char, 32> text{};
  if (whole >= 3600) {
    std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60,
                  whole % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60);
  }
  return text.data();
}

// Cut by characters, not bytes, with dots where something is missing.
std::string shortened(std::string_view text, int characters) {
  const auto isStart = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  if (std::count_if(text.begin(), text.end(), isStart) <= characters) return std::string(text);
  if (characters < 4) return {};
  int kept = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    if (isStart(text[end]) && ++kept > characters - 3) break;
    ++end;
  }
  return std::string(text.substr(0, end)) + "...";
}

} // namespace

std::string formatBar(std::string_view label, Stage stage, double fraction, double remainingSeconds,
                      int columns) {
  std::array<char, 16> percent{};
  std::snprintf(percent.data(), percent.size(), "%3d %%", static_cast<int>(fraction * 100));
  std::string tail = std::string("  ") + percent.data();
  if (remainingSeconds >= 0) tail += "  " + clock(remainingSeconds) + " left";
  std::array<char, 16> stageText{};
  std::snprintf(stageText.data(), stageText.size(), "%-7s", stageName(stage));

  const int fixed = static_cast<int>(tail.size()) + 7 + 2 + 2; // stage, gap, brackets
  const std::string name = shortened(label, std::clamp(columns - fixed - 12, 0, 32));
  const int used = fixed + (name.empty() ? 0 : static_cast<int>(name.size()) + 2);
  const int bar = std::clamp(columns - used - 1, 0, kWidestBar);
  const int filled = static_cast<int>(std::lround(bar * std::clamp(fraction, 0.0, 1.0)));
  std::string line = name.empty() ? "" : name + "  ";
  line += stageText.data();
  if (bar >= 5) {
    line += "  [" + std::string(filled, '#') + std::string(bar - filled, '-') + "]";
  }
  return line + tail;
}

ProgressBar::Style ProgressBar::styleOfStderr(bool quiet) {
  if (quiet) return Style::Quiet;
  return ::isatty(STDERR_FILENO) != 0 ? Style::Terminal : Style::Lines;
}

ProgressBar::ProgressBar(std::ostream& stream, Style style, LogLevel lowest)
    : stream_(stream), style_(style), lowest_(lowest) {}

ProgressBar::~ProgressBar() {
  finish();
}

void ProgressBar::begin(std::string label, Borrowing borrowing) {
  finish();
  borrowing_ = borrowing;
  label_ = printable(std::move(label));
  started_ = std::chrono::steady_clock::now();
  drawn_ = {};
  lastPercent_ = -1;
  lastStage_ = -1;
}

void ProgressBar::update(const Progress& progress) {
  if (style_ == Style::Quiet) return;
  const int stage = static_cast<int>(progress.stage);
  if (style_ == Style::Lines) {
    if (stage != lastStage_) stream_ << label_ << ": " << stageName(progress.stage) << std::endl;
    lastStage_ = stage;
    return;
  }
  const double fraction = pipeline::overallFraction(progress, borrowing_);
  const int percent = static_cast<int>(fraction * 100);
  const auto now = std::chrono::steady_clock::now();
  const bool news = stage != lastStage_ || percent != lastPercent_;
  if (!news && now - drawn_ < std::chrono::milliseconds(500)) return;
  const double elapsed = std::chrono::duration<double>(now - started_).count();
  // Two seconds and a few percent in, the rate of what is done tells the rest well enough.
  const double remaining =
      elapsed > 2 && fraction > 0.03 ? elapsed * (1 - fraction) / fraction : -1.0;
  erase();
  stream_ << formatBar(label_, progress.stage, fraction, remaining, terminalColumns())
          << std::flush;
  visible_ = true;
  drawn_ = now;
  lastPercent_ = percent;
  lastStage_ = stage;
}

void ProgressBar::log(LogLevel level, std::string_view text) {
  if (level < lowest_) return;
  erase();
  const bool details = level == LogLevel::Debug; // of several lines
  stream_ << (level == LogLevel::Warning ? "warning: " : "")
          << (details ? std::string(text) : printable(std::string(text))) << std::endl;
}

void ProgressBar::say(std::string_view text) {
  if (style_ == Style::Quiet) return;
  erase();
  stream_ << printable(std::string(text)) << std::endl;
}

void ProgressBar::finish() {
  erase();
  stream_ << std::flush;
}

void ProgressBar::erase() {
  if (visible_) stream_ << "\r\033[K";
  visible_ = false;
}

RunContext ProgressBar::context(std::stop_token stop) {
  RunContext context;
  context.progressSink = [this](const Progress& progress) { update(progress); };
  context.logSink = [this](LogLevel level, std::string_view text) { log(level, text); };
  context.stop = std::move(stop);
  return context;
}

} // namespace refscale::app
