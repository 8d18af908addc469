#include "ui/run_commands.h"

#include "ui/actions.h"
#include "ui/session.h"

namespace refscale::ui {

void connectRuns(const Actions& actions, Session& session) {
  const auto on = [&](ActionId id, void (Session::*work)()) {
    QObject::connect(&actions[id], &QAction::triggered, &session, work);
  };
  on(ActionId::Upscale, &Session::run);
  on(ActionId::UpscaleWithout, &Session::runWithoutReference);
  on(ActionId::UseBetter, &Session::useBetterReference);
  on(ActionId::UseCpu, &Session::runOnCpu);
  on(ActionId::UseFp32, &Session::runInFp32);
  on(ActionId::UseSmallerReferences, &Session::runWithSmallerReferences);
  on(ActionId::WhyNoGpu, &Session::sayWhyNoGpu);
  on(ActionId::ShuffledControl, &Session::runShuffledControl);
  on(ActionId::Pause, &Session::pause);
  on(ActionId::Resume, &Session::resume);
}

} // namespace refscale::ui
