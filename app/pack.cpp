// refscale pack: turns folders of pictures into what a training reads.
#include <CLI/CLI.hpp>
#include <iostream>

#include "app/command.h"
#include "app/engine_flags.h"
#include "app/pack/maker.h"
#include "app/progress_bar.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/paths.h"
#include "core/train/trainer.h"
#include "core/weights/model_store.h"

namespace refscale::app {
namespace {

class PackCommand final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "pack"; }
  [[nodiscard]] const char* help() const override {
    return "Make a pack of training pairs from folders of pictures.";
  }
  [[nodiscard]] const char* footer() const override {
    return "--pairs names a list with lines \"input reference\" (paths relative to the list, the\n"
           "rest of a line is not looked at); --walk a folder of photos taken one after the "
           "other;\n"
           "--photos folders of single photos. Windows of inputs lie where both photos show the\n"
           "same; each is matched to an area of its reference by the model's matcher, and the\n"
           "matches are kept in the pack. The same options give the same pack.\n\n"
           "  refscale pack --pairs scenes/pairs.txt --walk street --hold-out 18-20 \\\n"
           "    --photos photos -o train.pack.safetensors\n"
           "  refscale train --config resources/training/photo.json --set "
           "pack=train.pack.safetensors";
  }
  void configure(CLI::App& options) override;
  [[nodiscard]] int run(const Session& session) override;

 private:
  pack::PackOptions options_;
  EngineFlags engine_;
  std::filesystem::path output_;
  bool noMatches_ = false;
  bool standing_ = false;
  bool overwrite_ = false;
};

void PackCommand::configure(CLI::App& options) {
  options.add_option("-o,--output", output_, "The pack")->type_name("FILE")->required();
  options.add_flag("--overwrite", overwrite_, "Replace a pack that is there");
  const char* sources = "Pictures";
  options.add_option("--pairs", options_.pairs, "List of pairs")->type_name("LIST")->group(sources);
  options.add_option("--walk", options_.walk, "Folder of photos in order")
      ->type_name("DIR")
      ->group(sources);
  options.add_option("--photos", options_.photos, "Folders of single photos")
      ->type_name("DIR")
      ->group(sources);
  options.add_option("--licences", options_.licences, "Lines \"beginning of a name: licence\"")
      ->type_name("FILE")
      ->group(sources);
  options
      .add_option("--hold-out", options_.holdOut,
                  "Photos of the walk, counted from 1, kept for validation")
      ->type_name("N-M")
      ->group(sources);
  const char* mixture = "How many";
  const auto count = [&](const char* flag, int& value, const char* text, int least, int most) {
    options.add_option(flag, value, text)
        ->type_name("N")
        ->check(CLI::Range(least, most).description(""))
        ->capture_default_str()
        ->group(mixture);
  };
  constexpr int kMost = 10'000'000;
  count("--per-pair", options_.perPair, "Windows of each pair of the list", 0, kMost);
  count("--neighbours", options_.neighbour, "Windows of neighbours on the walk", 0, kMost);
  count("--synthetic", options_.synthetic, "Windows with a transformed reference", 0, kMost);
  count("--unrelated", options_.unrelated, "Windows with a wrong reference", 0, kMost);
  count("--none", options_.none, "Windows without a reference", 0, kMost);
  count("--validation", options_.validation, "Held-out windows, right and wrong each", 0, kMost);
  count("--input-size", options_.inputSize, "Side of a window, pixels", 16, 4096);
  count("--reference-size", options_.referenceSize,
        "Largest side of the area that is matched; 0: the whole picture", 0, 1 << 16);
  count("--photo-side", options_.photoSide, "Larger pictures are reduced to this", 64, 1 << 16);
  count("--seed", options_.seed, "Of everything that is drawn", 0, kMost);
  options.add_option("--degradation", options_.degradation, "How inputs are reduced")
      ->type_name("bicubic|realistic")
      ->check(CLI::IsMember({"bicubic", "realistic"}).description(""))
      ->capture_default_str()
      ->group(mixture);
  options.add_flag("--no-matches", noMatches_, "Keep none (teacher and student need none)");
  options.add_flag("--standing", standing_,
                   "Keep references as they stand; else they are carried into the window's frame,\n"
                   "as `upscale` does it");
  engine_.bind(options);
}

int PackCommand::run(const Session& session) {
  if (!overwrite_ && std::filesystem::exists(output_)) {
    throw Error(Kind::BadInput,
                "\"" + output_.string() + "\" is there already; add --overwrite to replace it.");
  }
  checkWritable(output_);
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Info);
  bar.begin(output_.filename().string());
  const RunContext context = bar.context(session.stop);
  train::PackContent content = pack::makePack(options_, context);
  if (!noMatches_) {
    train::loadTrainer()->match(content,
                                {.model = weights::findModel(engine_.model, modelDirs()),
                                 .carry = !standing_,
                                 .device = engine_.device,
                                 .precision = engine_.precision,
                                 .threads = engine_.threads},
                                context);
  }
  train::writePack(content, output_);
  bar.finish();
  std::cout << content.samples.size() << " pairs in " << content.pictures.size()
            << " pictures: " << content.card << "\n";
  return kDone;
}

} // namespace

std::unique_ptr<Command> makePack() {
  return std::make_unique<PackCommand>();
}

} // namespace refscale::app
