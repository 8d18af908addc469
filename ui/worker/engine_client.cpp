#include "ui/worker/engine_client.h"

#include <sys/resource.h>

#include <utility>

#include "ui/worker/engine_worker.h"

namespace refscale::ui {
namespace {

// The window goes first where both want a core. On Linux this is the calling thread's own, and that
// of the threads it makes.
constexpr int kNiceness = 5;

} // namespace

EngineClient::EngineClient(Factory factory, QObject* parent)
    : QObject(parent), worker_(new EngineWorker(std::move(factory))) {
  thread_.setObjectName("engine");
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::started, worker_,
          [] { (void)::setpriority(PRIO_PROCESS, 0, kNiceness); });
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  connect(worker_, &EngineWorker::engineReady, this, &EngineClient::engineReady);
  connect(worker_, &EngineWorker::engineFailed, this, &EngineClient::engineFailed);
  connect(worker_, &EngineWorker::paused, this, [this](JobNumber job) {
    if (isCurrent(job)) Q_EMIT paused(job);
  });
  connect(worker_, &EngineWorker::retried, this, [this](JobNumber job) {
    if (isCurrent(job)) Q_EMIT retried(job);
  });
  connect(worker_, &EngineWorker::progressed, this,
          [this](JobNumber job, const Progress& progress) {
            if (isCurrent(job)) Q_EMIT progressed(job, progress);
          });
  connect(worker_, &EngineWorker::matched, this,
          [this](JobNumber job, const ResultHandle& matches) {
            if (isCurrent(job)) Q_EMIT matched(job, matches);
          });
  connect(worker_, &EngineWorker::rowsReady, this, [this](JobNumber job, const ResultRows& rows) {
    if (isCurrent(job)) Q_EMIT rowsReady(job, rows);
  });
  connect(worker_, &EngineWorker::finished, this, [this](JobNumber job, const JobResult& result) {
    if (isCurrent(job)) Q_EMIT finished(job, result);
  });
  connect(worker_, &EngineWorker::cancelled, this, [this](JobNumber job) {
    if (isCurrent(job)) Q_EMIT cancelled(job);
  });
  connect(worker_, &EngineWorker::failed, this, [this](JobNumber job, const Failure& failure) {
    if (isCurrent(job)) Q_EMIT failed(job, failure);
  });
  connect(worker_, &EngineWorker::modelTried, this, &EngineClient::modelTried);
  connect(worker_, &EngineWorker::modelTryFailed, this, &EngineClient::modelTryFailed);
  connect(worker_, &EngineWorker::preflightFound, this,
          [this](JobNumber number, const PreflightHandle& found) {
            if (number == preflight_) Q_EMIT preflightFound(number, found);
          });
  connect(worker_, &EngineWorker::preflightEnded, this,
          [this](JobNumber number, const Failure& failure) {
            if (number == preflight_) Q_EMIT preflightEnded(number, failure);
          });
  thread_.start();
}

EngineClient::~EngineClient() {
  stop_.request_stop();
  preflightStop_.request_stop();
  thread_.quit();
  thread_.wait();
}

void EngineClient::load() {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_] { worker->load(); }, Qt::QueuedConnection);
}

JobNumber EngineClient::start(EngineRequest request) {
  stop_.request_stop();
  preflightStop_.request_stop();
  stop_ = std::stop_source();
  const JobNumber job = ++current_;
  pause_ = std::make_shared<PauseGate>([worker = worker_, job] { Q_EMIT worker->paused(job); });
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, job, request = std::move(request), stop = stop_.get_token(),
       pause = pause_] { worker->run(job, request, stop, pause); },
      Qt::QueuedConnection);
  return job;
}

JobNumber EngineClient::preflight(PreflightRequest request) {
  preflightStop_.request_stop();
  preflightStop_ = std::stop_source();
  const JobNumber number = ++preflight_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, request = std::move(request), stop = preflightStop_.get_token()] {
        worker->preflight(number, request, stop);
      },
      Qt::QueuedConnection);
  return number;
}

void EngineClient::tryModel(std::filesystem::path model) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, model = std::move(model)] { worker->tryModel(model); },
      Qt::QueuedConnection);
}

void EngineClient::stopPreflight() {
  preflightStop_.request_stop();
}

void EngineClient::pause() {
  if (pause_) pause_->pause();
}

void EngineClient::resume() {
  if (pause_) pause_->resume();
}

void EngineClient::cancel() {
  stop_.request_stop();
}

} // namespace refscale::ui
