// The worker's thread and the window's without Qt's event queue between them, for ThreadSanitizer:
// it cannot look into the system's Qt, whose queues would hide or invent races. Here a queue of the
// test's own hands requests over, and what the worker tells comes back through another.
#include <QTest>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "tests/ui/fakes.h"
#include "ui/worker/engine_worker.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

template <typename T>
class Handover {
 public:
  void give(T value) {
    const std::lock_guard lock(mutex_);
    values_.push_back(std::move(value));
    changed_.notify_one();
  }
  T take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !values_.empty(); });
    T value = std::move(values_.front());
    values_.pop_front();
    return value;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<T> values_;
};

struct Job {
  JobNumber number = 0; // 0: no more
  EngineRequest request;
  std::stop_token stop;
  std::shared_ptr<PauseGate> pause;
};

enum class End { Finished, Cancelled, Failed };
struct Told {
  JobNumber job = 0;
  End end = End::Failed;
  JobResult result;
};

EngineRequest makeRequest(int side) {
  EngineRequest request;
  request.request.name = "threads";
  request.request.input = std::make_shared<const media::Picture>(test::makeScene(side, side));
  request.request.references.push_back(
      {"reference", std::make_shared<const media::Picture>(test::makeScene(4 * side, 4 * side)),
       nullptr});
  return request;
}

} // namespace

class TstWorkerThreads : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void jobsArePausedResumedAndStoppedFromAnotherThread() {
    auto script = std::make_shared<test::Script>();
    EngineWorker worker([script] { return test::makeScriptedEngine(script); });
    Handover<Job> requests;
    Handover<Told> told;
    std::atomic<int> heard = 0; // progress, matches, rows, rests
    const auto hear = [&heard] { ++heard; };
    connect(&worker, &EngineWorker::progressed, this, hear, Qt::DirectConnection);
    connect(&worker, &EngineWorker::matched, this, hear, Qt::DirectConnection);
    connect(&worker, &EngineWorker::rowsReady, this, hear, Qt::DirectConnection);
    connect(
        &worker, &EngineWorker::finished, this,
        [&told](JobNumber job, const JobResult& result) {
          told.give({job, End::Finished, result});
        },
        Qt::DirectConnection);
    connect(
        &worker, &EngineWorker::cancelled, this,
        [&told](JobNumber job) {
          told.give({job, End::Cancelled, {}});
        },
        Qt::DirectConnection);
    connect(
        &worker, &EngineWorker::failed, this,
        [&told](JobNumber job, const Failure&) {
          told.give({job, End::Failed, {}});
        },
        Qt::DirectConnection);
    std::thread thread([&] {
      for (Job job = requests.take(); job.number != 0; job = requests.take()) {
        worker.run(job.number, job.request, job.stop, job.pause);
      }
    });

    std::mt19937 random(11);
    std::map<End, int> ends;
    std::vector<JobResult> results; // read here while the worker makes others
    constexpr JobNumber kJobs = 200;
    for (JobNumber number = 1; number <= kJobs; ++number) {
      std::stop_source stop;
      auto pause = std::make_shared<PauseGate>(hear);
      const int side = 8 + static_cast<int>(random() % 5);
      requests.give({number, makeRequest(side), stop.get_token(), pause});
      for (unsigned i = random() % 4; i > 0; --i) {
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 300));
        pause->pause();
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 300));
        pause->resume();
      }
      if (random() % 3 == 0) stop.request_stop();
      const Told end = told.take();
      QCOMPARE(end.job, number);
      ++ends[end.end];
      if (end.end != End::Finished) continue;
      QCOMPARE(end.result.result->picture.width(), 4 * side);
      QCOMPARE(end.result.pyramid->size(), QSize(4 * side, 4 * side));
      results.push_back(end.result);
      if (results.size() > 4) results.erase(results.begin()); // freed here
    }
    requests.give({});
    thread.join();
    QCOMPARE(ends[End::Failed], 0);
    QVERIFY(ends[End::Finished] > 0 && ends[End::Cancelled] > 0);
    QVERIFY(heard.load() > 0);
  }

  void aRestingJobIsStopped() {
    auto script = std::make_shared<test::Script>();
    script->holdRestore = true;
    EngineWorker worker([script] { return test::makeScriptedEngine(script); });
    std::atomic<bool> rests = false;
    std::atomic<bool> cancelled = false;
    connect(
        &worker, &EngineWorker::cancelled, this, [&cancelled](JobNumber) { cancelled = true; },
        Qt::DirectConnection);
    auto pause = std::make_shared<PauseGate>([&rests] { rests = true; });
    std::stop_source stop;
    pause->pause();
    std::thread thread([&] { worker.run(1, makeRequest(10), stop.get_token(), pause); });
    while (!rests) std::this_thread::yield();
    stop.request_stop();
    thread.join();
    QVERIFY(cancelled);
  }
};

QTEST_GUILESS_MAIN(TstWorkerThreads)
#include "tst_worker_threads.moc"
