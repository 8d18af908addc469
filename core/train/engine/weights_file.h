// Weights of a fixed network from whatever file holds them.
#pragma once

#include <filesystem>

#include "core/weights/tensor_file.h"

namespace refscale::train {

// A .safetensors file, or where the build reads them a PyTorch checkpoint. Throws what the readers
// throw, and Unsupported for a checkpoint in the build for bare nodes.
[[nodiscard]] weights::TensorSet readWeights(const std::filesystem::path& path);

} // namespace refscale::train
