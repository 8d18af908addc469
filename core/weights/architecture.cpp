#include "core/weights/architecture.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/base/error.h"
#include "core/weights/architecture_card.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

constexpr const char* kContent = "restoration.content_extractor.";
constexpr const char* kRestore = "restoration.dyn_agg_restore.";
constexpr int kPublishedSpanWidth = 48;
constexpr std::int64_t kWidest = 1 << 16; // channels; keeps every product of widths in range

bool hasPrefix(const TensorSet& model, const std::string& prefix) {
  const auto at = model.tensors.lower_bound(prefix);
  return at != model.tensors.end() && at->first.starts_with(prefix);
}

// One dimension of a convolution's weights; 0 where there is none that could be believed.
int dimension(const TensorSet& model, const std::string& key, std::size_t axis) {
  const auto found = model.tensors.find(key);
  if (found == model.tensors.end() || found->second.shape.size() != 4) return 0;
  const std::int64_t size = found->second.shape[axis];
  return size >= 1 && size <= kWidest ? static_cast<int>(size) : 0;
}

// Residual blocks are counted, not numbered: a gap in the numbers shows up as a missing key and a
// surplus one, and a number of nine digits costs nothing.
int countBlocks(const TensorSet& model, const std::string& prefix) {
  std::set<std::string_view> numbers;
  for (auto at = model.tensors.lower_bound(prefix);
       at != model.tensors.end() && at->first.starts_with(prefix); ++at) {
    const std::string_view rest = std::string_view(at->first).substr(prefix.size());
    numbers.insert(rest.substr(0, rest.find('.')));
  }
  return static_cast<int>(numbers.size());
}

ScaleArchitecture readScale(const TensorSet& model, const std::string& name, int ngf) {
  const std::string prefix = std::string(kRestore) + name;
  ScaleArchitecture scale;
  scale.blocks = countBlocks(model, std::string(kRestore) + "body_" + name + ".");
  scale.aggregates =
      hasPrefix(model, prefix + "_offset_conv") || hasPrefix(model, prefix + "_dyn_agg");
  if (!scale.aggregates) return scale;
  scale.aggregatedChannels = dimension(model, prefix + "_dyn_agg.weight", 0);
  scale.referenceChannels = dimension(model, prefix + "_dyn_agg.weight", 1);
  scale.groups = dimension(model, prefix + "_dyn_agg.conv_offset_mask.weight", 0) / 27;
  scale.offsetChannels = dimension(model, prefix + "_offset_conv1.weight", 0);
  const int inputs = dimension(model, prefix + "_offset_conv1.weight", 1);
  scale.guideChannels = std::max(0, inputs - ngf - scale.referenceChannels);
  return scale;
}

RestorationArchitecture readRestoration(const TensorSet& model, const ArchitectureCard& card,
                                        int baseChannels) {
  RestorationArchitecture restoration;
  const std::string first = std::string(kContent) + "conv_first.weight";
  restoration.ngf = dimension(model, first, 0);
  restoration.contentBlocks = countBlocks(model, std::string(kContent) + "body.");
  bool guided = false;
  for (std::size_t i = 0; i < kScaleNames.size(); ++i) {
    restoration.scales[i] = readScale(model, kScaleNames[i], restoration.ngf);
    restoration.scales[i].featureScale = card.scaleFeatureScales[i];
    guided = guided || restoration.scales[i].guideChannels > 0;
  }
  const int inputs = dimension(model, first, 1);
  const bool aligned = baseChannels > 0 || guided || inputs > 3;
  restoration.layout = card.layout.value_or(aligned ? Layout::Aligned : Layout::Published);
  restoration.featureScale = card.featureScale;
  restoration.refinesMatches = card.refinesMatches;
  if (restoration.layout == Layout::Published) {
    for (auto& scale : restoration.scales) scale.guideChannels = 0;
  } else if (baseChannels > 0) {
    restoration.hasBase = true;
    restoration.baseChannels = baseChannels;
    restoration.baseFeatureScale = card.baseFeatureScale;
    if (inputs != 3) restoration.contentInputs = 3 + baseChannels;
  }
  return restoration;
}

// Widths with which no network could be built although every key fits them.
std::vector<std::string> impossibleWidths(const RestorationArchitecture& restoration) {
  constexpr std::array kVggChannels = {256, 128, 64};
  std::vector<std::string> problems;
  if (restoration.ngf < 2) problems.emplace_back("content channels");
  for (std::size_t i = 0; i < kScaleNames.size(); ++i) {
    const auto& scale = restoration.scales[i];
    if (!scale.aggregates) continue;
    const std::string name = kScaleNames[i];
    if (scale.referenceChannels != kVggChannels[i]) {
      problems.push_back("reference channels of " + name + " (needs " +
                         std::to_string(kVggChannels[i]) + ")");
    }
    if (scale.groups < 1 || scale.referenceChannels % scale.groups != 0) {
      problems.push_back("deformable groups of " + name);
    }
    if (scale.offsetChannels < 1) problems.push_back("offset channels of " + name);
  }
  return problems;
}

bool isFloat(DType type) {
  return type == DType::F64 || type == DType::F32 || type == DType::F16 || type == DType::BF16;
}

struct Problem {
  const char* one;  // "key is missing"
  const char* many; // "keys are missing"
  std::vector<std::string> items;
};

// "2 keys are missing (a, b)": at most a dozen by name.
std::string listed(const Problem& problem) {
  constexpr std::size_t kShown = 12;
  const auto& items = problem.items;
  std::string text =
      std::to_string(items.size()) + " " + (items.size() == 1 ? problem.one : problem.many) + " (";
  for (std::size_t i = 0; i < std::min(items.size(), kShown); ++i) {
    text += (i == 0 ? "" : ", ") + items[i];
  }
  if (items.size() > kShown) text += " and " + std::to_string(items.size() - kShown) + " more";
  return text + ")";
}

void checkKeys(const TensorSet& model, const ModelArchitecture& architecture) {
  const auto expected = expectedKeys(architecture);
  std::vector<std::string> missing;
  std::vector<std::string> surplus;
  std::vector<std::string> misshapen;
  for (const auto& [key, shape] : expected) {
    const auto found = model.tensors.find(key);
    if (found == model.tensors.end()) {
      missing.push_back(key);
    } else if (found->second.shape != shape) {
      misshapen.push_back(key + ": " + shapeText(found->second.shape) + ", needs " +
                          shapeText(shape));
    } else if (!isFloat(found->second.type)) {
      misshapen.push_back(key + ": type " + dtypeName(found->second.type));
    }
  }
  for (const auto& item : model.tensors) {
    if (!expected.contains(item.first)) surplus.push_back(inQuotes(item.first));
  }
  std::vector<std::string> widths;
  if (architecture.restoration) widths = impossibleWidths(*architecture.restoration);

  std::string summary;
  std::string all; // every key, for the log
  for (const Problem& problem : {Problem{"key is missing", "keys are missing", missing},
                                 Problem{"key is not known", "keys are not known", surplus},
                                 Problem{"has another shape", "have another shape", misshapen},
                                 Problem{"width cannot work", "widths cannot work", widths}}) {
    if (problem.items.empty()) continue;
    summary += (summary.empty() ? "" : "; ") + listed(problem);
    for (const auto& item : problem.items) all += std::string(problem.one) + ": " + item + "\n";
  }
  if (summary.empty()) return;
  throw Error(Kind::BadInput,
              "The weights do not make up a network that RefScale knows (read as " +
                  architectureText(architecture) +
                  "); check that the file is the right one: " + summary + ".",
              all);
}

} // namespace

ModelArchitecture describeModel(const TensorSet& model) {
  const ArchitectureCard card = readArchitectureCard(model.metadata);
  ModelArchitecture architecture;
  architecture.hasExtractor = hasPrefix(model, "extractor.");
  architecture.hasVgg = hasPrefix(model, "vgg.");
  if (hasPrefix(model, "base.")) {
    // Without a width the keys of the published one are listed as missing.
    const int channels = dimension(model, "base.conv_1.weight", 0);
    architecture.baseChannels = channels > 0 ? channels : kPublishedSpanWidth;
  }
  if (hasPrefix(model, "restoration.")) {
    const bool adds = dimension(model, std::string(kContent) + "conv_first.weight", 1) > 3;
    if (adds && card.layout == Layout::Aligned && architecture.baseChannels == 0) {
      architecture.baseChannels = kPublishedSpanWidth; // it reads a base's feature: listed
    }
    architecture.restoration = readRestoration(model, card, architecture.baseChannels);
  }
  if (!architecture.hasExtractor && !architecture.hasVgg && architecture.baseChannels == 0 &&
      !architecture.restoration) {
    throw Error(Kind::BadInput,
                "The file holds no model of RefScale; import a published checkpoint with "
                "\"refscale import-model\" first.");
  }
  checkKeys(model, architecture);
  return architecture;
}

std::string architectureText(const ModelArchitecture& architecture) {
  std::string text;
  if (architecture.restoration) {
    const auto& restoration = *architecture.restoration;
    text = restoration.layout == Layout::Aligned ? "aligned" : "published";
    text += ", ngf " + std::to_string(restoration.ngf) + ", blocks " +
            std::to_string(restoration.contentBlocks);
    for (std::size_t i = 0; i < kScaleNames.size(); ++i) {
      text += (i == 0 ? "+" : "/") + std::to_string(restoration.scales[i].blocks);
    }
    for (std::size_t i = 0; i < kScaleNames.size(); ++i) {
      if (!restoration.scales[i].aggregates) {
        text += std::string(", no aggregation at ") + kScaleNames[i];
      }
    }
  }
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  if (architecture.baseChannels > 0) add("base SPAN " + std::to_string(architecture.baseChannels));
  if (!architecture.restoration) {
    if (architecture.hasExtractor) add("extractor");
    if (architecture.hasVgg) add("VGG-19");
  }
  return text;
}

} // namespace refscale::weights
