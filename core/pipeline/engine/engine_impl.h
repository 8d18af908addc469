// The engine's inner doors: made here, used through core/pipeline/engine.h.
#pragma once

#include <memory>

#include "core/pipeline/engine.h"

namespace refscale::pipeline {

[[nodiscard]] std::unique_ptr<Engine> makeEngine();

// Operators against slow references, a tiny network against itself in other precisions, and on a
// GPU everything against the CPU.
[[nodiscard]] std::vector<Check> runSelfTest(const RunContext& context);

[[nodiscard]] PeakRates measurePeak(const EngineOptions& options, const RunContext& context);

} // namespace refscale::pipeline
