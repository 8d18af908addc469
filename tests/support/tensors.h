// Tensors of the oracle's files for tests of the engine, and comparisons that say where they
// differ.
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

#include "core/weights/tensor_file.h"

namespace refscale::test {

// A tensor of a safetensors file, as it is stored. Throws when it is not there.
[[nodiscard]] at::Tensor stored(const weights::TensorSet& set, const std::string& name);
[[nodiscard]] bool has(const weights::TensorSet& set, const std::string& name);

// An 8-bit picture [H, W, 3] as the networks take it: [1, 3, H, W] float32 in 0..1.
[[nodiscard]] at::Tensor picture(const weights::TensorSet& set, const std::string& name);

// The largest absolute difference; infinity where shapes differ or a value is NaN.
[[nodiscard]] double largestDifference(const at::Tensor& a, const at::Tensor& b);

// Compares with what the oracle stores of `name`: the whole tensor, or its shape, channel means and
// probes (oracle README, section 2). Empty when within `tolerance` times the largest stored value,
// else what differs, the channel first.
[[nodiscard]] std::string differsFromOracle(const weights::TensorSet& set, const std::string& name,
                                            const at::Tensor& value, double tolerance);

} // namespace refscale::test
