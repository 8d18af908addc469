#include "core/train/engine/parent.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/train/engine/checkpoint.h"
#include "core/train/random.h"
#include "core/weights/safetensors.h"

namespace refscale::train {
namespace {

using Json = nlohmann::ordered_json;

bool isBuffer(const std::string& key) {
  return key.ends_with("mean") || key.ends_with("std");
}

bool isBlocksSecond(const std::string& key) {
  return key.find("body") != std::string::npos && key.find(".conv2.") != std::string::npos;
}

Json jsonOr(const std::string& text, Json otherwise) {
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  return json.is_discarded() ? std::move(otherwise) : json;
}

std::string entry(const weights::TensorSet& set, const char* key) {
  const auto found = set.metadata.find(key);
  return found == set.metadata.end() ? std::string() : found->second;
}

// The licences of all pictures that the pack's training pairs show.
std::string licencesOf(const Pack& pack) {
  std::map<std::string, int> count;
  std::set<int> seen;
  for (int i = 0; i < pack.size(); ++i) {
    for (const int picture : {pack.sample(i).input.picture, pack.sample(i).reference.picture}) {
      if (picture < 0 || pack.sample(i).split != Split::Train) continue;
      if (seen.insert(picture).second) ++count[pack.licence(picture)];
    }
  }
  std::string text;
  for (const auto& [licence, pictures] : count) {
    text += (text.empty() ? "" : "; ") + std::to_string(pictures) + " pictures: " + licence;
  }
  return text;
}

} // namespace

Parent readParent(const std::filesystem::path& path) {
  Parent parent;
  parent.name = path.stem().string();
  parent.set = weights::readSafetensors(path);
  parent.architecture = weights::describeModel(parent.set);
  return parent;
}

nets::NamedTensors trainable(const weights::TensorSet& set, const std::string& prefix,
                             at::Device device) {
  nets::NamedTensors tensors;
  for (auto at = set.tensors.lower_bound(prefix);
       at != set.tensors.end() && at->first.starts_with(prefix); ++at) {
    const at::Tensor value = nets::toTensor(at->second).to(device, at::kFloat);
    tensors[at->first] = value.set_requires_grad(!isBuffer(at->first));
  }
  return tensors;
}

void reinitialise(nets::NamedTensors& restoration, std::uint64_t seed) {
  const c10::NoGradGuard fixed;
  constexpr double kSlope = 0.1;
  constexpr double kSmall = 0.1;
  std::uint64_t stream = 0;
  for (auto& [key, tensor] : restoration) {
    Random random(seed, {0x5747ULL, stream++});
    if (tensor.dim() != 4 || key.find("conv_offset_mask") != std::string::npos) {
      tensor.zero_();
      continue;
    }
    const auto fanIn = static_cast<double>(tensor.size(1) * tensor.size(2) * tensor.size(3));
    const bool small = isBlocksSecond(key) || key.find("tail_large.2.") != std::string::npos;
    const double deviation = std::sqrt(2 / ((1 + kSlope * kSlope) * fanIn)) * (small ? kSmall : 1);
    at::Tensor values = at::empty(tensor.sizes(), at::kFloat);
    auto* value = values.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i) {
      value[i] = static_cast<float>(deviation * random.normal());
    }
    tensor.copy_(values);
  }
}

void rescaleBaseFeature(nets::NamedTensors& restoration, int baseChannels, double factor) {
  const c10::NoGradGuard fixed;
  at::Tensor& first = restoration.at("restoration.content_extractor.conv_first.weight");
  first.narrow(1, 0, baseChannels).mul_(factor);
}

std::map<std::string, std::string> cardOf(const Parent& parent, const Pack& pack,
                                          const TrainConfig& config, const TrainingFacts& facts) {
  std::map<std::string, std::string> card;
  Json architecture = jsonOr(entry(parent.set, "architecture"), Json::object());
  if (config.stage == "restoration" || config.stage == "full") {
    architecture["base_feature_scale"] = config.baseFeatureScale;
    architecture["content_input"] = "[base conv_cat feature x base_feature_scale, lr (3)]";
  }
  card["architecture"] = architecture.dump();
  card["parents"] = parent.name;
  card["licence"] = config.licence;
  card["data"] = Json{{"pack", jsonOr(pack.card(), Json::object())},
                      {"licences", licencesOf(pack)},
                      {"parent", entry(parent.set, "data")}}
                     .dump(-1, ' ', false, Json::error_handler_t::replace);
  Json steps = jsonOr(entry(parent.set, "steps"), Json::object());
  Json hours = jsonOr(entry(parent.set, "hours"), Json::object());
  if (!steps.is_object()) steps = Json::object();
  if (!hours.is_object()) hours = Json::object();
  steps[config.stage + " (" + config.name + ")"] = facts.steps;
  hours[config.stage + " (" + config.name + ")"] = std::round(facts.hours * 1000) / 1000;
  card["steps"] = steps.dump();
  card["hours"] = hours.dump();
  card["machine"] = facts.machine;
  // Files by their names: where they lay on one machine is nobody's business.
  TrainConfig told = config;
  for (std::string* file :
       {&told.pack, &told.parent, &told.teacher, &told.output, &told.perceptualNetwork}) {
    *file = std::filesystem::path(*file).filename().string();
  }
  card["training"] = toJson(told);
  Json scores = Json::object();
  for (const auto& [name, value] : facts.validation) scores[name] = std::round(value * 1e3) / 1e3;
  card["scores"] = Json{{"validation pairs of the pack, PSNR-Y", scores}}.dump();
  return card;
}

void writeModel(const Parent& parent, const nets::NamedTensors& trained,
                std::map<std::string, std::string> card, const std::filesystem::path& path) {
  weights::TensorSet model = parent.set;
  for (const auto& [key, tensor] : trained) {
    model.tensors[key] = viewOf(tensor, isBuffer(key) ? weights::DType::F32 : weights::DType::F16);
  }
  Json sizes = Json::object();
  for (const auto& [key, view] : model.tensors) sizes[key] = view.shape;
  card["sizes"] = sizes.dump();
  model.metadata = std::move(card);
  (void)weights::describeModel(model); // throws when nobody could load it
  weights::writeSafetensors(model, path);
}

} // namespace refscale::train
