// Progress of a long command on stderr: on a terminal one bar with stage, percent and remaining
// time that redraws itself, elsewhere one plain line a stage. Log lines go through it, so that they
// never tear the bar.
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>
#include <string_view>

#include "core/base/run_context.h"
#include "core/pipeline/estimate.h"

namespace refscale::app {

using pipeline::Borrowing;

// "photo.jpg  restore  [########------]  57 %  0:12 left", at most `columns` wide; without the time
// while there is too little to tell it from (remainingSeconds < 0).
[[nodiscard]] std::string formatBar(std::string_view label, Stage stage, double fraction,
                                    double remainingSeconds, int columns);

class ProgressBar {
 public:
  enum class Style { Terminal, Lines, Quiet };
  // What stderr is.
  [[nodiscard]] static Style styleOfStderr(bool quiet);

  ProgressBar(std::ostream& stream, Style style, LogLevel lowest);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ProgressBar(ProgressBar&&) = delete;
  ProgressBar& operator=(ProgressBar&&) = delete;

  // Starts the next job; the time counts from here.
  void begin(std::string label, Borrowing borrowing = Borrowing::Yes);
  void update(const Progress& progress);
  void log(LogLevel level, std::string_view text);
  // A line of the command itself ("3 files ..."); kept out when quiet.
  void say(std::string_view text);
  // Takes the bar off the terminal.
  void finish();

  // A context whose sinks are this bar, which must outlive it.
  [[nodiscard]] RunContext context(std::stop_token stop);

 private:
  void erase();

  std::ostream& stream_;
  Style style_;
  LogLevel lowest_;
  std::string label_;
  Borrowing borrowing_ = Borrowing::Yes;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
  int lastPercent_ = -1;
  int lastStage_ = -1;
  bool visible_ = false;
};

} // namespace refscale::app
