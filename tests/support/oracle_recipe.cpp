#include "tests/support/oracle_recipe.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/support/support.h"

namespace refscale::test {
namespace {

constexpr const char* kSecondBranch = "feature_extraction_image2.";
constexpr const char* kFirstBranch = "feature_extraction_image1.";

std::uint64_t fnv1a(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return hash;
}

bool contains(const std::string& key, const char* part) {
  return key.find(part) != std::string::npos;
}

double gainOf(const std::string& key) {
  if (contains(key, "conv_offset_mask")) return 0.7;
  if (contains(key, ".body")) return contains(key, ".conv1.") ? 1.4 : 0.25;
  if (key.ends_with("tail_large.2.weight")) return 0.06;
  return 1.4;
}

struct Range {
  double center = 0;
  double bound = 0;
};

Range rangeOf(const std::string& key, const std::vector<std::int64_t>& shape) {
  if (shape.size() == 4) {
    const auto fanIn = static_cast<double>(shape[1] * shape[2] * shape[3]);
    return {0, gainOf(key) * std::sqrt(3.0 / fanIn)};
  }
  if (key.ends_with(".running_mean")) return {0, 0.1};
  if (key.ends_with(".running_var")) return {1, 0.3};
  if (key.ends_with(".weight")) return {1, 0.1}; // batch norm: one dimension
  return {0, 0.05};                              // bias
}

// value = float32(center + (2u - 1) bound); the second extractor branch is the first one plus 15 %
// of its own numbers.
std::vector<float> fill(const std::string& key, const Range& range, std::uint64_t count) {
  const auto branch = key.find(kSecondBranch);
  std::string first = key;
  if (branch != std::string::npos) {
    first.replace(branch, std::string(kSecondBranch).size(), kFirstBranch);
  }
  std::vector<float> values(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    const double own = (2 * oracleNumber(key, i) - 1) * range.bound;
    if (branch == std::string::npos) {
      values[i] = static_cast<float>(range.center + own);
    } else {
      values[i] = static_cast<float>((2 * oracleNumber(first, i) - 1) * range.bound + 0.15 * own);
    }
  }
  return values;
}

} // namespace

double oracleNumber(const std::string& key, std::uint64_t index) {
  std::uint64_t z = fnv1a(key) + (index + 1) * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  z ^= z >> 31;
  return static_cast<double>(z >> 40) / 16777216.0; // 2^24
}

weights::TensorView oracleTensor(const std::string& key, const std::vector<std::int64_t>& shape) {
  constexpr std::array<float, 3> kMean = {0.485f, 0.456f, 0.406f};
  constexpr std::array<float, 3> kStd = {0.229f, 0.224f, 0.225f};
  if (key.ends_with("num_batches_tracked")) {
    return weights::makeTensor(weights::DType::I64, shape, std::vector<std::byte>(8));
  }
  if (key.ends_with(".mean")) return weights::makeTensor(shape, kMean);
  if (key.ends_with(".std")) return weights::makeTensor(shape, kStd);
  std::uint64_t count = 1;
  for (const auto size : shape) count *= static_cast<std::uint64_t>(size);
  return weights::makeTensor(shape, fill(key, rangeOf(key, shape), count));
}

weights::TensorSet oracleTensors(const KeyShapes& keys) {
  weights::TensorSet set;
  for (const auto& [key, shape] : keys) set.tensors.emplace(key, oracleTensor(key, shape));
  return set;
}

KeyShapes oracleKeys(const std::string& network) {
  const auto text = readFile(dataFile("oracle/c2/keys.json"));
  const auto* begin = reinterpret_cast<const char*>(text.data());
  const auto networks = nlohmann::json::parse(begin, begin + text.size());
  return networks.at(network).get<KeyShapes>();
}

KeyShapes lightKeys() {
  const std::string scales = "dyn_agg_restore.";
  const auto leftOut = [&](const std::string& key) {
    if (key.starts_with(scales + "small_")) return true; // its offsets and aggregation
    for (const auto& [name, blocks] : {std::pair("body_medium.", 8), std::pair("body_large.", 4)}) {
      const std::string body = scales + name;
      if (key.starts_with(body) && std::stoi(key.substr(body.size())) >= blocks) return true;
    }
    return false;
  };
  KeyShapes keys = oracleKeys("restoration");
  std::erase_if(keys, [&](const auto& item) { return leftOut(item.first); });
  keys.at(scales + "head_small.0.weight")[1] = 64; // the content alone
  return keys;
}

weights::TensorSet oracleModel(const KeyShapes& restoration) {
  const std::array<std::pair<KeyShapes, const char*>, 3> parts = {{
      {restoration, "restoration."},
      {oracleKeys("feature_extractor"), "extractor."},
      {oracleKeys("correspondence_vgg19"), ""} // its keys begin with "vgg." already
  }};
  weights::TensorSet model;
  for (const auto& [keys, prefix] : parts) {
    for (auto& [key, tensor] : oracleTensors(keys).tensors) {
      model.tensors.emplace(prefix + key, std::move(tensor));
    }
  }
  return model;
}

} // namespace refscale::test
