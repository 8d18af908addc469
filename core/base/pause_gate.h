// Lets a run rest between two looks for a stop, with its work kept in memory.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace refscale {

// One side pauses and resumes, from any thread; the other rests in RunContext::checkStop().
class PauseGate {
 public:
  // `resting` is called on the thread that works, when it begins to rest; it must not throw.
  explicit PauseGate(std::function<void()> resting = {}) : resting_(std::move(resting)) {}

  void pause();
  void resume();
  // Returns at once unless paused, else when resumed or when a stop is requested.
  void rest(const std::stop_token& stop);

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool paused_ = false;
  unsigned pauses_ = 0; // asked for so far: each that finds a resting thread is told again
  std::function<void()> resting_;
};

// Seconds that the calling thread has rested so far: no part of what its work takes.
[[nodiscard]] double restedSeconds() noexcept;

} // namespace refscale
