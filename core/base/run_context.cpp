#include "core/base/run_context.h"

#include "core/base/error.h"

namespace refscale {

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

void RunContext::log(LogLevel level, std::string_view text) const {
  if (logSink) logSink(level, text);
}

void RunContext::checkStop() const {
  if (stopRequested()) throw Error(Kind::Cancelled, "Stopped; nothing was written.");
}

} // namespace refscale
