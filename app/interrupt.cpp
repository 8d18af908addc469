#include "app/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <ctime>
#include <string_view>
#include <utility>

#include "app/command.h"

namespace refscale::app {
namespace {

std::atomic<int> endAtOnce = 0; // how many EndsAtOnce live

sigset_t stopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  // A terminal that is closed; ignored under nohup.
  struct sigaction hangUp {};
  if (::sigaction(SIGHUP, nullptr, &hangUp) == 0 && hangUp.sa_handler != SIG_IGN) {
    sigaddset(&signals, SIGHUP);
  }
  return signals;
}

void say(std::string_view text) {
  // A terminal that is gone is no reason to do anything else.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

void watch(const std::stop_token& finished, std::stop_source& stop, LastStep& lastStep) {
  const sigset_t signals = stopSignals();
  while (!finished.stop_requested()) {
    const timespec wait{.tv_sec = 0, .tv_nsec = 50'000'000}; // how late the program may end
    if (sigtimedwait(&signals, nullptr, &wait) < 0) continue;
    if (stop.stop_requested()) {
      lastStep.take();
      ::_exit(kCancelled);
    }
    if (endAtOnce > 0) {
      lastStep.take();
      say("\nrefscale: Stopped; nothing was written.\n");
      ::_exit(kCancelled);
    }
    say("\nStopping ... (once more to end at once)\n");
    stop.request_stop();
  }
}

} // namespace

EndsAtOnce::EndsAtOnce() noexcept {
  ++endAtOnce;
}

EndsAtOnce::~EndsAtOnce() {
  --endAtOnce;
}

void LastStep::set(std::function<void()> undo) {
  const std::lock_guard lock(mutex_);
  undo_ = std::move(undo);
}

void LastStep::take() noexcept {
  const std::lock_guard lock(mutex_);
  if (undo_) undo_();
  undo_ = {};
}

Interrupt::Interrupt() {
  const sigset_t signals = stopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  watcher_ = std::jthread([this, stop = stop_](const std::stop_token& finished) mutable {
    watch(finished, stop, lastStep_);
  });
}

} // namespace refscale::app
