// refscale match: where the reference shows what the input shows, as pictures and as numbers.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/command.h"
#include "app/draw/lines.h"
#include "app/draw/maps.h"
#include "app/engine_flags.h"
#include "app/output_plan.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "app/version.h"
#include "core/base/error.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "core/pipeline/file_job.h"
#include "core/weights/safetensors.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
constexpr const char* kNumbers = "field.safetensors";

class Match final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "match"; }
  [[nodiscard]] const char* help() const override {
    return "Draw and save where a reference shows what a picture shows.";
  }
  [[nodiscard]] const char* footer() const override;
  void configure(CLI::App& options) override;
  [[nodiscard]] int run(const Session& session) override;

 private:
  [[nodiscard]] pipeline::UpscaleResult compute(const RunContext& context);
  void writePictures(const pipeline::UpscaleResult& result);
  void writeMaps(const pipeline::AggregationMap& map);
  void writeField(const pipeline::UpscaleResult& result);
  void write(const std::string& name, const media::Picture& picture);

  fs::path input_;
  fs::path reference_;
  fs::path folder_;
  int lines_ = 60;
  bool matchesOnly_ = false;
  bool json_ = false;
  double pixelLimitMegapixels_ = 200;
  pipeline::UpscaleOptions options_;
  EngineFlags engine_;

  pipeline::SourcePicture source_;
  pipeline::SourcePicture better_;
  std::vector<fs::path> written_;
};

const char* Match::footer() const {
  return "Example:\n"
         "  refscale match small.jpg --reference better.jpg -o maps/\n\n"
         "Writes into DIR (made when its parent is there; its own files are replaced):\n"
         "  matches.png            both pictures with evenly spread correspondence lines\n"
         "  confidence.png         probability that a match is within one cell of the truth\n"
         "  uniqueness.png         best score minus the best score elsewhere\n"
         "  forward_backward.png   distance after matching forward and back\n"
         "  offset_length_*.png, offset_direction_*.png, mask_*.png\n"
         "                         what the aggregation did, for each scale that aggregates\n"
         "  field.safetensors      all of these as numbers, [height, width] or [height, width, 2]\n"
         "                         with [x, y]; cells are 4 x 4 output pixels\n"
         "Prints the files' names, or with --json a summary {\"schema\": 1, ...}.";
}

void Match::configure(CLI::App& options) {
  options.add_option("input", input_, "The small picture")->type_name("IN")->required();
  options.add_option("-r,--reference", reference_, "A better picture of the same scene")
      ->type_name("REF")
      ->required();
  options.add_option("-o,--output", folder_, "Folder for the results")
      ->type_name("DIR")
      ->required();
  options.add_option("--lines", lines_, "Lines in matches.png, at most")
      ->type_name("10..400")
      ->check(CLI::Range(10, 400).description(""))
      ->capture_default_str();
  options.add_flag("--matches-only", matchesOnly_,
                   "Leave the restoration out, and with it the aggregation's maps");
  options.add_flag("--json", json_, "Print a summary as JSON instead of names");
  options
      .add_option("--pixel-limit", pixelLimitMegapixels_,
                  "Refuse pictures of more megapixels than this")
      ->type_name("MP")
      ->check(CLI::Range(0.001, 1e6).description(""))
      ->capture_default_str();
  bindUpscaleOptions(options, options_);
  engine_.bind(options);
}

pipeline::UpscaleResult Match::compute(const RunContext& context) {
  if (options_.matcher == pipeline::MatcherKind::None) {
    throw Error(Kind::Usage,
                "With --matcher none there are no matches to draw; choose contrastive or vgg.");
  }
  if (options_.network == pipeline::Network::Base) {
    throw Error(Kind::Usage,
                "With --network base nothing is matched, so there is nothing to draw; leave "
                "--network out.");
  }
  const media::ReadOptions read{static_cast<std::uint64_t>(pixelLimitMegapixels_ * 1e6)};
  context.progress(Stage::Read, 0, 1);
  source_ = pipeline::readSource(input_, read);
  better_ = pipeline::readSource(reference_, read);
  context.checkStop();
  pipeline::UpscaleRequest request;
  request.name = input_.filename().string();
  request.input = source_.srgb;
  request.references.push_back({reference_.filename().string(), better_.srgb, nullptr});
  request.options = options_;
  request.options.wantMaps = !matchesOnly_;
  const auto upscaler = engine_.load();
  return matchesOnly_ ? upscaler->match(request, context) : upscaler->run(request, context);
}

void Match::write(const std::string& name, const media::Picture& picture) {
  const auto path = folder_ / name;
  media::writePicture(picture, path, media::Format::Png);
  written_.push_back(path);
}

void Match::writeMaps(const pipeline::AggregationMap& map) {
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

void Match::writePictures(const pipeline::UpscaleResult& result) {
  const auto& matches = result.correspondences.at(0);
  const auto& input = *source_.srgb;
  const auto large = result.picture.empty()
                         ? media::resizeBicubic(input, input.width() * 4, input.height() * 4)
                         : result.picture;
  write("matches.png", draw::drawMatches(large, *better_.srgb, matches, lines_));
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
  for (const auto& map : result.maps) writeMaps(map);
}

weights::TensorView tensorOf(const Field<float>& field) {
  return weights::makeTensor({field.height, field.width}, field.values);
}

weights::TensorView tensorOf(const Field<Vec2f>& field) {
  std::vector<float> values;
  values.reserve(field.values.size() * 2);
  for (const auto& v : field.values) values.insert(values.end(), {v.x, v.y});
  return weights::makeTensor({field.height, field.width, 2}, values);
}

void Match::writeField(const pipeline::UpscaleResult& result) {
  weights::TensorSet set;
  // A field that the matcher does not have stays out of the file.
  const auto add = [&set](const std::string& name, const auto& field) {
    if (!field.empty()) set.tensors[name] = tensorOf(field);
  };
  const auto& matches = result.correspondences.at(0);
  add("cells", matches.cells);
  add("pixels", matches.pixels);
  add("score", matches.score);
  add("uniqueness", matches.uniqueness);
  add("forward_backward", matches.forwardBackward);
  add("agreement", matches.agreement);
  add("contrast", matches.contrast);
  add("confidence", matches.confidence);
  for (const auto& map : result.maps) {
    add(map.scale + ".match_offset", map.matchOffset);
    add(map.scale + ".learned_offset", map.learnedOffset);
    add(map.scale + ".mask", map.maskWeight);
  }
  set.metadata = {{"refscale", version()},
                  {"input", input_.filename().string()},
                  {"reference", reference_.filename().string()},
                  {"model", result.report.model},
                  {"matcher", matches.matcher},
                  {"cell", "4 output pixels; offsets are reference minus input, [x, y]"},
                  {"reference_grid", sizeText(matches.referenceWidth, matches.referenceHeight)}};
  const auto path = folder_ / kNumbers;
  weights::writeSafetensors(set, path);
  written_.push_back(path);
}

double median(const Field<float>& field) {
  return draw::percentile(field, 0.5);
}

// Whether a file's name is one of those that are written.
bool isResult(const fs::path& file) {
  const std::string name = file.filename().string();
  return name == "matches.png" || name == "confidence.png" || name == "uniqueness.png" ||
         name == "forward_backward.png" || name == kNumbers ||
         (name.ends_with(".png") &&
          (name.starts_with("offset_length_") || name.starts_with("offset_direction_") ||
           name.starts_with("mask_")));
}

std::vector<fs::path> resultsIn(const fs::path& folder) {
  std::vector<fs::path> results;
  std::error_code failed;
  auto entry = fs::directory_iterator(folder, failed);
  for (; !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    if (isResult(entry->path())) results.push_back(entry->path());
  }
  return results;
}

// Its own files are replaced, somebody else's confidence.png is not: an earlier match left its
// numbers.
void checkOwn(const fs::path& folder) {
  const auto results = resultsIn(folder);
  if (results.empty()) return;
  try {
    const auto earlier = weights::readSafetensors(folder / kNumbers).metadata;
    if (earlier.contains("refscale") && earlier.contains("matcher")) return;
  } catch (const Error&) { // said below
  }
  throw Error(Kind::Usage, results.front().string() +
                               " is not from an earlier match and would be replaced; choose "
                               "another folder with -o.");
}

// A model with more scales wrote more of them.
void removeOthers(const fs::path& folder, const std::vector<fs::path>& written) {
  for (const fs::path& file : resultsIn(folder)) {
    std::error_code ignored;
    if (std::ranges::find(written, file) == written.end()) fs::remove(file, ignored);
  }
}

int Match::run(const Session& session) {
  for (const fs::path& source : {input_, reference_}) {
    std::error_code ignored;
    const fs::path file = fs::weakly_canonical(source, ignored); // it may be a link
    if (isResult(file) && fs::equivalent(file.parent_path(), folder_, ignored)) {
      throw Error(Kind::Usage, "The results would replace " + source.string() +
                                   ", which is read; choose another folder with -o.");
    }
  }
  const ResultFolder folder(folder_);
  checkOwn(folder_);
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Warning);
  const auto context = bar.context(session.stop);
  std::optional<StopScope> stop(context); // not while the files are written: all or none
  bar.begin(input_.filename().string());
  const auto result = compute(context);
  context.checkStop();
  stop.reset();
  context.progress(Stage::Write, 0, 1);
  writePictures(result);
  writeField(result);
  removeOthers(folder_, written_);
  bar.log(LogLevel::Debug, runText(result.report));
  bar.finish();
  for (const auto* read : {&source_, &better_}) { // stated conversions
    const auto& path = read == &source_ ? input_ : reference_;
    for (const auto& note : read->srgb->notes) {
      bar.log(LogLevel::Warning, path.filename().string() + ": " + note);
    }
  }
  for (const auto& warning : result.report.warnings) bar.log(LogLevel::Warning, warning);

  const auto& matches = result.correspondences.at(0);
  const double sure = sureShare(matches);
  if (json_) {
    Json summary{
        {"schema", 1},
        {"matcher", matches.matcher},
        {"grid", {{"width", matches.confidence.width}, {"height", matches.confidence.height}}},
        {"sure_share", sure},
        {"median_confidence", median(matches.confidence)},
        {"median_score", median(matches.score)},
        {"median_forward_backward", median(matches.forwardBackward)},
        {"files", Json::array()},
        {"report", Json::parse(pipeline::toJson(result.report))}};
    for (const auto& path : written_) summary["files"].push_back(path.string());
    std::cout << summary.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
    return kDone;
  }
  bar.say(fixed(sure * 100, 0) + " % of the cells have a sure match; median confidence " +
          fixed(median(matches.confidence), 2) + ", there and back " +
          fixed(median(matches.forwardBackward), 1) + " cells");
  if (!matchesOnly_ && options_.strength == 0) {
    bar.say("With --strength 0 nothing is aggregated: there are no maps of it");
  } else if (!matchesOnly_) {
    for (const char* scale : {"relu3_1", "relu2_1", "relu1_1"}) {
      const bool aggregates =
          std::ranges::any_of(result.maps, [&](const auto& map) { return map.scale == scale; });
      if (!aggregates) {
        bar.say(result.report.model + " aggregates nothing at " + scale +
                ": there are no maps of that scale");
      }
    }
  }
  for (const auto& path : written_) std::cout << path.string() << "\n";
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeMatch() {
  return std::make_unique<Match>();
}

} // namespace refscale::app
