#include "ui/models/job_file.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "ui/models/settings_file.h"

namespace refscale::ui {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int kSchema = 1;
constexpr int kDeepest = 8;
constexpr std::size_t kLongestText = 4096;
constexpr int kLargest = 1 << 20; // of a side

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
  const PictureEdits& edits = picture.edits;
  if (!edits.crop.isNull()) {
    json["crop"] = {edits.crop.x(), edits.crop.y(), edits.crop.width(), edits.crop.height()};
  }
  if (edits.quarters != 0) json["quarters"] = edits.quarters;
  return json;
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

// Whether it lies inside the picture is seen when that is read.
PictureEdits editsOf(const Json& json) {
  PictureEdits edits;
  if (const auto crop = json.find("crop"); crop != json.end()) {
    const auto isSide = [](const Json& v) {
      return v.is_number_integer() && v >= 0 && v < kLargest;
    };
    if (!crop->is_array() || crop->size() != 4 ||
        !std::all_of(crop->begin(), crop->end(), isSide)) {
      refuse("\"crop\" is no rectangle");
    }
    edits.crop = QRect(crop->at(0), crop->at(1), crop->at(2), crop->at(3));
    if (edits.crop.isEmpty()) refuse("\"crop\" is empty");
  }
  if (const auto quarters = json.find("quarters"); quarters != json.end()) {
    if (!quarters->is_number_integer() || *quarters < 0 || *quarters > 3) {
      refuse("\"quarters\" is not 0 to 3");
    }
    edits.quarters = *quarters;
  }
  return edits;
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
    picture.edits = editsOf(json);
  }
  const auto used = json.find("used");
  if (used != json.end()) {
    if (!used->is_boolean()) refuse("\"used\" is neither true nor false");
    picture.used = used->get<bool>();
  }
  return picture;
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
  Json json{{"refscale_job", kSchema}, {"settings", settingsToJson(state.settings)}};
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
  if (json.contains("settings")) job.settings = settingsFromJson(json["settings"]);
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
