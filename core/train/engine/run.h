// The loop around a stage: steps, log, checkpoints, validation, the way back from NaN, the end.
#pragma once

#include "core/base/run_context.h"
#include "core/train/engine/task.h"
#include "core/train/trainer.h"

namespace refscale::train {

// Writes into config.output: checkpoint.safetensors, log.jsonl (one object a line with "event":
// start, resume, step, validation, rollback, stop, done), sheets/<step>.png, plot.png,
// <name>.safetensors. See Trainer::train.
[[nodiscard]] TrainResult runTraining(Task& task, const TrainConfig& config,
                                      const std::string& machine, const RunContext& context);

} // namespace refscale::train
