#include "app/match_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "app/draw/lines.h"
#include "app/draw/maps.h"
#include "app/text.h"
#include "app/version.h"
#include "core/base/error.h"
#include "core/base/file_set.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "core/weights/safetensors.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
constexpr const char* kNumbers = "field.safetensors";

weights::TensorView tensorOf(const Field<float>& field) {
  return weights::makeTensor({field.height, field.width}, field.values);
}

weights::TensorView tensorOf(const Field<Vec2f>& field) {
  std::vector<float> values;
  values.reserve(field.values.size() * 2);
  for (const auto& v : field.values) values.insert(values.end(), {v.x, v.y});
  return weights::makeTensor({field.height, field.width, 2}, values);
}

// A file's name may hold any bytes, the header of the numbers may not: the replacement character
// stands in for what is no UTF-8.
std::string readable(const std::string& name) {
  using Json = nlohmann::json;
  return Json::parse(Json(name).dump(-1, ' ', false, Json::error_handler_t::replace));
}

weights::TensorSet numbersOf(const MatchDrawing& drawing) {
  weights::TensorSet set;
  // A field that the matcher does not have stays out of the file.
  const auto add = [&set](const std::string& name, const auto& field) {
    if (!field.empty()) set.tensors[name] = tensorOf(field);
  };
  const auto& matches = drawing.result.correspondences.at(0);
  add("cells", matches.cells);
  add("pixels", matches.pixels);
  add("score", matches.score);
  add("uniqueness", matches.uniqueness);
  add("forward_backward", matches.forwardBackward);
  add("agreement", matches.agreement);
  add("contrast", matches.contrast);
  add("confidence", matches.confidence);
  for (const auto& map : drawing.result.maps) {
    add(map.scale + ".match_offset", map.matchOffset);
    add(map.scale + ".learned_offset", map.learnedOffset);
    add(map.scale + ".mask", map.maskWeight);
  }
  set.metadata = {{"refscale", version()},
                  {"input", readable(drawing.inputName)},
                  {"reference", readable(drawing.referenceName)},
                  {"model", drawing.result.report.model},
                  {"matcher", matches.matcher},
                  {"cell", "4 output pixels; offsets are reference minus input, [x, y]"},
                  {"reference_grid", sizeText(matches.referenceWidth, matches.referenceHeight)}};
  return set;
}

class Writer {
 public:
  Writer(const MatchDrawing& drawing, const fs::path& folder)
      : drawing_(drawing), folder_(folder) {}

  void writeNumbers() {
    weights::writeSafetensors(numbersOf(drawing_), files_.add(folder_ / kNumbers));
  }
  void writeMatches();
  void writeMaps(const pipeline::AggregationMap& map);
  std::vector<fs::path> commit() {
    files_.commit();
    return files_.targets();
  }

 private:
  void write(const std::string& name, const media::Picture& picture) {
    AtomicFile& file = files_.add(folder_ / name); // a full disk should not cost an encoding
    file.write(media::encodePicture(picture, media::Format::Png));
  }

  const MatchDrawing& drawing_;
  const fs::path& folder_;
  FileSet files_;
};

void Writer::writeMatches() {
  const auto& matches = drawing_.result.correspondences.at(0);
  const auto& input = drawing_.input;
  const auto large = drawing_.result.picture.empty()
                         ? media::resizeBicubic(input, input.width() * 4, input.height() * 4)
                         : drawing_.result.picture;
  write("matches.png", draw::drawMatches(large, drawing_.reference, matches, drawing_.lines));
  write("confidence.png",
        draw::scalarMap(matches.confidence, {.title = "Confidence of the match", .unit = {}}));
  write("uniqueness.png",
        draw::scalarMap(matches.uniqueness,
                        {.title = "Uniqueness: best score minus the best elsewhere",
                         .unit = {},
                         .low = 0,
                         .high = 0}));
  write(
      "forward_backward.png",
      draw::scalarMap(matches.forwardBackward, {.title = "Distance after matching forward and back",
                                                .unit = "cells of 4 pixels",
                                                .low = 0,
                                                .high = 0}));
}

void Writer::writeMaps(const pipeline::AggregationMap& map) {
  // Offsets of a scale are in its own pixels; shown in output pixels so that scales compare.
  Field<Vec2f> total = map.matchOffset;
  const auto step = static_cast<float>(total.step);
  for (std::size_t i = 0; i < total.values.size(); ++i) {
    const Vec2f learned = map.learnedOffset.values[i];
    total.values[i] = {(total.values[i].x + learned.x) * step,
                       (total.values[i].y + learned.y) * step};
  }
  write("offset_length_" + map.scale + ".png",
        draw::scalarMap(draw::lengths(total),
                        {.title = "Length of the aggregated offset, " + map.scale,
                         .unit = "output pixels",
                         .low = 0,
                         .high = 0}));
  write("offset_direction_" + map.scale + ".png",
        draw::directionMap(total, "Direction of the aggregated offset, " + map.scale));
  write("mask_" + map.scale + ".png",
        draw::scalarMap(map.maskWeight, {.title = "Mask weight, " + map.scale, .unit = {}}));
}

std::vector<fs::path> resultsIn(const fs::path& folder) {
  std::vector<fs::path> results;
  std::error_code failed;
  auto entry = fs::directory_iterator(folder, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    if (isMatchFile(entry->path())) results.push_back(entry->path());
  }
  return results;
}

} // namespace

std::vector<fs::path> writeMatch(const MatchDrawing& drawing, const fs::path& folder) {
  Writer writer(drawing, folder);
  writer.writeNumbers(); // first: by them the next match knows the others as its own
  writer.writeMatches();
  for (const auto& map : drawing.result.maps) writer.writeMaps(map);
  auto written = writer.commit();
  // A model with more scales wrote more of them.
  for (const fs::path& file : resultsIn(folder)) {
    std::error_code ignored;
    if (std::ranges::find(written, file) == written.end()) fs::remove(file, ignored);
  }
  return written;
}

bool isMatchFile(const fs::path& file) {
  const std::string name = file.filename().string();
  if (name == kNumbers) return true;
  for (const char* picture :
       {"matches.png", "confidence.png", "uniqueness.png", "forward_backward.png"}) {
    if (name == picture) return true;
  }
  for (const char* map : {"offset_length_", "offset_direction_", "mask_"}) {
    for (const char* scale : {"relu3_1", "relu2_1", "relu1_1"}) {
      if (name == std::string(map) + scale + ".png") return true;
    }
  }
  return false;
}

void checkOwnMatch(const fs::path& folder) {
  const auto results = resultsIn(folder);
  if (results.empty()) return;
  try {
    const auto earlier = weights::readSafetensors(folder / kNumbers).metadata;
    if (earlier.contains("refscale") && earlier.contains("matcher")) return;
  } catch (const Error&) { // said below
  }
  throw Error(Kind::Usage, quoted(results.front()) +
                               " is not from an earlier match and would be replaced; choose "
                               "another folder with -o.");
}

} // namespace refscale::app
