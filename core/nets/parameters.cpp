#include "core/nets/parameters.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/error.h"
#include "core/base/run_context.h"

namespace refscale::nets {
namespace {

at::ScalarType scalarType(weights::DType type) {
  switch (type) {
    case weights::DType::F64:
      return at::kDouble;
    case weights::DType::F32:
      return at::kFloat;
    case weights::DType::F16:
      return at::kHalf;
    case weights::DType::BF16:
      return at::kBFloat16;
    case weights::DType::I64:
      return at::kLong;
    case weights::DType::I32:
      return at::kInt;
    case weights::DType::I16:
      return at::kShort;
    case weights::DType::I8:
      return at::kChar;
    case weights::DType::U8:
      return at::kByte;
    case weights::DType::Bool:
      return at::kBool;
  }
  throw Error(Kind::Internal, "A tensor has a type that RefScale does not know.");
}

// Multiply-adds of a band: a thirtieth of a second on two cores.
constexpr std::int64_t kBandWork = 2'000'000'000;
constexpr std::int64_t kSmallestBand = 8; // rows: below, the two that overlap cost too much

} // namespace

at::Tensor toTensor(const weights::TensorView& view) {
  at::Tensor tensor = at::empty(view.shape, at::TensorOptions().dtype(scalarType(view.type)));
  if (!view.bytes.empty())
    std::memcpy(tensor.mutable_data_ptr(), view.bytes.data(), view.bytes.size());
  return tensor;
}

at::Tensor Conv::operator()(const at::Tensor& x) const {
  const std::int64_t reach = weight.size(2) / 2;
  const std::int64_t height = x.size(2);
  const std::int64_t rows = std::max(kSmallestBand, kBandWork / (weight.numel() * x.size(3)));
  if (c10::GradMode::is_enabled() || !x.is_cpu() || x.size(0) != 1 || height <= rows + rows / 2) {
    StopScope::check();
    return at::conv2d(x, weight, bias, 1, reach);
  }
  at::Tensor result =
      at::empty({1, outputs(), height, x.size(3)}, x.options(), at::MemoryFormat::ChannelsLast);
  for (std::int64_t top = 0; top < height; top += rows) {
    StopScope::check();
    const std::int64_t count = std::min(rows, height - top);
    const std::int64_t first = std::max<std::int64_t>(0, top - reach);
    const std::int64_t end = std::min(height, top + count + reach);
    // Rows beyond the picture are padded on both sides; what padding inside makes is cut off.
    const bool inside = first > 0 && end < height;
    const at::Tensor part =
        at::conv2d(x.narrow(2, first, end - first), weight, bias, at::IntArrayRef{1, 1},
                   at::IntArrayRef{inside ? 0 : reach, reach});
    result.narrow(2, top, count).copy_(part.narrow(2, inside ? 0 : top - first, count));
  }
  return result;
}

at::Tensor ResidualBlock::operator()(const at::Tensor& x) const {
  return conv2(conv1(x).relu_()).add_(x);
}

Parameters::Parameters(const weights::TensorSet& set, std::string prefix, Placement placement)
    : set_(&set), prefix_(std::move(prefix)), placement_(placement) {}

Parameters::Parameters(const NamedTensors& tensors, std::string prefix, Placement placement)
    : trained_(&tensors), prefix_(std::move(prefix)), placement_(placement) {}

at::Tensor Parameters::floatTensor(const std::string& name) const {
  if (trained_ != nullptr) {
    const auto found = trained_->find(prefix_ + name);
    if (found != trained_->end()) return found->second;
    throw Error(Kind::Internal, "The trained model has no tensor \"" + prefix_ + name + "\".");
  }
  const auto found = set_->tensors.find(prefix_ + name);
  if (found == set_->tensors.end()) {
    throw Error(Kind::Internal, "The model has no tensor \"" + prefix_ + name + "\".");
  }
  return toTensor(found->second).to(placement_.device, at::kFloat);
}

at::Tensor Parameters::tensor(const std::string& name) const {
  return floatTensor(name).to(placement_.dtype);
}

Parameters Parameters::below(const std::string& part) const {
  Parameters inner = *this;
  inner.prefix_ += part;
  return inner;
}

Conv Parameters::conv(const std::string& name) const {
  return {tensor(name + ".weight").contiguous(at::MemoryFormat::ChannelsLast),
          tensor(name + ".bias")};
}

ResidualBlock Parameters::block(const std::string& name) const {
  return {conv(name + ".conv1"), conv(name + ".conv2")};
}

} // namespace refscale::nets
