// Seconds of the stages of one request, added up in its report; what it rested is no part of them.
#pragma once

#include <chrono>

#include "core/base/pause_gate.h"
#include "core/base/run_context.h"
#include "core/pipeline/result.h"

namespace refscale::pipeline {

class StageTimer {
 public:
  explicit StageTimer(Report& report) : report_(&report) {}

  // Calls `work` and returns what it returns.
  template <typename Work>
  auto time(Stage stage, const Work& work) {
    struct Stop {
      std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
      double rested = restedSeconds();
      double* seconds;
      ~Stop() {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        *seconds += taken.count() - (restedSeconds() - rested);
      }
    };
    const Stop stop{.seconds = &report_->seconds[stageName(stage)]};
    return work();
  }

 private:
  Report* report_;
};

} // namespace refscale::pipeline
