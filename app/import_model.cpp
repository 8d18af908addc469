// refscale import-model: published checkpoints become one model file in the user's folder.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/command.h"
#include "core/base/paths.h"
#include "core/base/run_context.h"
#include "core/weights/model_store.h"

namespace refscale::app {
namespace {

class ImportModel final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "import-model"; }
  [[nodiscard]] const char* help() const override {
    return "Join published checkpoints into one model that `--model NAME` finds.";
  }
  [[nodiscard]] const char* footer() const override {
    return "Example:\n"
           "  refscale import-model C2_matching_mse.pth feature_extraction.pth --name c2-mse\n\n"
           "Takes .pth files (zip and legacy) and .safetensors; nothing inside a .pth is run. All\n"
           "keys and shapes are checked first; --verbose lists every one that is wrong. Prints "
           "the\n"
           "name of the file written.";
  }
  void configure(CLI::App& options) override {
    options
        .add_option("restoration", request_.restoration, "Checkpoint of the restoration network")
        ->type_name("RESTORATION")
        ->required();
    options
        .add_option("extractor", request_.extractor, "Checkpoint of the correspondence extractor")
        ->type_name("EXTRACTOR")
        ->required();
    options.add_option("--vgg", vgg_, "VGG-19 weights; without it the shipped model's are taken")
        ->type_name("FILE");
    options
        .add_option("--name", request_.name, "Name of the model: letters, digits, '.', '_', '-'")
        ->type_name("NAME")
        ->required();
    options.add_flag("--overwrite", request_.overwrite, "Replace a model of that name");
    options.add_option("--licence", licence_, "The weights' licence, for the model's card")
        ->type_name("TEXT");
  }
  [[nodiscard]] int run(const Session& session) override {
    auto request = request_;
    if (!vgg_.empty()) request.vgg = vgg_;
    if (!licence_.empty()) request.card["licence"] = licence_;
    RunContext context;
    context.stop = session.stop;
    const StopScope stop(context);
    const auto shipped = resourcesDir() / "models" / "start.safetensors";
    std::cout << weights::importModel(request, userDataDir() / "models", shipped).string() << "\n";
    if (!session.quiet) std::cerr << "Imported; use it with --model " << request.name << "\n";
    return kDone;
  }

 private:
  weights::ImportRequest request_;
  std::filesystem::path vgg_;
  std::string licence_;
};

} // namespace

std::unique_ptr<Command> makeImportModel() {
  return std::make_unique<ImportModel>();
}

} // namespace refscale::app
