// The model file that a training starts from, and the model file that it ends with: what is trained
// changes, all else is carried over byte for byte.
#pragma once

#include <filesystem>
#include <string>

#include "core/train/config.h"
#include "core/train/engine/task.h"
#include "core/train/pack.h"
#include "core/weights/architecture.h"
#include "core/weights/tensor_file.h"

namespace refscale::train {

struct Parent {
  std::string name;
  weights::TensorSet set;
  weights::ModelArchitecture architecture;
};
[[nodiscard]] Parent readParent(const std::filesystem::path& path);

// The tensors below a prefix as float32 leaves on `device`, under their whole keys. Buffers
// ("mean", "std") are there too, but want no gradient.
[[nodiscard]] nets::NamedTensors trainable(const weights::TensorSet& set, const std::string& prefix,
                                           at::Device device);

// Weights of a restoration to begin anew with: Kaiming's normal distribution; offsets and masks
// begin at 0, the second convolution of each block and the last one at a tenth.
void reinitialise(nets::NamedTensors& restoration, std::uint64_t seed);

// A parent whose base feature comes in at another scale: the first convolution's weights for it are
// multiplied so that the network computes the same.
void rescaleBaseFeature(nets::NamedTensors& restoration, int baseChannels, double factor);

// The card of the model: the parent's, with what this training adds.
[[nodiscard]] std::map<std::string, std::string> cardOf(const Parent& parent, const Pack& pack,
                                                        const TrainConfig& config,
                                                        const TrainingFacts& facts);

// The parent with `trained` (keys of the model file) in place of its own, as fp16; means and
// deviations as fp32. Checked to be a model that can be loaded before it is written.
void writeModel(const Parent& parent, const nets::NamedTensors& trained,
                std::map<std::string, std::string> card, const std::filesystem::path& path);

} // namespace refscale::train
