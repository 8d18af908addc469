// A loop over independent pieces on all cores, for pixel work inside core/media. Threads are
// started and joined inside the call; not a thread pool and not for pieces that block.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace refscale::media {

// Calls work(i) once for each i in [0, count), in no particular order. The first exception stops
// the loop and is thrown on: StopScope::check() in `work`, which looks on the calling thread alone,
// ends all of it.
template <typename Work>
void parallelFor(int count, const Work& work) {
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  std::atomic<int> next = 0;
  std::exception_ptr failure;
  std::mutex failureMutex;
  const auto loop = [&] {
    try {
      for (int i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(failureMutex);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (int i = 1; i < std::min(cores, count); ++i) helpers.emplace_back(loop);
    loop();
  }
  if (failure) std::rethrow_exception(failure);
}

} // namespace refscale::media
