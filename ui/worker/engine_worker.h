// The half of EngineClient that lives in the worker thread. Everything that throws ends here and
// becomes a Failure.
#pragma once

#include <QObject>
#include <memory>
#include <stop_token>
#include <string>

#include "ui/worker/engine_client.h"

namespace refscale::ui {

class EngineWorker : public QObject {
  Q_OBJECT
 public:
  explicit EngineWorker(EngineClient::Factory factory) : factory_(std::move(factory)) {}

  void load();
  void run(JobNumber job, const EngineRequest& request, const std::stop_token& stop);

 Q_SIGNALS:
  void engineReady(const refscale::ui::EngineInfo& info);
  void engineFailed(const refscale::ui::Failure& failure);
  void progressed(refscale::ui::JobNumber job, const refscale::Progress& progress);
  void matched(refscale::ui::JobNumber job, const refscale::ui::ResultHandle& matches);
  void finished(refscale::ui::JobNumber job, const refscale::ui::JobResult& result);
  void cancelled(refscale::ui::JobNumber job);
  void failed(refscale::ui::JobNumber job, const refscale::ui::Failure& failure);

 private:
  pipeline::Engine& engine();
  pipeline::Upscaler& upscaler(const EngineRequest& request);
  [[nodiscard]] JobResult compute(JobNumber job, const EngineRequest& request,
                                  const RunContext& context);

  EngineClient::Factory factory_;
  std::shared_ptr<pipeline::Engine> engine_;
  std::unique_ptr<pipeline::Upscaler> upscaler_;
  std::string loaded_; // model, device and precision of upscaler_
};

// The exception that is being handled, as a value. Only inside a catch block.
[[nodiscard]] Failure currentFailure();

} // namespace refscale::ui
