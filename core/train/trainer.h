// The door to training, torch-free: the trainer lives in a library of its own beside the engine and
// is loaded on first use. What it learns from is a pack (pack.h), how a TrainConfig (config.h).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/base/run_context.h"
#include "core/train/config.h"
#include "core/train/pack.h"

namespace refscale::train {

struct TrainResult {
  std::filesystem::path model; // the model file, loadable by `refscale upscale --model`
  int steps = 0;               // of the whole training, earlier runs included
  double secondsPerStep = 0;   // of this run
  double waiting = 0;          // share of this run's time spent waiting for batches, 0..1
  double lastLoss = 0;         // mean over the last steps
};

struct MatchOptions {
  std::filesystem::path model; // whose extractor matches
  bool carry = true;           // references into the frame of their window, as enlargements do
  std::string device = "auto";
  std::string precision = "auto";
  int threads = 0;
};

class Trainer {
 public:
  virtual ~Trainer() = default;
  Trainer() = default;
  Trainer(const Trainer&) = delete;
  Trainer& operator=(const Trainer&) = delete;
  Trainer(Trainer&&) = delete;
  Trainer& operator=(Trainer&&) = delete;

  // Trains, or goes on where the checkpoint in config.output stands: the result is the same to the
  // last bit, wherever it was stopped (same machine, same number of threads). A stop writes a
  // checkpoint and throws Cancelled. Throws BadInput (configuration, pack, model), Io, NoSpace,
  // Internal when the loss stays NaN after several ways back to the last checkpoint.
  [[nodiscard]] virtual TrainResult train(const TrainConfig& config, const RunContext& context) = 0;

  // Fills `matches` and `matcher` of a pack in the making: each window against its area, refined,
  // as an enlargement would do it.
  virtual void match(PackContent& content, const MatchOptions& options,
                     const RunContext& context) = 0;
};

// Loads librefscale_trainer.so from libraryDir() once. Throws NotFound or Internal with what to do.
[[nodiscard]] std::shared_ptr<Trainer> loadTrainer();

} // namespace refscale::train
