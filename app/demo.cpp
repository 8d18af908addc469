// refscale demo: a painted street from two viewpoints shows on any machine, with nothing but the
// program, what a reference does.
#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/draw/canvas.h"
#include "app/draw/sheet.h"
#include "app/engine_flags.h"
#include "app/output_plan.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "core/base/error.h"
#include "core/base/file_set.h"
#include "core/demo/view.h"
#include "core/media/metrics.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "core/pipeline/file_job.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
constexpr int kFactor = 4;

class Demo final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "demo"; }
  [[nodiscard]] const char* help() const override {
    return "Show on a painted street, with numbers, what a reference does.";
  }
  [[nodiscard]] const char* footer() const override {
    return "Example:\n"
           "  refscale demo -o demo/\n\n"
           "Paints a street from two viewpoints, at two moments and in two lights; makes the "
           "first\n"
           "view four times smaller, enlarges it with and without the second, and measures both\n"
           "against the first view. Writes into DIR (made when its parent is there; its own files\n"
           "are replaced) truth, input, reference, bicubic, none, reference_result and sheet "
           ".png,\n"
           "and report.json: {\"schema\": 1, \"bicubic\": {\"psnr_y\", \"ssim_y\"}, \"none\": "
           "{...},\n"
           "\"reference\": {...}, \"model\", \"device\", \"dtype\", \"seconds\"}.\n"
           "Prints the table, or with --json the report.";
  }
  void configure(CLI::App& options) override {
    options.add_option("-o,--output", folder_, "Folder for the results")
        ->type_name("DIR")
        ->required();
    options.add_flag("--json", json_, "Print the report instead of the table");
    bindUpscaleOptions(options, options_, TakesReferences::One);
    engine_.bind(options);
  }
  [[nodiscard]] int run(const Session& session) override;

 private:
  void enlarge(const RunContext& context, ProgressBar& bar);
  void writeFiles();
  [[nodiscard]] Json report() const;
  void printTable() const;

  struct Score {
    double psnr = 0;
    double ssim = 0;
  };
  [[nodiscard]] Score scoreOf(const media::Picture& picture) const {
    return {media::psnr(picture, *truth_), media::ssim(picture, *truth_)};
  }

  fs::path folder_;
  bool json_ = false;
  pipeline::UpscaleOptions options_;
  EngineFlags engine_;

  std::shared_ptr<const media::Picture> truth_;
  std::shared_ptr<const media::Picture> reference_;
  std::shared_ptr<const media::Picture> input_;
  media::Picture bicubic_;
  pipeline::UpscaleResult none_;
  pipeline::UpscaleResult with_;
  double seconds_ = 0;
};

void Demo::enlarge(const RunContext& context, ProgressBar& bar) {
  const auto upscaler = engine_.load();
  pipeline::UpscaleRequest request;
  request.name = "demo";
  request.input = input_;
  request.options = options_;
  bar.begin("without reference", Borrowing::No);
  none_ = upscaler->run(request, context);
  if (!pipeline::whyNothingIsBorrowed(options_)) {
    request.references.push_back({"the second view", reference_, nullptr});
  }
  bar.begin("with reference");
  const auto start = std::chrono::steady_clock::now();
  with_ = upscaler->run(request, context);
  seconds_ = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  bar.finish();
  context.checkStop();
  for (const auto& warning : with_.report.warnings) bar.log(LogLevel::Warning, warning);
}

std::string noteOf(double psnr, double ssim) {
  return fixed(psnr, 2) + " dB, SSIM " + fixed(ssim, 3);
}

void Demo::writeFiles() {
  FileSet files;
  // First, so that the next demo knows the pictures as its own.
  files.add(folder_ / "report.json").write(report().dump(2) + "\n");
  const auto write = [&](const char* name, const media::Picture& picture) {
    AtomicFile& file = files.add(folder_ / name);
    file.write(media::encodePicture(picture, media::Format::Png));
  };
  write("truth.png", *truth_);
  write("input.png", *input_);
  write("reference.png", *reference_);
  write("bicubic.png", bicubic_);
  write("none.png", none_.picture);
  write("reference_result.png", with_.picture);

  const auto noted = [this](const char* title, const media::Picture& picture) {
    const auto score = scoreOf(picture);
    return draw::SheetPicture{title, noteOf(score.psnr, score.ssim), picture};
  };
  const draw::SheetPicture input{"Input", sizeText(input_->width(), input_->height()), *input_};
  const draw::SheetPicture better{"Reference", "another place, another hour", *reference_};
  const draw::SheetPicture truth{"Truth", "", *truth_};
  const auto bicubic = noted("Bicubic", bicubic_);
  const auto none = noted("Without reference", none_.picture);
  const auto with = noted("With reference", with_.picture);
  // The columns of crops are narrow.
  const auto brief = [](draw::SheetPicture picture) {
    picture.note = picture.note.substr(0, picture.note.find(','));
    return picture;
  };
  draw::SheetPicture inputLarge = input;
  inputLarge.note = "its pixels";
  inputLarge.picture = draw::enlargedPixels(*input_, kFactor);
  write("sheet.png",
        draw::drawSheet({.title = "RefScale: four times larger, with the detail of a reference",
                         .wholes = {input, better, with, bicubic, none, truth},
                         .details = {inputLarge, brief(bicubic), brief(none), brief(with), truth},
                         .crops = {{20, 232}, {196, 240}, {236, 138}, {470, 292}}}));
  files.commit();
}

Json Demo::report() const {
  const auto entry = [this](const media::Picture& picture) {
    const auto score = scoreOf(picture);
    return Json{{"psnr_y", score.psnr}, {"ssim_y", score.ssim}};
  };
  return {{"schema", 1},
          {"bicubic", entry(bicubic_)},
          {"none", entry(none_.picture)},
          {"reference", entry(with_.picture)},
          {"model", with_.report.model},
          {"device", with_.report.device},
          {"dtype", with_.report.dtype},
          {"seconds", seconds_}};
}

void Demo::printTable() const {
  std::cout << "                     PSNR-Y    SSIM-Y\n";
  const auto line = [this](const char* name, const media::Picture& picture) {
    const auto score = scoreOf(picture);
    std::cout << padded(name, 19) << fixed(score.psnr, 2) << " dB    " << fixed(score.ssim, 4)
              << "\n";
  };
  line("bicubic", bicubic_);
  line("without reference", none_.picture);
  line("with reference", with_.picture);
  std::cout << "Look at " << (folder_ / "sheet.png").string() << "\n";
}

// Its own files are replaced, somebody else's input.png is not: an earlier demo left a report.
void checkOwn(const fs::path& folder) {
  std::error_code ignored;
  std::ifstream report(folder / "report.json");
  const Json found = Json::parse(report, nullptr, /*allow_exceptions=*/false);
  if (found.is_object() && found.contains("bicubic") && found.contains("none")) return;
  for (const char* name : {"report.json", "truth.png", "input.png", "reference.png", "bicubic.png",
                           "none.png", "reference_result.png", "sheet.png"}) {
    if (fs::exists(folder / name, ignored)) {
      throw Error(Kind::Usage, quoted(folder / name) +
                                   " is not from an earlier demo and would be replaced; choose "
                                   "another folder with -o.");
    }
  }
}

int Demo::run(const Session& session) {
  const ResultFolder folder(folder_, session.lastStep);
  checkOwn(folder_);
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Warning);
  bar.say("Painting the street ...");
  const RunContext context = bar.context(session.stop);
  const StopScope stop(context);
  truth_ = std::make_shared<media::Picture>(demo::renderView(demo::Moment::Input));
  reference_ = std::make_shared<media::Picture>(demo::renderView(demo::Moment::Reference));
  input_ = std::make_shared<media::Picture>(
      media::resizeBicubicU8(*truth_, truth_->width() / kFactor, truth_->height() / kFactor));
  bicubic_ = media::resizeBicubicU8(*input_, truth_->width(), truth_->height());
  if (const auto why = pipeline::whyNothingIsBorrowed(options_)) {
    bar.log(LogLevel::Warning, *why + ": the second view is left aside");
  }
  enlarge(context, bar);
  writeFiles();
  if (json_) {
    std::cout << report().dump(2) << "\n";
  } else {
    printTable();
  }
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeDemo() {
  return std::make_unique<Demo>();
}

} // namespace refscale::app
