#include "core/base/run_context.h"

#include "core/base/error.h"
#include "core/base/pause_gate.h"

namespace refscale {
namespace {

thread_local const RunContext* innermost = nullptr;

} // namespace

const char* stageName(Stage stage) noexcept {
  switch (stage) {
    case Stage::Read:
      return "read";
    case Stage::Match:
      return "match";
    case Stage::Align:
      return "align";
    case Stage::Restore:
      return "restore";
    case Stage::Check:
      return "check";
    case Stage::Write:
      return "write";
  }
  return "unknown";
}

void RunContext::progress(Stage stage, std::int64_t done, std::int64_t total) const {
  if (progressSink) progressSink({stage, done, total});
}

RunContext RunContext::part(Stage stage, double begin, double end) const {
  RunContext inner = *this;
  if (!progressSink) return inner;
  inner.progressSink = [sink = progressSink, stage, begin, end](const Progress& p) {
    if (p.stage != stage) return;
    constexpr double kUnits = 1000;
    const double share =
        p.total > 0 ? static_cast<double>(p.done) / static_cast<double>(p.total) : 0;
    sink({stage, static_cast<std::int64_t>(kUnits * (begin + (end - begin) * share)),
          static_cast<std::int64_t>(kUnits)});
  };
  return inner;
}

void RunContext::log(LogLevel level, std::string_view text) const {
  if (logSink) logSink(level, text);
}

void RunContext::checkStop() const {
  if (pause) pause->rest(stop);
  if (stopRequested()) throw Error(Kind::Cancelled, "Stopped; nothing was written.");
}

StopScope::StopScope(const RunContext& context) noexcept : outer_(innermost) {
  innermost = &context;
}

StopScope::~StopScope() {
  innermost = outer_;
}

const RunContext* StopScope::context() noexcept {
  return innermost;
}

void StopScope::check() {
  if (innermost != nullptr) innermost->checkStop();
}

} // namespace refscale
