// What a long piece of work is given besides its data: where to report progress, when to stop,
// where to log, how much memory it may take. Handed down by reference; owns nothing of the work
// itself.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace refscale {

class PauseGate;

// Bytes that the pieces of a search or restoration take at a time where no budget is given.
inline constexpr std::int64_t kUsualBudget = 512LL << 20;

// The stages of an enlargement, named alike in the window, the command line and the reports.
enum class Stage { Read, Match, Align, Restore, Check, Write };
[[nodiscard]] const char* stageName(Stage stage) noexcept; // "read", "match", ...

struct Progress {
  Stage stage = Stage::Read;
  std::int64_t done = 0; // units of this stage, 0..total
  std::int64_t total = 1;
};

enum class LogLevel { Debug, Info, Warning };

class RunContext {
 public:
  using ProgressSink = std::function<void(const Progress&)>;
  using LogSink = std::function<void(LogLevel, std::string_view)>;

  RunContext() = default;

  // Both sinks are called on the thread that works; they must be quick and must not throw.
  ProgressSink progressSink;
  LogSink logSink;
  std::stop_token stop;
  std::shared_ptr<PauseGate> pause; // null: this run cannot be paused
  std::int64_t memoryBudget = 0;    // bytes; less than kUsualBudget works in smaller pieces; 0: it

  void progress(Stage stage, std::int64_t done, std::int64_t total) const;
  void log(LogLevel level, std::string_view text) const;

  // The same for a part of `stage`: its progress in that stage moves from `begin` to `end` (0..1)
  // of the whole, so that work done in several goes never steps back; that in others is not passed
  // on.
  [[nodiscard]] RunContext part(Stage stage, double begin, double end) const;

  [[nodiscard]] bool stopRequested() const noexcept { return stop.stop_requested(); }
  // Rests while the run is paused; throws Error(Kind::Cancelled) when a stop was requested. Called
  // between tiles and stages, so that either takes effect within half a second.
  void checkStop() const;
};

// Lets deep work on this thread be stopped without handing the context through every layer: while
// the object lives, StopScope::check() on its thread looks at `context`. Scopes nest.
class StopScope {
 public:
  explicit StopScope(const RunContext& context) noexcept;
  ~StopScope();
  StopScope(const StopScope&) = delete;
  StopScope& operator=(const StopScope&) = delete;
  StopScope(StopScope&&) = delete;
  StopScope& operator=(StopScope&&) = delete;

  // Throws Error(Kind::Cancelled) when the innermost scope's context is to stop; without a scope it
  // does nothing.
  static void check();
  // What check() looks at, for callbacks that must not throw; null without a scope.
  static const RunContext* context() noexcept;

 private:
  const RunContext* outer_;
};

} // namespace refscale
