#include "core/base/pause_gate.h"

#include <chrono>

namespace refscale {
namespace {

thread_local double rested = 0;

} // namespace

void PauseGate::pause() {
  {
    const std::lock_guard lock(mutex_);
    paused_ = true;
    ++pauses_;
  }
  changed_.notify_all();
}

void PauseGate::resume() {
  {
    const std::lock_guard lock(mutex_);
    paused_ = false;
  }
  changed_.notify_all();
}

void PauseGate::rest(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  if (!paused_ || stop.stop_requested()) return;
  const auto begin = std::chrono::steady_clock::now();
  while (paused_ && !stop.stop_requested()) {
    const unsigned known = pauses_;
    if (resting_) {
      lock.unlock(); // it may call back
      resting_();
      lock.lock();
    }
    changed_.wait(lock, stop, [&] { return !paused_ || pauses_ != known; });
  }
  rested += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double restedSeconds() noexcept {
  return rested;
}

} // namespace refscale
