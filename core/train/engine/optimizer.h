// Adam, the learning rate over time, clipping and the averaged weights: everything of a step that
// comes after the gradients. Its whole state is tensors and a count, so that a checkpoint holds it.
#pragma once

#include <functional>
#include <string>

#include "core/nets/parameters.h"
#include "core/train/config.h"

namespace refscale::train {

// The schedule's factor of the learning rate at `step` (from 0): linear warm-up, then cosine down
// to `lastRate` at config.steps, or x 0.1 at each milestone.
[[nodiscard]] double rateFactor(const TrainConfig& config, int step);

// Factor of the rate of one tensor by its name: names with "offset" follow their scale's setting,
// everything else is 1 (C2-Matching's groups).
[[nodiscard]] double groupFactor(const TrainConfig& config, const std::string& name);

class Adam {
 public:
  using NamedTensors = nets::NamedTensors;

  // Trains `tensors` (leaves that want gradients) in place; betas 0.9, 0.999, epsilon 1e-8.
  explicit Adam(NamedTensors tensors);

  // One step from the tensors' gradients; tensors without one stay. `rate` by name. Gradients are
  // taken off afterwards.
  void step(const std::function<double(const std::string&)>& rate);

  // The moments under "m.<name>" and "v.<name>", shared, and the number of steps taken.
  [[nodiscard]] NamedTensors state() const;
  void restore(const NamedTensors& state, int steps); // throws BadInput where something is missing
  [[nodiscard]] int steps() const noexcept { return steps_; }

 private:
  NamedTensors tensors_, mean_, square_;
  int steps_ = 0;
};

// The norm of all gradients together, which are scaled down to `largest` where they exceed it (0:
// never). NaN or infinite where one of them is.
double clipGradients(const nets::NamedTensors& tensors, double largest);

// average = decay average + (1 - decay) value, for every tensor.
void updateAverage(nets::NamedTensors& average, const nets::NamedTensors& values, double decay);

} // namespace refscale::train
