// Everything that a training needs to go on bit-exactly, as one .safetensors file: weights, their
// average, moments of the optimizer, step. Random state is no more than seed, step and attempt.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/nets/parameters.h"
#include "core/train/config.h"

namespace refscale::train {

struct TrainingState {
  int step = 0;       // that comes next
  int attempt = 0;    // ways back from NaN so far
  double seconds = 0; // trained so far
  TrainConfig config;
  nets::NamedTensors
      tensors; // under "weights.", "average.", "optimizer." and the stage's own names
};

// Written beside and renamed: the file is the old state or the new one.
void saveCheckpoint(const TrainingState& state, const std::filesystem::path& path);

// Nothing when there is no file. Throws BadInput for one that is broken or of another kind.
[[nodiscard]] std::optional<TrainingState> loadCheckpoint(const std::filesystem::path& path);

// The tensors below a prefix, which is taken off; shared, not copied.
[[nodiscard]] nets::NamedTensors below(const nets::NamedTensors& tensors,
                                       const std::string& prefix);
void addBelow(nets::NamedTensors& tensors, const std::string& prefix,
              const nets::NamedTensors& more);

// Copies values by name into existing tensors. Throws BadInput for missing or misshapen ones.
void copyValues(const nets::NamedTensors& from, nets::NamedTensors& to);

// A LibTorch tensor's values for a file, in its own type or (floating point) in `type`.
[[nodiscard]] weights::TensorView viewOf(const at::Tensor& tensor,
                                         std::optional<weights::DType> type = std::nullopt);

} // namespace refscale::train
