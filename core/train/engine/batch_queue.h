// Batches made ahead by several threads and taken in the order of their steps. What a batch holds
// depends on its step alone, so that the number of threads changes nothing but the time.
#pragma once

#include <omp.h>

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace refscale::train {

template <typename Batch>
class BatchQueue {
 public:
  // `make(step)` is called on `threads` threads for first, first + 1, ... and must be safe to.
  BatchQueue(int first, int threads, std::function<Batch(int)> make)
      : make_(std::move(make)), next_(first), taken_(first), ahead_(threads + 1) {
    for (int i = 0; i < threads; ++i) {
      threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
  }
  ~BatchQueue() {
    for (auto& thread : threads_) thread.request_stop();
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
  }
  BatchQueue(const BatchQueue&) = delete;
  BatchQueue& operator=(const BatchQueue&) = delete;
  BatchQueue(BatchQueue&&) = delete;
  BatchQueue& operator=(BatchQueue&&) = delete;

  // The next step's batch; throws what making it threw.
  Batch take() {
    const auto begin = std::chrono::steady_clock::now();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return made_.contains(taken_); });
    waited_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    auto made = std::move(made_.extract(taken_++).mapped());
    lock.unlock();
    changed_.notify_all();
    if (auto* failure = std::get_if<std::exception_ptr>(&made)) std::rethrow_exception(*failure);
    return std::get<Batch>(std::move(made));
  }
  [[nodiscard]] double waitedSeconds() const noexcept { return waited_; }

 private:
  void work(const std::stop_token& stop) {
    omp_set_num_threads(1); // of this thread alone: the cores belong to the training
    while (true) {
      int step = 0;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop.stop_requested() || next_ < taken_ + ahead_; });
        if (stop.stop_requested()) return;
        step = next_++;
      }
      std::variant<Batch, std::exception_ptr> made;
      try {
        made = make_(step);
      } catch (...) { // handed to the thread that takes
        made = std::current_exception();
      }
      const std::lock_guard lock(mutex_);
      made_.emplace(step, std::move(made));
      changed_.notify_all();
    }
  }

  std::function<Batch(int)> make_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<int, std::variant<Batch, std::exception_ptr>> made_;
  int next_;  // to be made
  int taken_; // to be taken
  int ahead_;
  double waited_ = 0;
  std::vector<std::jthread> threads_; // last: joined before the rest goes
};

} // namespace refscale::train
