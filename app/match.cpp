// refscale match: where the reference shows what the input shows, as pictures and as numbers.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/draw/maps.h"
#include "app/engine_flags.h"
#include "app/match_files.h"
#include "app/output_plan.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "core/base/error.h"
#include "core/pipeline/file_job.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

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
  void printSummary(const pipeline::UpscaleResult& result, ProgressBar& bar) const;
  void printJson(const pipeline::UpscaleResult& result) const;

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
  bindUpscaleOptions(options, options_, TakesReferences::One);
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

double median(const Field<float>& field) {
  return draw::percentile(field, 0.5);
}

void Match::printJson(const pipeline::UpscaleResult& result) const {
  const auto& matches = result.correspondences.at(0);
  Json summary{
      {"schema", 1},
      {"matcher", matches.matcher},
      {"grid", {{"width", matches.confidence.width}, {"height", matches.confidence.height}}},
      {"sure_share", sureShare(matches)},
      {"median_confidence", median(matches.confidence)},
      {"median_score", median(matches.score)},
      {"median_forward_backward", median(matches.forwardBackward)},
      {"files", Json::array()},
      {"report", Json::parse(pipeline::toJson(result.report))}};
  for (const auto& path : written_) summary["files"].push_back(path.string());
  std::cout << summary.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

void Match::printSummary(const pipeline::UpscaleResult& result, ProgressBar& bar) const {
  const auto& matches = result.correspondences.at(0);
  bar.say(fixed(sureShare(matches) * 100, 0) +
          " % of the cells have a sure match; median confidence " +
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
}

int Match::run(const Session& session) {
  for (const fs::path& source : {input_, reference_}) {
    std::error_code ignored;
    const fs::path file = fs::weakly_canonical(source, ignored); // it may be a link
    if (isMatchFile(file) && fs::equivalent(file.parent_path(), folder_, ignored)) {
      throw Error(Kind::Usage, "The results would replace " + quoted(source) +
                                   ", which is read; choose another folder with -o.");
    }
  }
  const ResultFolder folder(folder_, session.lastStep);
  checkOwnMatch(folder_);
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Warning);
  const auto context = bar.context(session.stop);
  const StopScope stop(context);
  bar.begin(input_.filename().string());
  const auto result = compute(context);
  context.checkStop();
  context.progress(Stage::Write, 0, 1);
  written_ = writeMatch({.result = result,
                         .input = *source_.srgb,
                         .reference = *better_.srgb,
                         .inputName = input_.filename().string(),
                         .referenceName = reference_.filename().string(),
                         .lines = lines_},
                        folder_);
  bar.log(LogLevel::Debug, runText(result.report));
  bar.finish();
  for (const auto* read : {&source_, &better_}) { // stated conversions
    const auto& path = read == &source_ ? input_ : reference_;
    for (const auto& note : read->srgb->notes) {
      bar.log(LogLevel::Warning, path.filename().string() + ": " + note);
    }
  }
  for (const auto& warning : result.report.warnings) bar.log(LogLevel::Warning, warning);
  json_ ? printJson(result) : printSummary(result, bar);
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeMatch() {
  return std::make_unique<Match>();
}

} // namespace refscale::app
