// A stage of training as the loop sees it: tensors, and how their gradients come about. The loop
// (run.h) does the rest alike for all stages: optimizer, average, checkpoints, log.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/nets/parameters.h"
#include "core/train/config.h"

namespace refscale::train {

// Named numbers of a step or a validation, for the log: "loss" is always there.
using Figures = std::map<std::string, double>;

// What the model card says of the training itself.
struct TrainingFacts {
  int steps = 0;
  double hours = 0;
  std::string machine;
  Figures validation; // the last one's
};

class Task {
 public:
  virtual ~Task() = default;
  Task() = default;
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  Task(Task&&) = delete;
  Task& operator=(Task&&) = delete;

  // Leaves that want gradients, by their key in the model file.
  [[nodiscard]] virtual const nets::NamedTensors& tensors() const = 0;
  // Starts to make batches from `step` on; earlier ones in the making are dropped.
  virtual void prepare(int step, int attempt) = 0;
  // Leaves the gradients of the step's loss in tensors(). The learning rate's factor is for what a
  // stage trains besides (a discriminator).
  virtual Figures backward(int step, double rateFactor) = 0;
  [[nodiscard]] virtual double waitedSeconds() const = 0; // for batches, since prepare()
  // What besides weights and optimizer must be kept; shared tensors.
  [[nodiscard]] virtual nets::NamedTensors extraState() const { return {}; }
  virtual void restoreExtra(const nets::NamedTensors& state) { (void)state; }
  // Measures the averaged weights on the pack's validation pairs and draws a sheet (.png).
  virtual Figures validate(const nets::NamedTensors& average,
                           const std::filesystem::path& sheet) = 0;
  virtual void writeModel(const nets::NamedTensors& average, const TrainingFacts& facts,
                          const std::filesystem::path& path) = 0;
};

} // namespace refscale::train
