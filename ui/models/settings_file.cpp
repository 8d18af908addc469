#include "ui/models/settings_file.h"

#include <nlohmann/json.hpp>
#include <regex>

#include "core/base/error.h"

namespace refscale::ui {
namespace {

using Json = nlohmann::json;

constexpr int kSchema = 1;
constexpr int kDeepest = 4;
constexpr std::size_t kLongestText = 200;

[[noreturn]] void refuse(const std::string& what) {
  throw Error(Kind::BadInput, "These are no sound settings: " + what + ".");
}

std::string textOf(const Json& json, const std::string& key) {
  const auto found = json.find(key);
  if (found == json.end()) return {};
  if (!found->is_string()) refuse("\"" + key + "\" is not a text");
  auto text = found->get<std::string>();
  if (text.size() > kLongestText) refuse("\"" + key + "\" is too long");
  if (text.find('\0') != std::string::npos) refuse("\"" + key + "\" holds a zero");
  return text;
}

Json parsed(const QByteArray& bytes) {
  const auto watch = [](int depth, Json::parse_event_t, const Json&) {
    if (depth > kDeepest) refuse("they are nested too deeply");
    return true;
  };
  try {
    return Json::parse(bytes.begin(), bytes.end(), watch);
  } catch (const Json::exception& error) {
    throw Error(Kind::BadInput, "This is no settings file of RefScale.", error.what());
  }
}

} // namespace

Json settingsToJson(const Settings& settings) {
  Json options = Json::object();
  for (const auto& field : pipeline::upscaleOptionFields()) {
    options[field.name] = field.get(settings.options);
  }
  return {{"model", settings.model.toStdString()},
          {"device", settings.device.toStdString()},
          {"precision", pipeline::precisionName(settings.precision)},
          {"reference_scale", settings.referenceScale},
          {"options", options}};
}

Settings settingsFromJson(const Json& json) {
  if (!json.is_object()) refuse("they are not described as such");
  Settings settings;
  // A name, not a path: it is looked up in the model folders.
  static const std::regex modelName("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
  static const std::regex deviceName("auto|cpu|cuda(:[0-9]{1,3})?");
  if (const std::string model = textOf(json, "model"); !model.empty()) {
    if (!std::regex_match(model, modelName)) refuse("the model has an impossible name");
    settings.model = QString::fromStdString(model);
  }
  if (const std::string device = textOf(json, "device"); !device.empty()) {
    if (!std::regex_match(device, deviceName)) refuse("the device has an impossible name");
    settings.device = QString::fromStdString(device);
  }
  if (const std::string precision = textOf(json, "precision"); !precision.empty()) {
    settings.precision = pipeline::precisionFromName(precision);
  }
  if (const auto scale = json.find("reference_scale"); scale != json.end()) {
    const bool sound =
        scale->is_number() &&
        (*scale == 0 || (*scale >= kLeastReferenceScale && *scale <= kMostReferenceScale));
    if (!sound) refuse("\"reference_scale\" is neither 0 nor between 0.25 and 4");
    settings.referenceScale = scale->get<double>();
  }
  const auto options = json.find("options");
  if (options == json.end()) return settings;
  if (!options->is_object()) refuse("the options are not described as such");
  for (const auto& field : pipeline::upscaleOptionFields()) {
    if (options->contains(field.name)) field.set(settings.options, textOf(*options, field.name));
  }
  return settings;
}

QByteArray writeSettings(const NamedSettings& named) {
  const Json json{{"refscale_settings", kSchema},
                  {"name", named.name.toStdString()},
                  {"settings", settingsToJson(named.settings)}};
  return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace));
}

NamedSettings parseSettings(const QByteArray& bytes) {
  const Json json = parsed(bytes);
  const auto schema = json.is_object() ? json.find("refscale_settings") : json.end();
  if (schema == json.end() || !schema->is_number_integer()) {
    throw Error(Kind::BadInput, "This is no settings file of RefScale.");
  }
  if (*schema != kSchema) {
    throw Error(Kind::Unsupported,
                "These settings were saved by a newer RefScale; open them with that one.");
  }
  if (!json.contains("settings")) refuse("there are none in it");
  return {QString::fromStdString(textOf(json, "name")).simplified(),
          settingsFromJson(json["settings"])};
}

} // namespace refscale::ui
