#include "ui/models/job_file.h"

#include <QBuffer>
#include <QImageReader>
#include <nlohmann/json.hpp>
#include <regex>

namespace refscale::ui {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int kSchema = 1;
constexpr int kDeepest = 8;
constexpr std::size_t kLongestText = 4096;

[[noreturn]] void refuse(const std::string& what) {
  throw Error(Kind::BadInput, "This is no sound job file: " + what + ".");
}

// --- writing -------------------------------------------------------------------------------------

std::string base64Png(const QImage& image) {
  QByteArray png;
  QBuffer buffer(&png);
  image.save(&buffer, "PNG");
  return png.toBase64().toStdString();
}

Json jsonOf(const LoadedPicture& picture, const fs::path& folder) {
  Json json{{"name", picture.name.toStdString()}};
  if (picture.path.empty()) {
    json["png"] = base64Png(picture.pyramid->levels.front());
    return json;
  }
  std::error_code ignored;
  const fs::path whole = fs::absolute(picture.path, ignored).lexically_normal();
  json["path"] = whole.string();
  const fs::path relative = whole.lexically_relative(fs::absolute(folder, ignored));
  if (!relative.empty()) json["relative"] = relative.string();
  return json;
}

Json jsonOf(const Settings& settings) {
  Json options = Json::object();
  for (const auto& field : pipeline::upscaleOptionFields()) {
    options[field.name] = field.get(settings.options);
  }
  return {{"model", settings.model.toStdString()},
          {"device", settings.device.toStdString()},
          {"precision", pipeline::precisionName(settings.precision)},
          {"options", options}};
}

// --- reading -------------------------------------------------------------------------------------

std::string textOf(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return {};
  if (!found->is_string()) refuse(std::string("\"") + key + "\" is not a text");
  auto text = found->get<std::string>();
  if (text.size() > kLongestText) refuse(std::string("\"") + key + "\" is too long");
  if (text.find('\0') != std::string::npos) refuse(std::string("\"") + key + "\" holds a zero");
  return text;
}

QImage imageOf(const Json& json, const char* key) {
  if (!json.at(key).is_string()) refuse(std::string("\"") + key + "\" is not a text");
  const auto& text = json.at(key).get_ref<const std::string&>();
  QByteArray png = QByteArray::fromBase64(QByteArray::fromStdString(text));
  QBuffer buffer(&png);
  QImageReader reader(&buffer, "PNG");
  QImage image = reader.read();
  if (image.isNull()) refuse(std::string("\"") + key + "\" holds no picture");
  return image;
}

JobPicture pictureOf(const Json& json, const fs::path& folder) {
  if (!json.is_object()) refuse("a picture is not described as one");
  JobPicture picture;
  picture.name = QString::fromStdString(textOf(json, "name"));
  if (json.contains("png")) {
    picture.image = imageOf(json, "png");
  } else {
    const std::string path = textOf(json, "path");
    const std::string relative = textOf(json, "relative");
    if (path.empty() && relative.empty()) refuse("a picture has no path");
    std::error_code ignored;
    const fs::path near = relative.empty() ? fs::path() : (folder / relative).lexically_normal();
    const bool isNear = !near.empty() && fs::is_regular_file(near, ignored);
    picture.path = isNear || path.empty() ? near : fs::path(path);
    if (picture.name.isEmpty())
      picture.name = QString::fromStdString(picture.path.filename().string());
  }
  const auto used = json.find("used");
  if (used != json.end()) {
    if (!used->is_boolean()) refuse("\"used\" is neither true nor false");
    picture.used = used->get<bool>();
  }
  return picture;
}

Settings settingsOf(const Json& json) {
  if (!json.is_object()) refuse("the settings are not described as such");
  Settings settings;
  // A name, not a path: it is looked up in the model folders.
  static const std::regex modelName("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
  static const std::regex deviceName("auto|cpu|cuda(:[0-9]{1,3})?");
  if (const std::string model = textOf(json, "model"); !model.empty()) {
    if (!std::regex_match(model, modelName)) refuse("its model has an impossible name");
    settings.model = QString::fromStdString(model);
  }
  if (const std::string device = textOf(json, "device"); !device.empty()) {
    if (!std::regex_match(device, deviceName)) refuse("its device has an impossible name");
    settings.device = QString::fromStdString(device);
  }
  if (const std::string precision = textOf(json, "precision"); !precision.empty()) {
    settings.precision = pipeline::precisionFromName(precision);
  }
  const auto options = json.find("options");
  if (options == json.end()) return settings;
  if (!options->is_object()) refuse("the options are not described as such");
  for (const auto& field : pipeline::upscaleOptionFields()) {
    if (options->contains(field.name)) field.set(settings.options, textOf(*options, field.name));
  }
  return settings;
}

Json parsed(const QByteArray& bytes) {
  int deepest = 0;
  const auto watch = [&deepest](int depth, Json::parse_event_t, const Json&) {
    deepest = std::max(deepest, depth);
    if (depth > kDeepest) refuse("it is nested too deeply");
    return true;
  };
  try {
    return Json::parse(bytes.begin(), bytes.end(), watch);
  } catch (const Json::exception& error) {
    throw Error(Kind::BadInput, "This is no job file of RefScale.", error.what());
  }
}

} // namespace

QByteArray writeJob(const DocumentState& state, const fs::path& folder) {
  Json json{{"refscale_job", kSchema}, {"settings", jsonOf(state.settings)}};
  if (state.input) json["input"] = jsonOf(*state.input, folder);
  json["references"] = Json::array();
  for (const ReferenceItem& reference : state.references) {
    Json one = jsonOf(*reference.picture, folder);
    one["used"] = reference.used;
    json["references"].push_back(std::move(one));
  }
  if (state.truth) json["truth"] = jsonOf(*state.truth, folder);
  if (state.mask) json["mask"] = base64Png(*state.mask);
  // File names are bytes; one that is no UTF-8 keeps what can be kept of it.
  return QByteArray::fromStdString(json.dump(1, ' ', false, Json::error_handler_t::replace));
}

JobFile parseJob(const QByteArray& bytes, const fs::path& folder) {
  const Json json = parsed(bytes);
  if (!json.is_object() || !json.contains("refscale_job") ||
      !json["refscale_job"].is_number_integer()) {
    throw Error(Kind::BadInput, "This is no job file of RefScale.");
  }
  if (json["refscale_job"].get<std::int64_t>() != kSchema) {
    throw Error(Kind::Unsupported,
                "This job was saved by a newer RefScale; open it with that one.");
  }
  JobFile job;
  if (json.contains("input")) job.input = pictureOf(json["input"], folder);
  if (json.contains("references")) {
    if (!json["references"].is_array()) refuse("the references are not a list");
    if (json["references"].size() > kMostReferences) refuse("it has too many references");
    for (const Json& one : json["references"]) job.references.push_back(pictureOf(one, folder));
  }
  if (json.contains("truth")) job.truth = pictureOf(json["truth"], folder);
  if (json.contains("settings")) job.settings = settingsOf(json["settings"]);
  if (json.contains("mask")) job.mask = imageOf(json, "mask");
  return job;
}

std::vector<fs::path> missingFiles(const JobFile& job) {
  std::vector<fs::path> missing;
  const auto look = [&missing](const JobPicture& picture) {
    std::error_code ignored;
    if (!picture.path.empty() && !fs::is_regular_file(picture.path, ignored)) {
      missing.push_back(picture.path);
    }
  };
  if (job.input) look(*job.input);
  for (const JobPicture& reference : job.references) look(reference);
  if (job.truth) look(*job.truth);
  return missing;
}

} // namespace refscale::ui
