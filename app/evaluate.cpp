// refscale evaluate: how good a model is on pairs whose truth is known.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "app/command.h"
#include "app/engine_flags.h"
#include "app/progress_bar.h"
#include "core/base/files.h"
#include "core/evaluate/evaluate.h"

namespace refscale::app {
namespace {

class Evaluate final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "evaluate"; }
  [[nodiscard]] const char* help() const override {
    return "Measure a model on pairs of a true picture and a reference.";
  }
  [[nodiscard]] const char* footer() const override {
    return "The list has lines \"truth reference\" with paths relative to its folder; '#' begins "
           "a\n"
           "comment. Each truth is cropped to a multiple of 4, reduced x4 (Pillow's bicubic),\n"
           "enlarged with its reference, without one and with another pair's (wrong), and "
           "compared\n"
           "on Y with 4 pixels cropped. --json writes {\"schema\": 1, \"model\", \"pairs\": "
           "[{\"name\",\n"
           "\"bicubic\": {\"psnr_y\", \"ssim_y\"}, \"none\", \"reference\", \"wrong\", "
           "\"seconds\"}], \"mean\"}.\n"
           "\n"
           "  refscale evaluate --pairs street.txt --json street.json";
  }
  void configure(CLI::App& options) override {
    options.add_option("--pairs", list_, "List of pairs")->required()->type_name("LIST");
    options.add_option("--json", json_, "Write the figures as JSON")->type_name("FILE");
    engine_.bind(options);
    bindUpscaleOptions(options, upscale_);
  }
  [[nodiscard]] int run(const Session& session) override {
    const auto pairs = evaluate::readPairList(list_);
    const auto upscaler = engine_.load();
    ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                    session.verbose ? LogLevel::Debug : LogLevel::Info);
    const auto evaluation = evaluate::evaluatePairs(*upscaler, engine_.model, pairs, upscale_,
                                                    bar.context(session.stop));
    bar.finish();
    if (!json_.empty()) {
      AtomicFile file(json_);
      file.write(toJson(evaluation) + "\n");
      file.commit();
    }
    std::cout << toTable(evaluation);
    return kDone;
  }

 private:
  std::filesystem::path list_;
  std::filesystem::path json_;
  EngineFlags engine_;
  pipeline::UpscaleOptions upscale_;
};

} // namespace

std::unique_ptr<Command> makeEvaluate() {
  return std::make_unique<Evaluate>();
}

} // namespace refscale::app
