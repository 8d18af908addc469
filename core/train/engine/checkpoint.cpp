#include "core/train/engine/checkpoint.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cstring>
#include <nlohmann/json.hpp>
#include <span>

#include "core/base/error.h"
#include "core/weights/safetensors.h"

namespace refscale::train {
namespace {

using Json = nlohmann::json;

constexpr const char* kFormat = "refscale-checkpoint";

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw Error(Kind::BadInput, "\"" + path.string() + "\" is no usable checkpoint (" + why +
                                  "); use an empty output folder.");
}

} // namespace

weights::TensorView viewOf(const at::Tensor& tensor, std::optional<weights::DType> type) {
  const at::Tensor whole = tensor.detach().to(at::kCPU).contiguous();
  const auto shape = whole.sizes().vec();
  if (whole.scalar_type() == at::kFloat) {
    return weights::makeTensor(
        shape, std::span(whole.const_data_ptr<float>(), static_cast<std::size_t>(whole.numel())),
        type.value_or(weights::DType::F32));
  }
  if (whole.scalar_type() != at::kLong) {
    throw Error(Kind::Internal, "A training's state holds a tensor of a type that no file takes.");
  }
  std::vector<std::byte> bytes(static_cast<std::size_t>(whole.numel()) * sizeof(std::int64_t));
  std::memcpy(bytes.data(), whole.const_data_ptr(), bytes.size());
  return weights::makeTensor(weights::DType::I64, shape, std::move(bytes));
}

void saveCheckpoint(const TrainingState& state, const std::filesystem::path& path) {
  weights::TensorSet set;
  for (const auto& [name, tensor] : state.tensors) set.tensors[name] = viewOf(tensor);
  set.metadata["format"] = kFormat;
  const Json place = {{"step", state.step}, {"attempt", state.attempt}, {"seconds", state.seconds}};
  set.metadata["place"] = place.dump();
  set.metadata["config"] = toJson(state.config);
  weights::writeSafetensors(set, path);
}

std::optional<TrainingState> loadCheckpoint(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  const weights::TensorSet set = weights::readSafetensors(path);
  const auto entry = [&](const char* key) {
    const auto found = set.metadata.find(key);
    if (found == set.metadata.end()) refuse(path, std::string("no entry ") + key);
    return found->second;
  };
  if (entry("format") != kFormat) refuse(path, "another kind of file");
  const Json place = Json::parse(entry("place"), nullptr, /*allow_exceptions=*/false);
  const auto number = [&](const char* key) {
    if (!place.is_object() || !place.contains(key) || !place[key].is_number()) {
      refuse(path, std::string("no number ") + key);
    }
    return place[key].get<double>();
  };
  TrainingState state;
  state.step = static_cast<int>(number("step"));
  state.attempt = static_cast<int>(number("attempt"));
  state.seconds = number("seconds");
  state.config = parseConfig(entry("config"));
  for (const auto& [name, view] : set.tensors) state.tensors[name] = nets::toTensor(view);
  return state;
}

nets::NamedTensors below(const nets::NamedTensors& tensors, const std::string& prefix) {
  nets::NamedTensors part;
  for (const auto& [name, tensor] : tensors) {
    if (name.starts_with(prefix)) part[name.substr(prefix.size())] = tensor;
  }
  return part;
}

void addBelow(nets::NamedTensors& tensors, const std::string& prefix,
              const nets::NamedTensors& more) {
  for (const auto& [name, tensor] : more) tensors[prefix + name] = tensor;
}

void copyValues(const nets::NamedTensors& from, nets::NamedTensors& to) {
  const c10::NoGradGuard fixed;
  for (auto& [name, tensor] : to) {
    const auto found = from.find(name);
    if (found == from.end() || found->second.sizes() != tensor.sizes()) {
      throw Error(Kind::BadInput, "The checkpoint belongs to another network (no \"" + name +
                                      "\" of this shape); use an empty output folder.");
    }
    tensor.copy_(found->second);
  }
}

} // namespace refscale::train
