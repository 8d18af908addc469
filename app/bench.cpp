// refscale bench: how fast this machine is at what RefScale does, as a table and as numbers to
// keep.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/command.h"
#include "app/engine_flags.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "app/version.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/media/resample.h"
#include "core/pipeline/estimate.h"

namespace refscale::app {
namespace {

using Json = nlohmann::ordered_json;
using pipeline::PictureSize;

constexpr int kFactor = 4;

struct Run {
  PictureSize input;
  std::string stage; // match (the alignment is in it), restore, whole
  double seconds = 0;
  double gflops = 0; // a second; 0: not counted
  std::int64_t peakBytes = 0;
};

class Bench final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "bench"; }
  [[nodiscard]] const char* help() const override {
    return "Measure how fast this machine enlarges, beside what it computes at most.";
  }
  [[nodiscard]] const char* footer() const override {
    return "Example:\n"
           "  refscale bench --sizes 160x120 256x192 --repeat 3 --json bench.json\n\n"
           "Enlarges a made-up texture with a reference of the output's size and prints, for "
           "every\n"
           "size, the seconds of the stages (the fastest of the repetitions) and what share they\n"
           "reach of the rate of one large 3x3 convolution, by the count of operations that the\n"
           "times left in the window are told from. --json writes {\"schema\": 1, \"machine\",\n"
           "\"peak\": {\"conv_gflops\", \"matmul_gflops\"}, \"runs\": [{\"model\", \"device\", "
           "\"dtype\",\n"
           "\"width\", \"height\", \"stage\": match|restore|whole, \"seconds\", \"gflops\", "
           "\"fraction\",\n"
           "\"peak_bytes\"}]}; width and height are the input's.";
  }
  void configure(CLI::App& options) override;
  [[nodiscard]] int run(const Session& session) override;

 private:
  [[nodiscard]] std::vector<PictureSize> sizes() const;
  void measure(pipeline::Upscaler& upscaler, PictureSize size, const RunContext& context);
  void print() const;
  [[nodiscard]] Json document() const;

  std::vector<std::string> sizes_ = {"160x120", "256x192", "512x384"};
  int repeat_ = 1;
  std::filesystem::path json_;
  EngineFlags engine_;

  pipeline::PeakRates peak_;
  pipeline::Report report_; // of the last run
  std::vector<Run> runs_;
};

void Bench::configure(CLI::App& options) {
  options.add_option("--sizes", sizes_, "Inputs to enlarge")
      ->type_name("WxH")
      ->capture_default_str();
  options.add_option("--repeat", repeat_, "Times each size is enlarged")
      ->type_name("1..100")
      ->check(CLI::Range(1, 100).description(""))
      ->capture_default_str();
  options.add_option("--json", json_, "Write the numbers")->type_name("FILE");
  engine_.bind(options);
}

std::vector<PictureSize> Bench::sizes() const {
  std::vector<PictureSize> sizes;
  for (const std::string& text : sizes_) {
    PictureSize size;
    char cross = 0;
    std::istringstream words(text);
    constexpr int kLargest = 4096;
    if (!(words >> size.width >> cross >> size.height) || cross != 'x' || !words.eof() ||
        size.width < 16 || size.height < 16 || size.width > kLargest || size.height > kLargest) {
      throw Error(Kind::Usage,
                  "--sizes takes sizes like 256x192, each side 16 to 4096, not \"" + text + "\".");
    }
    sizes.push_back(size);
  }
  return sizes;
}

// Something to hold on to everywhere, the same on every machine: crossing waves of many lengths.
media::Picture texture(int width, int height, int shift) {
  media::Picture picture(width, height, 3, media::Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      const double u = x + shift;
      const double v = y;
      const double waves = std::sin(0.031 * u + 0.00021 * v * v) + std::sin(0.047 * v - 0.013 * u) +
                           std::sin(0.00017 * u * u) * std::cos(0.071 * v) +
                           std::sin(0.23 * u + 0.19 * v);
      for (int c = 0; c < 3; ++c) {
        row[3 * x + c] =
            static_cast<std::uint8_t>(std::clamp(128 + (28 + 3 * c) * waves, 0., 255.));
      }
    }
  }
  return picture;
}

void Bench::measure(pipeline::Upscaler& upscaler, PictureSize size, const RunContext& context) {
  const PictureSize output{size.width * kFactor, size.height * kFactor};
  pipeline::UpscaleRequest request;
  request.name = "bench";
  const auto input = std::make_shared<const media::Picture>(
      media::resizeBicubicU8(texture(output.width, output.height, 0), size.width, size.height));
  const auto other = std::make_shared<const media::Picture>(texture(16, 16, 0));
  const pipeline::Reference reference{
      "shifted", std::make_shared<const media::Picture>(texture(output.width, output.height, 13)),
      nullptr};
  Run match{size, "match"};
  Run restore{size, "restore"};
  Run whole{size, "whole"};
  for (int i = 0; i < repeat_; ++i) {
    // Nothing of the run before is to help this one.
    request.references.clear();
    request.input = other;
    (void)upscaler.match(request, context);
    request.references.push_back(reference);
    request.input = input;
    const auto begin = std::chrono::steady_clock::now();
    report_ = upscaler.run(request, context).report;
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const auto keep = [&](Run& run, double seconds) {
      if (i == 0 || seconds < run.seconds) run.seconds = seconds;
      run.peakBytes = report_.peakBytes;
    };
    auto& seconds = report_.seconds;
    keep(match, seconds[stageName(Stage::Match)] + seconds[stageName(Stage::Align)]);
    keep(restore, seconds[stageName(Stage::Restore)]);
    keep(whole, taken.count());
  }
  const auto rate = [](double work, double seconds) { return 2e-9 * work / seconds; };
  const PictureSize matched = {report_.references[0].width, report_.references[0].height};
  match.gflops = rate(report_.references[0].carried ? pipeline::matchWork(size, matched)
                                                    : pipeline::standingWork(size, matched),
                      match.seconds);
  restore.gflops = rate(pipeline::restoreWork(size), restore.seconds);
  runs_.insert(runs_.end(), {match, restore, whole});
}

void Bench::print() const {
  std::cout << report_.model << ", " << report_.device << ", " << report_.dtype << ": convolution "
            << fixed(peak_.convolution, 0) << " GFLOP/s, matrix product "
            << fixed(peak_.matrixProduct, 0) << " GFLOP/s\n";
  std::cout << "input        stage       seconds   GFLOP/s   of peak\n";
  for (const Run& run : runs_) {
    std::cout << padded(sizeText(run.input.width, run.input.height), 13) << padded(run.stage, 10)
              << padded(fixed(run.seconds, 2), 10);
    if (run.gflops > 0) {
      std::cout << padded(fixed(run.gflops, 0), 10)
                << fixed(100 * run.gflops / peak_.convolution, 0) << " %";
    }
    std::cout << "\n";
  }
}

Json Bench::document() const {
  Json runs = Json::array();
  for (const Run& run : runs_) {
    Json entry{{"model", report_.model},     {"device", report_.device},   {"dtype", report_.dtype},
               {"width", run.input.width},   {"height", run.input.height}, {"stage", run.stage},
               {"seconds", run.seconds},     {"gflops", nullptr},          {"fraction", nullptr},
               {"peak_bytes", run.peakBytes}};
    if (run.gflops > 0) {
      entry["gflops"] = run.gflops;
      entry["fraction"] = run.gflops / peak_.convolution;
    }
    runs.push_back(std::move(entry));
  }
  return {{"schema", 1},
          {"version", version()},
          {"machine", peak_.machine},
          {"peak", {{"conv_gflops", peak_.convolution}, {"matmul_gflops", peak_.matrixProduct}}},
          {"runs", std::move(runs)}};
}

int Bench::run(const Session& session) {
  const std::vector<PictureSize> wanted = sizes();
  if (!json_.empty()) checkWritable(json_); // before the minutes
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Warning);
  const RunContext context = bar.context(session.stop);
  const auto upscaler = engine_.load();
  peak_ = pipeline::loadEngine()->peakRates(engine_.engineOptions(), context);
  for (const PictureSize size : wanted) {
    bar.begin(sizeText(size.width, size.height));
    measure(*upscaler, size, context);
    bar.finish();
  }
  print();
  if (!json_.empty()) {
    AtomicFile file(json_);
    file.write(document().dump(2) + "\n");
    file.commit();
  }
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeBench() {
  return std::make_unique<Bench>();
}

} // namespace refscale::app
