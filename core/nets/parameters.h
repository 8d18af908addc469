// Weights on their way into a network: named tensors of a file become LibTorch tensors in the
// device, type and memory layout that the network computes in.
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/weights/tensor_file.h"

namespace refscale::nets {

// Where and in which type a network computes. Convolutions run in channels_last.
struct Placement {
  at::Device device{at::kCPU};
  at::ScalarType dtype = at::kFloat;
};

// Tensors that are being trained, by their key in the model file: float32, on the device.
using NamedTensors = std::map<std::string, at::Tensor>;

// Told the name and value of each intermediate step, for parity tests; empty in the product.
using Trace = std::function<void(std::string_view name, const at::Tensor& value)>;

// A 3x3 or 1x1 convolution, stride 1, zero padding that keeps the size. Without gradients a large
// one on a CPU runs in bands of rows and looks for a stop (StopScope) between them, so that a
// picture of any size can be stopped at once.
struct Conv {
  at::Tensor weight; // [out, in, k, k]
  at::Tensor bias;   // [out]

  [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;
  [[nodiscard]] std::int64_t outputs() const { return weight.size(0); }
};

// x + conv2(relu(conv1(x))), the residual block of the papers.
struct ResidualBlock {
  Conv conv1;
  Conv conv2;

  [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;
};

// The tensors below one prefix of a set. Shapes have been checked by weights::describeModel; what
// is missing here is a defect of ours and throws Internal.
class Parameters {
 public:
  Parameters(const weights::TensorSet& set, std::string prefix, Placement placement);
  // The same over tensors in training: what is read stays connected to them, so that gradients of
  // a network in bf16 reach the float32 values.
  Parameters(const NamedTensors& tensors, std::string prefix, Placement placement);

  [[nodiscard]] at::Tensor tensor(const std::string& name) const;      // in the network's dtype
  [[nodiscard]] at::Tensor floatTensor(const std::string& name) const; // always float32
  [[nodiscard]] Conv conv(const std::string& name) const;              // name.weight, name.bias
  [[nodiscard]] ResidualBlock block(const std::string& name) const;    // name.conv1, name.conv2
  [[nodiscard]] const Placement& placement() const noexcept { return placement_; }
  [[nodiscard]] Parameters below(const std::string& part) const; // names that begin with `part`

 private:
  const weights::TensorSet* set_ = nullptr;
  const NamedTensors* trained_ = nullptr;
  std::string prefix_;
  Placement placement_;
};

// The values of a file's tensor as a contiguous LibTorch tensor on the CPU.
[[nodiscard]] at::Tensor toTensor(const weights::TensorView& view);

} // namespace refscale::nets
