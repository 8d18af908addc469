// Ctrl-C and SIGTERM as a stop token. The signals are taken by a thread of their own, so that a
// stop runs ordinary code; a second signal ends the program at once. For subcommands only: the
// window leaves signals alone.
#pragma once

#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace refscale::app {

// What is left to undo when the program is ended at once, without its destructors: one thing at a
// time, set and cleared by who owns it.
class LastStep {
 public:
  void set(std::function<void()> undo); // empty: nothing is left to undo
  void take() noexcept;                 // undoes it, once

 private:
  std::mutex mutex_;
  std::function<void()> undo_;
};

// While it lives, the first signal already ends the program at once, with the last step undone: for
// work that cannot be interrupted and has written nothing, such as loading LibTorch.
class EndsAtOnce {
 public:
  EndsAtOnce() noexcept;
  ~EndsAtOnce();
  EndsAtOnce(const EndsAtOnce&) = delete;
  EndsAtOnce& operator=(const EndsAtOnce&) = delete;
  EndsAtOnce(EndsAtOnce&&) = delete;
  EndsAtOnce& operator=(EndsAtOnce&&) = delete;
};

// To be made before any other thread, which then inherits the blocked signals.
class Interrupt {
 public:
  Interrupt();

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }
  [[nodiscard]] LastStep& lastStep() { return lastStep_; } // taken at a second signal

 private:
  std::stop_source stop_;
  LastStep lastStep_;
  std::jthread watcher_; // last: joined before the others go
};

} // namespace refscale::app
