// A scripted engine and in-memory files, so that the window's flows run without networks or disks.
#pragma once

#include <QImage>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/pipeline/engine.h"
#include "ui/worker/file_client.h"

namespace refscale::test {

// What the scripted engine does, and what was asked of it. Shared between the test and the worker
// thread.
struct Script {
  std::atomic<bool> holdMatch = false;   // match() waits until this is cleared or it is stopped
  std::atomic<bool> holdRestore = false; // run() likewise, half way through its tiles
  std::atomic<bool> holdFrugal = false;  // run() likewise, where its memory is limited
  std::atomic<int> matchCalls = 0;
  std::atomic<bool> holdPreflight = false;
  std::atomic<int> preflights = 0; // match() of small copies; not counted as matchCalls
  // Share of the positions with a sure match; 0 of references whose names begin with "elsewhere".
  std::atomic<double> covers = 0.5;
  std::atomic<int> runCalls = 0;
  std::atomic<int> loads = 0;
  std::atomic<int> stops = 0;
  std::atomic<int> tiles = 4;
  std::atomic<double> restoreSeconds = 1.4; // as the report says
  std::atomic<double> matchSeconds = 1.2;
  std::atomic<std::int64_t> peakBytes = 1'900'000'000; // likewise
  std::atomic<std::int64_t> gpuFreeBytes = 0;          // 0: the machine has no GPU
  std::atomic<std::int64_t> lastBudget = -1;           // of memory, of the last run()

  // run() ends so; `times` times, negative: always.
  void failWith(std::optional<Error> error, int times = -1);
  [[nodiscard]] std::optional<Error> nextFailure();
  void setResult(std::shared_ptr<const media::Picture> picture); // else the input, enlarged
  [[nodiscard]] std::shared_ptr<const media::Picture> result() const;
  [[nodiscard]] pipeline::UpscaleRequest lastRequest() const;
  void remember(const pipeline::UpscaleRequest& request);

 private:
  mutable std::mutex mutex_;
  std::optional<Error> failure_;
  int failures_ = 0; // left; negative: no end
  std::shared_ptr<const media::Picture> result_;
  pipeline::UpscaleRequest last_;
};

[[nodiscard]] std::shared_ptr<pipeline::Engine> makeScriptedEngine(std::shared_ptr<Script> script);

// A smooth scene seen through a window: two with a different `shift` overlap.
[[nodiscard]] media::Picture makeScene(int width, int height, double shift = 0);

// Reads "<anything>-<width>x<height>.<ext>" as a scene of that size; other names are refused as
// broken files. Written files go to `written`.
struct Written {
  std::mutex mutex;
  std::vector<ui::SaveRequest> requests;
  std::vector<std::string> losses; // what the next file cannot hold
};
[[nodiscard]] ui::FileAccess makeScriptedFiles(std::shared_ptr<Written> written);

} // namespace refscale::test
