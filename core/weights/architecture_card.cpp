#include "core/weights/architecture_card.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxCard = 1 << 20;
constexpr int kMaxDepth = 16;

[[noreturn]] void refuse(const std::string& why) {
  throw Error(Kind::BadInput, "The model card's architecture entry " + why +
                                  "; fetch the model again or use a newer RefScale.");
}

Json parseCard(const std::string& text) {
  if (text.size() > kMaxCard) refuse("is too long");
  const auto limitDepth = [](int depth, Json::parse_event_t, const Json&) {
    if (depth > kMaxDepth) refuse("is nested too deeply");
    return true;
  };
  try {
    return Json::parse(text, limitDepth);
  } catch (const Json::exception&) {
    refuse("is no valid JSON");
  }
}

double factor(const Json& value, const std::string& key) {
  constexpr double kLargest = 1e6;
  if (!value.is_number() || !(value.get<double>() > 0) || value.get<double>() > kLargest) {
    refuse("has no usable number at " + inQuotes(key));
  }
  return value.get<double>();
}

Layout layoutOf(const Json& value) {
  if (value == "aligned") return Layout::Aligned;
  if (value == "published") return Layout::Published;
  refuse("names a variant that is not known here");
}

// The base's feature is divided by N where `content_input` reads "[... feature / N (48), ...]", as
// the start model's card does; `base_feature_scale` says the factor itself.
double baseFactor(const Json& card) {
  if (card.contains("base_feature_scale")) {
    return factor(card["base_feature_scale"], "base_feature_scale");
  }
  constexpr const char* kWords = "feature / ";
  const auto input = card.find("content_input");
  if (input == card.end() || !input->is_string()) return 1;
  const auto& text = input->get_ref<const std::string&>();
  const auto at = text.find(kWords);
  if (at == std::string::npos) return 1;
  const double divisor = std::strtod(text.c_str() + at + std::string(kWords).size(), nullptr);
  return 1 / factor(divisor, "content_input");
}

} // namespace

ArchitectureCard readArchitectureCard(const std::map<std::string, std::string>& metadata) {
  ArchitectureCard card;
  const auto entry = metadata.find("architecture");
  if (entry == metadata.end() || !entry->second.starts_with("{")) return card;
  const Json json = parseCard(entry->second);
  if (json.contains("variant")) card.layout = layoutOf(json["variant"]);
  if (json.contains("feat_scale")) {
    const Json& scale = json["feat_scale"];
    if (!scale.is_object()) {
      card.featureScale = factor(scale, "feat_scale");
    } else {
      for (std::size_t i = 0; i < kScaleNames.size(); ++i) {
        if (!scale.contains(kScaleNames[i])) continue;
        card.scaleFeatureScales[i] = factor(scale[kScaleNames[i]], "feat_scale");
      }
    }
  }
  card.baseFeatureScale = baseFactor(json);
  card.refinesMatches =
      json.contains("refine") && !json["refine"].is_null() && json["refine"] != false;
  return card;
}

} // namespace refscale::weights
