// A thread for what a view computes from values that it already has: colouring a map, counting a
// histogram, writing a file of either. One piece of work after the other; what came of it arrives
// in the window's thread. Not for the engine (engine_client.h) or for opening pictures
// (file_client.h).
#pragma once

#include <QObject>
#include <QThread>
#include <atomic>
#include <cstdint>
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

// One question that is asked again and again, as while a handle is dragged: what is asked while the
// thread works replaces what waits, so that nothing piles up. drop() makes all that was asked
// before it stale: its value is never shown. Declared last, as Background is.
class NewestOnly {
 public:
  explicit NewestOnly(QObject& receiver) : background_(receiver) {}

  template <typename Work, typename Show>
  void start(Work work, Show show) {
    waiting_ = [this, number = number_, work = std::move(work), show = std::move(show)] {
      background_.start(work, [this, number, show](auto value) {
        busy_ = false;
        if (number == number_) show(std::move(value));
        next();
      });
    };
    if (!busy_) next();
  }
  void drop() {
    ++number_;
    waiting_ = nullptr;
  }
  [[nodiscard]] bool isBusy() const { return busy_; }

 private:
  void next() {
    if (busy_ || !waiting_) return; // `show` may have asked again
    busy_ = true;
    std::exchange(waiting_, nullptr)();
  }

  std::uint64_t number_ = 0;
  bool busy_ = false;
  std::function<void()> waiting_;
  Background background_;
};

} // namespace refscale::ui
