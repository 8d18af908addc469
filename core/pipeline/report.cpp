#include <cmath>
#include <nlohmann/json.hpp>

#include "core/pipeline/result.h"

namespace refscale::pipeline {

std::string toJson(const Report& report) {
  // Keys keep the order in which a reader looks for them.
  nlohmann::ordered_json json;
  json["schema"] = 1;
  json["input"] = {{"width", report.inputWidth}, {"height", report.inputHeight}};
  json["output"] = {{"width", report.outputWidth}, {"height", report.outputHeight}};
  json["model"] = report.model;
  json["device"] = report.device;
  json["dtype"] = report.dtype;
  json["matcher"] = report.matcher;
  json["options"] = report.options;
  json["seconds"] = report.seconds;
  json["peak_bytes"] = report.peakBytes;
  json["references"] = nlohmann::ordered_json::array();
  for (const ReferenceReport& reference : report.references) {
    json["references"].push_back({{"name", reference.name},
                                  {"width", reference.width},
                                  {"height", reference.height},
                                  {"mean_confidence", reference.meanConfidence},
                                  {"sure_share", reference.sureShare},
                                  {"carried", reference.carried},
                                  {"borrowed", reference.borrowed},
                                  {"used", reference.used}});
  }
  json["borrowed"] = report.borrowed;
  json["colour_drift"] = report.colourDrift;
  json["local_colour_drift"] = report.localDrift;
  json["warnings"] = report.warnings;
  // File names may hold any bytes; what is no UTF-8 is shown as the replacement character.
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace refscale::pipeline
