#include "core/pipeline/provenance.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace refscale::pipeline {
namespace {

using Json = nlohmann::ordered_json; // keys keep the order in which a reader looks for them

Json fileJson(const NamedFile& file) {
  Json json{{"name", file.name}};
  if (!file.sha256.empty()) json["sha256"] = file.sha256;
  return json;
}

std::map<std::string, std::string> allSettings(const Provenance& p) {
  std::map<std::string, std::string> all = p.settings;
  all.insert(p.report.options.begin(), p.report.options.end());
  return all;
}

std::string inWords(const NamedFile& file) {
  return file.sha256.empty() ? file.name : file.name + " sha256:" + file.sha256;
}

} // namespace

std::string toJson(const Provenance& p) {
  Json json;
  json["schema"] = 1;
  json["program"] = "RefScale";
  json["version"] = p.version;
  json["made"] = p.made;
  json["input"] = fileJson(p.input);
  json["output"] = {{"width", p.width}, {"height", p.height}};
  json["model"] = fileJson(p.model);
  json["references"] = Json::array();
  for (std::size_t i = 0; i < p.references.size(); ++i) {
    Json reference = fileJson(p.references[i]);
    if (i < p.report.references.size()) reference["used"] = p.report.references[i].used;
    json["references"].push_back(std::move(reference));
  }
  json["settings"] = allSettings(p);
  json["borrowed"] = p.borrowed;
  json["report"] = Json::parse(toJson(p.report));
  // File names may hold any bytes; what is no UTF-8 is shown as the replacement character.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<media::XmpProperty> xmpOf(const Provenance& p) {
  std::vector<media::XmpProperty> properties = {
      {"Version", {p.version}}, {"Made", {p.made}}, {"Model", {inWords(p.model)}}};
  if (!p.references.empty()) {
    media::XmpProperty references{"References", {}, true};
    for (const NamedFile& file : p.references) references.values.push_back(inWords(file));
    properties.push_back(std::move(references));
  }
  media::XmpProperty settings{"Settings", {}, true};
  for (const auto& [name, value] : allSettings(p)) {
    settings.values.emplace_back(name).append("=").append(value);
  }
  properties.push_back(std::move(settings));
  const auto percent = std::lround(1000 * p.borrowed);
  properties.push_back(
      {"Borrowed", {std::to_string(percent / 10) + "." + std::to_string(percent % 10) + " %"}});
  return properties;
}

} // namespace refscale::pipeline
