// Joining published checkpoints to one model file: key names are mapped, nothing is converted.
#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/weights/checkpoint.h"
#include "core/weights/model_store.h"
#include "core/weights/safetensors.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

void checkName(const std::string& name) {
  constexpr std::size_t kLongest = 100;
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-';
  };
  const bool sound = !name.empty() && name.size() <= kLongest && name.front() != '.' &&
                     name.front() != '-' && std::ranges::all_of(name, allowed);
  if (sound) return;
  throw Error(Kind::BadInput, "A model cannot be named " + inQuotes(name) +
                                  "; use letters, digits, \".\", \"_\" and \"-\", a letter or "
                                  "digit first.");
}

// A file of weights of any kind, told apart by its content: a .safetensors header opens with "{".
TensorSet readWeights(const std::filesystem::path& path) {
  constexpr std::size_t kHeaderAt = 8;
  const MappedFile file(path);
  const bool safetensors =
      file.bytes().size() > kHeaderAt && file.bytes()[kHeaderAt] == std::byte{'{'};
  return safetensors ? readSafetensors(path) : readCheckpoint(path);
}

bool holds(const TensorSet& set, const std::string& part) {
  return std::ranges::any_of(
      set.tensors, [&](const auto& item) { return item.first.find(part) != std::string::npos; });
}

// The two files of a published model are easily swapped: said before hundreds of keys are listed.
void checkKinds(const ImportRequest& request, const TensorSet& restoration,
                const TensorSet& extractor) {
  const auto kindOf = [](const TensorSet& set) -> std::string {
    if (holds(set, "dyn_agg_restore.")) return "the restoration network";
    if (holds(set, "feature_extraction_image")) return "the correspondence extractor";
    if (holds(set, "features.") || holds(set, "conv1_1.")) return "VGG weights";
    return "no network of RefScale";
  };
  const auto check = [&](const std::filesystem::path& file, const TensorSet& set,
                         const std::string& wanted, const char* place) {
    const std::string kind = kindOf(set);
    if (kind == wanted) return;
    std::string keys;
    for (const auto& item : set.tensors) keys += item.first + "\n";
    throw Error(Kind::BadInput,
                inQuotes(file.filename().string()) + " holds " + kind + ", not " + wanted +
                    "; give the checkpoint of " + wanted + " as the " + place + " file.",
                keys);
  };
  check(request.restoration, restoration, "the restoration network", "first");
  check(request.extractor, extractor, "the correspondence extractor", "second");
}

void checkFree(const ImportRequest& request, const std::filesystem::path& path,
               const std::filesystem::path& shipped) {
  std::error_code ignored;
  if (std::filesystem::exists(shipped / path.filename(), ignored)) {
    throw Error(Kind::BadInput, inQuotes(request.name) +
                                    " is the name of a model that comes with RefScale; choose "
                                    "another name.");
  }
  if (!request.overwrite && std::filesystem::exists(path, ignored)) {
    throw Error(Kind::BadInput, "There is a model " + inQuotes(request.name) +
                                    " already; choose another name (--overwrite replaces it).");
  }
}

void addPart(TensorSet& model, const TensorSet& part, const std::string& prefix) {
  for (const auto& [key, tensor] : part.tensors) {
    model.tensors.insert_or_assign(key.starts_with(prefix) ? key : prefix + key, tensor);
  }
}

// The published name of a VGG-19 tensor: torchvision counts its layers ("features.5.weight"),
// others say "conv2_1.weight", with or without "vgg." and "vgg_net." before it. Empty for layers
// beyond conv3_1, which the networks do not use.
std::string vggKey(std::string key) {
  constexpr std::array<std::pair<const char*, const char*>, 5> kLayers = {{
      {"features.0.", "conv1_1."},
      {"features.2.", "conv1_2."},
      {"features.5.", "conv2_1."},
      {"features.7.", "conv2_2."},
      {"features.10.", "conv3_1."},
  }};
  for (const std::string prefix : {"vgg.", "vgg_net."}) {
    if (key.starts_with(prefix)) key.erase(0, prefix.size());
  }
  if (key == "mean" || key == "std") return "vgg." + key;
  for (const auto& [counted, name] : kLayers) {
    for (const std::string prefix : {counted, name}) {
      const std::string rest = key.starts_with(prefix) ? key.substr(prefix.size()) : "";
      if (rest == "weight" || rest == "bias") return std::string("vgg.vgg_net.") + name + rest;
    }
  }
  return {};
}

void addVgg(TensorSet& model, const TensorSet& vgg) {
  constexpr std::array<float, 3> kMean = {0.485f, 0.456f, 0.406f}; // ImageNet, RGB in [0, 1]
  constexpr std::array<float, 3> kStd = {0.229f, 0.224f, 0.225f};
  for (const auto& [key, tensor] : vgg.tensors) {
    const std::string name = vggKey(key);
    if (!name.empty()) model.tensors.insert_or_assign(name, tensor);
  }
  model.tensors.try_emplace("vgg.mean", makeTensor({1, 3, 1, 1}, kMean));
  model.tensors.try_emplace("vgg.std", makeTensor({1, 3, 1, 1}, kStd));
}

// The VGG-19 of a model file; its other parts stay behind.
TensorSet vggOfModel(const std::filesystem::path& path) {
  TensorSet model = readSafetensors(path);
  std::erase_if(model.tensors, [](const auto& item) { return !item.first.starts_with("vgg."); });
  return model;
}

std::string sourceText(const std::filesystem::path& path) {
  return path.filename().string() + " sha256:" + sha256File(path);
}

std::map<std::string, std::string> makeCard(const ImportRequest& request,
                                            const std::filesystem::path& vgg,
                                            const TensorSet& restoration) {
  std::map<std::string, std::string> card = {
      {"name", request.name},
      {"imported_by", "RefScale " REFSCALE_VERSION},
      {"licence", "not stated by the imported files (VGG-19: CC BY 4.0)"},
      {"architecture", R"({"variant": "published"})"},
      {"source_restoration", sourceText(request.restoration)},
      {"source_extractor", sourceText(request.extractor)},
      {"source_vgg", sourceText(vgg)},
  };
  const auto own = restoration.metadata.find("architecture");
  if (own != restoration.metadata.end()) card["architecture"] = own->second;
  for (const auto& [key, value] : request.card) card[key] = value;
  return card;
}

} // namespace

std::filesystem::path importModel(const ImportRequest& request, const std::filesystem::path& folder,
                                  const std::filesystem::path& shippedVgg) {
  checkName(request.name);
  auto path = folder / (request.name + ".safetensors");
  checkFree(request, path, shippedVgg.parent_path());
  const TensorSet restoration = readWeights(request.restoration);
  const auto vggPath = request.vgg.value_or(shippedVgg);
  const TensorSet extractor = readWeights(request.extractor);
  checkKinds(request, restoration, extractor);
  TensorSet model;
  model.metadata = makeCard(request, vggPath, restoration);
  addPart(model, restoration, "restoration.");
  addPart(model, extractor, "extractor.");
  addVgg(model, request.vgg ? readWeights(vggPath) : vggOfModel(vggPath));
  (void)describeModel(model);

  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) {
    throw Error(
        Kind::Io,
        "The folder " + inQuotes(folder.string()) + " cannot be made; check its permissions.",
        code.message());
  }
  // Another import may have given the name meanwhile.
  writeSafetensors(model, path, request.overwrite ? Existing::Replace : Existing::Keep);
  return path;
}

} // namespace refscale::weights
