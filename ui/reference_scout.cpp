#include "ui/reference_scout.h"

#include <algorithm>

#include "ui/session.h"

namespace refscale::ui {

PreflightRequest lookAt(const DocumentState& state, const PictureHandle& reference, int threads,
                        double sure) {
  PreflightRequest request;
  request.model = Session::modelPath(state.settings.model);
  request.engine.device = state.settings.device.toStdString();
  request.engine.precision = state.settings.precision;
  request.engine.threads = threads;
  request.input = state.input;
  request.reference = reference;
  request.sure = sure;
  return request;
}

ReferenceScout::ReferenceScout(Document& document, EngineClient& engine, QObject* parent)
    : QObject(parent), document_(document), engine_(engine) {
  connect(&document_, &Document::stateChanged, this, &ReferenceScout::lookOn);
  connect(&document_, &Document::jobChanged, this, &ReferenceScout::lookOn);
  connect(&engine_, &EngineClient::preflightFound, this,
          [this](JobNumber number, const PreflightHandle& found) {
            if (number != number_ || !current_.reference) return;
            PreflightItem item = current_;
            item.found = found;
            forget();
            document_.addPreflight(std::move(item));
            lookOn();
          });
  connect(&engine_, &EngineClient::preflightEnded, this,
          [this](JobNumber number, const Failure& failure) {
            if (number != number_ || !current_.reference) return;
            const PreflightItem item = current_;
            forget();
            // What could not be looked at is not tried again; the run says why.
            if (failure.kind != Kind::Cancelled) document_.addPreflight(item);
            lookOn();
          });
}

void ReferenceScout::setEnabled(bool enabled) {
  enabled_ = enabled;
  lookOn();
}

void ReferenceScout::setSure(double sure) {
  if (sure == sure_) return;
  sure_ = sure;
  engine_.stopPreflight();
  forget();
  document_.forgetPreflights();
  lookOn();
}

void ReferenceScout::forget() {
  current_ = {};
  document_.setLookingAt(nullptr);
}

void ReferenceScout::lookOn() {
  const DocumentState& state = document_.state();
  if (current_.reference) {
    const bool wanted =
        enabled_ && current_.input == state.input && current_.model == state.settings.model &&
        std::any_of(state.references.begin(), state.references.end(),
                    [this](const auto& r) { return r.picture == current_.reference; });
    if (wanted) return;
    engine_.stopPreflight();
    forget();
  }
  if (!enabled_ || !state.input || document_.job().phase != JobPhase::Idle) return;
  const auto next =
      std::find_if(state.references.begin(), state.references.end(),
                   [this](const auto& r) { return !document_.wasLookedAt(r.picture); });
  if (next == state.references.end()) return;
  current_ = {state.input, next->picture, state.settings.model, nullptr};
  number_ = engine_.preflight(lookAt(state, current_.reference, threads_, sure_));
  document_.setLookingAt(current_.reference);
}

} // namespace refscale::ui
