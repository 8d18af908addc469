// The window's end of the engine: a thread of its own that owns the engine and its loaded model.
// Requests go in with a job number, what becomes of them comes back as signals; what belongs to an
// older job is dropped. Not for reading or writing files (file_client.h).
#pragma once

#include <QObject>
#include <QThread>
#include <functional>
#include <stop_token>

#include "ui/worker/messages.h"

namespace refscale::ui {

class EngineWorker;

class EngineClient : public QObject {
  Q_OBJECT
 public:
  // Called once, in the thread, by the first load() or start(). The product passes
  // pipeline::loadEngine, tests a scripted one.
  using Factory = std::function<std::shared_ptr<pipeline::Engine>()>;

  explicit EngineClient(Factory factory, QObject* parent = nullptr);
  ~EngineClient() override; // stops what runs and joins
  EngineClient(const EngineClient&) = delete;
  EngineClient& operator=(const EngineClient&) = delete;
  EngineClient(EngineClient&&) = delete;
  EngineClient& operator=(EngineClient&&) = delete;

  // Brings the engine into memory; engineReady or engineFailed follows.
  void load();

  // Starts a job and returns its number; a job that still runs is stopped and never heard of again.
  JobNumber start(EngineRequest request);

  // Looks at a reference while nothing more important is to do: a job that starts stops it. Ends
  // with preflightFound or preflightEnded; what an earlier call began is stopped and not heard of.
  JobNumber preflight(PreflightRequest request);
  void stopPreflight();

  // Loads a model beside the one in use and enlarges a tiny picture with it, when nothing else
  // runs; modelTried() or modelTryFailed() follows.
  void tryModel(std::filesystem::path model);

  // Lets the running job rest where it is, its memory kept; paused() follows when it does, or one
  // of the ends when it was just there.
  void pause();
  void resume();
  // Stops the running job; cancelled() follows, or finished() when it was just done.
  void cancel();

 Q_SIGNALS:
  void engineReady(const refscale::ui::EngineInfo& info);
  void engineFailed(const refscale::ui::Failure& failure);
  void paused(refscale::ui::JobNumber job);
  void progressed(refscale::ui::JobNumber job, const refscale::Progress& progress);
  // The matches, before the restoration begins; without a picture.
  void matched(refscale::ui::JobNumber job, const refscale::ui::ResultHandle& matches);
  // Memory ran out: the job begins again in smaller pieces, its matches kept. Once a job.
  void retried(refscale::ui::JobNumber job);
  // Rows of the result while others are still made; large pictures only.
  void rowsReady(refscale::ui::JobNumber job, const refscale::ui::ResultRows& rows);
  void finished(refscale::ui::JobNumber job, const refscale::ui::JobResult& result);
  void cancelled(refscale::ui::JobNumber job);
  void failed(refscale::ui::JobNumber job, const refscale::ui::Failure& failure);
  void modelTried(const std::filesystem::path& model, double seconds);
  void modelTryFailed(const std::filesystem::path& model, const refscale::ui::Failure& failure);
  void preflightFound(refscale::ui::JobNumber number, const refscale::ui::PreflightHandle& found);
  void preflightEnded(refscale::ui::JobNumber number, const refscale::ui::Failure& failure);

 private:
  [[nodiscard]] bool isCurrent(JobNumber job) const { return job == current_; }

  QThread thread_;
  EngineWorker* worker_; // lives in thread_, deleted when it ends
  JobNumber current_ = 0;
  std::stop_source stop_{std::nostopstate};
  std::shared_ptr<PauseGate> pause_; // of the newest job
  JobNumber preflight_ = 0;
  std::stop_source preflightStop_{std::nostopstate};
};

} // namespace refscale::ui
