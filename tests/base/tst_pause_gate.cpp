#include <QTest>
#include <atomic>
#include <thread>

#include "core/base/error.h"
#include "core/base/pause_gate.h"
#include "core/base/run_context.h"

using namespace refscale;

// Work in small steps on a thread of its own, as an engine does it.
class Worker {
 public:
  Worker() {
    gate = std::make_shared<PauseGate>([this] { ++rests; });
    context.pause = gate;
    context.stop = source.get_token();
  }
  ~Worker() {
    source.request_stop();
    if (thread.joinable()) thread.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  Worker(Worker&&) = delete;
  Worker& operator=(Worker&&) = delete;

  void start() {
    thread = std::thread([this] {
      try {
        while (!finish) {
          context.checkStop();
          ++steps;
          std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
      } catch (const Error& error) {
        stopped = error.kind() == Kind::Cancelled;
      }
      rested = restedSeconds();
      ended = true;
    });
  }

  std::shared_ptr<PauseGate> gate;
  RunContext context;
  std::stop_source source;
  std::atomic<int> steps = 0;
  std::atomic<int> rests = 0;
  std::atomic<bool> finish = false;
  std::atomic<bool> stopped = false;
  std::atomic<bool> ended = false;
  std::atomic<double> rested = 0;
  std::thread thread;
};

class TstPauseGate : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aPausedRunRestsAndGoesOn() {
    Worker worker;
    worker.start();
    QTRY_VERIFY(worker.steps > 3);
    worker.gate->pause();
    QTRY_COMPARE(worker.rests.load(), 1);
    const int steps = worker.steps;
    QTest::qWait(50);
    QCOMPARE(worker.steps.load(), steps);
    worker.gate->resume();
    QTRY_VERIFY(worker.steps > steps);
    QCOMPARE(worker.rests.load(), 1);
    worker.finish = true;
    QTRY_VERIFY(worker.ended);
    QVERIFY2(worker.rested >= 0.05, QByteArray::number(worker.rested));
    QVERIFY(!worker.stopped);
  }
  void everyPauseIsTold() {
    Worker worker;
    worker.gate->pause();
    worker.start();
    QTRY_COMPARE(worker.rests.load(), 1);
    worker.gate->resume();
    worker.gate->pause(); // perhaps before the thread woke
    QTRY_COMPARE(worker.rests.load(), 2);
    worker.gate->resume();
    QTRY_VERIFY(worker.steps > 0);
    QCOMPARE(worker.rests.load(), 2);
  }
  void aPausedRunCanBeStopped() {
    Worker worker;
    worker.gate->pause();
    worker.start();
    QTRY_COMPARE(worker.rests.load(), 1);
    worker.source.request_stop();
    QTRY_VERIFY(worker.ended);
    QVERIFY(worker.stopped);
  }
  void aStopThatCameFirstIsNotHeldUp() {
    Worker worker;
    worker.gate->pause();
    worker.source.request_stop();
    QVERIFY_EXCEPTION_THROWN(worker.context.checkStop(), Error);
    QCOMPARE(worker.rests.load(), 0);
  }
};

QTEST_GUILESS_MAIN(TstPauseGate)
#include "tst_pause_gate.moc"
