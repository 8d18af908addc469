// A thread for what a view computes from values that it already has: colouring a map, counting a
// histogram, writing a file of either. One piece of work after the other; what came of it arrives
// in the window's thread. Not for the engine (engine_client.h) or for opening pictures
// (file_client.h).
#pragma once

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>
#include <utility>

namespace refscale::ui {

// A member of the object that wants the work done, declared last: it joins before the others go.
class Background {
 public:
  explicit Background(QObject& receiver);
  ~Background(); // waits for the work that runs; what is queued behind it is dropped
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  Background(Background&&) = delete;
  Background& operator=(Background&&) = delete;

  // Calls `work` in the thread and then `show` with its value in the receiver's thread. `work`
  // holds copies or shared data alone, and must not throw.
  template <typename Work, typename Show>
  void start(Work work, Show show) {
    post([this, work = std::move(work), show = std::move(show)] {
      QMetaObject::invokeMethod(
          &receiver_, [show, value = work()]() mutable { show(std::move(value)); },
          Qt::QueuedConnection);
    });
  }

 private:
  void post(std::function<void()> job);

  QObject& receiver_;
  QThread thread_;
  std::atomic<bool> stopped_ = false;
  QObject* inside_; // lives in thread_, deleted when it ends
};

} // namespace refscale::ui
