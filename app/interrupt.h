// Ctrl-C and SIGTERM as a stop token. The signals are taken by a thread of their own, so that a
// stop runs ordinary code; a second signal ends the program at once. For subcommands only: the
// window leaves signals alone.
#pragma once

#include <stop_token>
#include <thread>

namespace refscale::app {

// To be made before any other thread, which then inherits the blocked signals.
class Interrupt {
 public:
  Interrupt();

  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

 private:
  std::stop_source stop_;
  std::jthread watcher_; // last: joined before stop_ goes
};

} // namespace refscale::app
