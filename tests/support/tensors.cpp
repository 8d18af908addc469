#include "tests/support/tensors.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/nets/parameters.h"

namespace refscale::test {
namespace {

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

std::string text(double value) {
  return std::to_string(value);
}

std::string compareProbes(const at::Tensor& expected, const at::Tensor& value, double scale,
                          double tolerance) {
  const at::Tensor flat = value.to(at::kFloat).contiguous().flatten();
  const auto* values = flat.const_data_ptr<float>();
  const at::Tensor probes = expected.contiguous();
  const auto* wanted = probes.const_data_ptr<float>();
  for (std::int64_t k = 0; k < probes.numel(); ++k) {
    const auto index = mix(static_cast<std::uint64_t>(k + 1) * 0x9E3779B97F4A7C15ull) %
                       static_cast<std::uint64_t>(flat.numel());
    if (!(std::abs(values[index] - wanted[k]) <= tolerance * scale)) {
      return "element " + std::to_string(index) + " is " + text(values[index]) + ", not " +
             text(wanted[k]);
    }
  }
  return {};
}

} // namespace

bool has(const weights::TensorSet& set, const std::string& name) {
  return set.tensors.find(name) != set.tensors.end();
}

at::Tensor stored(const weights::TensorSet& set, const std::string& name) {
  if (!has(set, name)) throw std::runtime_error("the oracle has no " + name);
  return nets::toTensor(set.tensors.at(name));
}

at::Tensor picture(const weights::TensorSet& set, const std::string& name) {
  return stored(set, name).to(at::kFloat).div(255).permute({2, 0, 1}).unsqueeze(0);
}

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  if (a.sizes() != b.sizes()) return std::numeric_limits<double>::infinity();
  const double largest = (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
  return std::isnan(largest) ? std::numeric_limits<double>::infinity() : largest;
}

std::string differsFromOracle(const weights::TensorSet& set, const std::string& name,
                              const at::Tensor& value, double tolerance) {
  if (has(set, name)) {
    const at::Tensor expected = stored(set, name);
    const double scale = expected.abs().max().item<double>();
    const double difference = largestDifference(value.to(at::kFloat), expected);
    return difference <= tolerance * scale ? "" : name + ": differs by " + text(difference);
  }
  const at::Tensor shape = stored(set, name + "@shape").to(at::kLong).contiguous();
  const at::IntArrayRef wanted(shape.const_data_ptr<std::int64_t>(),
                               static_cast<std::size_t>(shape.numel()));
  if (value.sizes() != wanted) return name + ": another shape";
  const at::Tensor probes = stored(set, name + "@probe");
  const double scale = probes.abs().max().item<double>();
  const at::Tensor means = value.to(at::kDouble).mean(at::IntArrayRef{0, 2, 3});
  const at::Tensor wrong =
      (means - stored(set, name + "@chmean").to(at::kDouble)).abs() > tolerance * scale;
  if (wrong.any().item<bool>()) {
    return name + ": channel " + std::to_string(wrong.nonzero()[0].item<std::int64_t>()) +
           " has another mean";
  }
  const std::string probe = compareProbes(probes, value, scale, tolerance);
  return probe.empty() ? "" : name + ": " + probe;
}

} // namespace refscale::test
