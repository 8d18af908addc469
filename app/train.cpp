// refscale train: learns from a pack, or goes on where it was stopped.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "app/command.h"
#include "app/progress_bar.h"
#include "core/train/trainer.h"
#ifndef REFSCALE_COMPUTE
#include "core/base/paths.h"
#include "core/weights/model_store.h"
#endif

namespace refscale::app {
namespace {

// Models by name where there is a store of them; the bare nodes' build knows files alone.
void resolveModel(std::string& model) {
#ifndef REFSCALE_COMPUTE
  if (!model.empty()) model = weights::findModel(model, modelDirs()).string();
#else
  (void)model;
#endif
}

std::string settingsText() {
  std::ostringstream text;
  for (const auto& field : train::configFields()) {
    text << "  " << std::left << std::setw(22) << field.name << field.help << "\n";
  }
  return text.str();
}

class Train final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "train"; }
  [[nodiscard]] const char* help() const override {
    return "Train a model from a pack; the same command goes on after a stop.";
  }
  [[nodiscard]] const char* footer() const override {
    static const std::string text =
        "The output folder gets checkpoint.safetensors, log.jsonl (one JSON object a line with\n"
        "\"event\": start, resume, step, validation, rollback, stop, done), sheets/*.png, "
        "plot.png\n"
        "and at the end NAME.safetensors, a model for --model. Ctrl-C writes a checkpoint "
        "first.\n\n"
        "  refscale train --config resources/training/photo.json \\\n"
        "    --set pack=train.pack.safetensors --set output=run1\n\n"
        "Settings of the file and of --set:\n" +
        settingsText();
    return text.c_str();
  }
  void configure(CLI::App& options) override {
    options.add_option("--config", config_, "Settings as a JSON object")
        ->type_name("FILE")
        ->required();
    options.add_option("--set", settings_, "One setting, over the file's")
        ->type_name("NAME=VALUE")
        ->take_all();
  }
  [[nodiscard]] int run(const Session& session) override {
    train::TrainConfig config = train::readConfig(config_);
    for (const std::string& setting : settings_) train::setField(config, setting);
    train::checkConfig(config);
    resolveModel(config.parent);
    resolveModel(config.teacher);
    ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                    session.verbose ? LogLevel::Debug : LogLevel::Info);
    const train::TrainResult result =
        train::loadTrainer()->train(config, bar.context(session.stop));
    bar.finish();
    std::cout << result.model.string() << "\n"
              << std::setprecision(3) << result.steps << " steps, " << 1 / result.secondsPerStep
              << " a second, " << 100 * result.waiting << " % of the time waiting for batches\n";
    return kDone;
  }

 private:
  std::filesystem::path config_;
  std::vector<std::string> settings_;
};

} // namespace

std::unique_ptr<Command> makeTrain() {
  return std::make_unique<Train>();
}

} // namespace refscale::app
