// The half of EngineClient that lives in the worker thread. Everything that throws ends here and
// becomes a Failure.
#pragma once

#include <QObject>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/pause_gate.h"
#include "ui/worker/engine_client.h"

namespace refscale::ui {

// What requests of pre-flights are named, in logs and for scripted engines.
inline constexpr const char* kPreflightName = "pre-flight";

class EngineWorker : public QObject {
  Q_OBJECT
 public:
  explicit EngineWorker(EngineClient::Factory factory) : factory_(std::move(factory)) {}

  void load();
  void run(JobNumber job, const EngineRequest& request, const std::stop_token& stop,
           const std::shared_ptr<PauseGate>& pause);
  void tryModel(const std::filesystem::path& model);
  void preflight(JobNumber number, const PreflightRequest& request, const std::stop_token& stop);

 Q_SIGNALS:
  void engineReady(const refscale::ui::EngineInfo& info);
  void engineFailed(const refscale::ui::Failure& failure);
  void paused(refscale::ui::JobNumber job);
  void progressed(refscale::ui::JobNumber job, const refscale::Progress& progress);
  void matched(refscale::ui::JobNumber job, const refscale::ui::ResultHandle& matches);
  void retried(refscale::ui::JobNumber job);
  void rowsReady(refscale::ui::JobNumber job, const refscale::ui::ResultRows& rows);
  void finished(refscale::ui::JobNumber job, const refscale::ui::JobResult& result);
  void cancelled(refscale::ui::JobNumber job);
  void failed(refscale::ui::JobNumber job, const refscale::ui::Failure& failure);
  void modelTried(const std::filesystem::path& model, double seconds);
  void modelTryFailed(const std::filesystem::path& model, const refscale::ui::Failure& failure);
  void preflightFound(refscale::ui::JobNumber number, const refscale::ui::PreflightHandle& found);
  void preflightEnded(refscale::ui::JobNumber number, const refscale::ui::Failure& failure);

 private:
  pipeline::Engine& engine();
  // A loaded model, and what it was loaded as.
  struct Loaded {
    std::unique_ptr<pipeline::Upscaler> upscaler;
    std::string key; // model, device and precision
  };
  pipeline::Upscaler& upscaler(Loaded& kept, const std::filesystem::path& model,
                               const pipeline::EngineOptions& options);
  void scaleReferences(pipeline::UpscaleRequest& request, double scale);
  [[nodiscard]] JobResult computeOrRetry(JobNumber job, const EngineRequest& request,
                                         RunContext& context);
  [[nodiscard]] JobResult compute(JobNumber job, const EngineRequest& request,
                                  const RunContext& context);

  EngineClient::Factory factory_;
  std::shared_ptr<pipeline::Engine> engine_;
  Loaded running_;
  // References at another scale, as the last run had them: made once.
  struct Scaled {
    std::shared_ptr<const media::Picture> original, picture;
  };
  std::vector<Scaled> scaled_;
  Loaded looking_; // small copies go to their own, so that a run's matches are kept
};

// The exception that is being handled, as a value. Only inside a catch block.
[[nodiscard]] Failure currentFailure();

} // namespace refscale::ui
