// refscale evaluate: how good a model is on pairs whose truth is known.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <optional>

#include "app/command.h"
#include "app/draw/sheet.h"
#include "app/engine_flags.h"
#include "app/output_plan.h"
#include "app/progress_bar.h"
#include "app/text.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/evaluate/evaluate.h"
#include "core/evaluate/robustness.h"
#include "core/media/write.h"
#include "core/train/plot.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
using evaluate::Method;
using media::Picture;

class Evaluate final : public Command {
 public:
  [[nodiscard]] const char* name() const override { return "evaluate"; }
  [[nodiscard]] const char* help() const override {
    return "Measure a model on pairs of a true picture and a reference.";
  }
  [[nodiscard]] const char* footer() const override;
  void configure(CLI::App& options) override;
  [[nodiscard]] int run(const Session& session) override;

 private:
  void checkTargets(const std::vector<evaluate::EvaluationPair>& pairs) const;
  void measureRobustness(const std::vector<evaluate::EvaluationPair>& pairs, const Session& session,
                         const RunContext& context);

  fs::path pairs_;
  evaluate::PairFolders folders_;
  fs::path robustness_;
  fs::path json_;
  fs::path csv_;
  fs::path sheets_;
  EngineFlags engine_;
  pipeline::UpscaleOptions upscale_;
};

const char* Evaluate::footer() const {
  return "PAIRS is a list with lines \"truth reference [reference ...]\" ('#' begins a comment; "
         "the\n"
         "annotation files of CUFED5 and WR-SR are such lists), a folder of CUFED5's pictures\n"
         "(NNN_0 with NNN_1 .. NNN_5), or one with the folders input and ref. Each truth is "
         "cropped\n"
         "to a multiple of 4, reduced x4 (Pillow's bicubic), enlarged by every method, and "
         "compared\n"
         "with 4 pixels cropped. The methods:\n"
         "  bicubic    Pillow's bicubic\n"
         "  base       the model's single-image network alone\n"
         "  none       the model without a reference\n"
         "  classical  base and what OpenCV takes from the reference without any training\n"
         "             (SIFT homography, optical flow, high band where both agree)\n"
         "  reference  the model with its reference\n"
         "  wrong      the model with a picture of another scene\n"
         "--json writes {\"schema\": 1, \"model\", \"pairs\": [{\"name\", \"bicubic\": "
         "{\"psnr_y\",\n"
         "\"ssim_y\", \"psnr_rgb\", \"ssim_rgb\"}, ..., \"seconds\"}], \"levels\", \"mean\"}, "
         "--csv a line\n"
         "a pair and method, --sheets a picture a pair with the places where the reference "
         "changed\n"
         "most.\n"
         "--robustness takes each truth, scaled (1 to 2.5) and turned (0 to 60 degrees), as its "
         "own\n"
         "reference: how far matches are off, and what the result is worth, for the contrastive\n"
         "matcher and vgg alone and for the product as it runs (carried). DIR gets\n"
         "robustness.json and four plots.\n\n"
         "  refscale evaluate --pairs street.txt --json street.json --sheets sheets/";
}

void Evaluate::configure(CLI::App& options) {
  options.add_option("--pairs", pairs_, "List or folder of pairs")->required()->type_name("PAIRS");
  options.add_option("--truths", folders_.truths, "Folder of the list's pictures [the list's own]")
      ->type_name("DIR");
  options
      .add_option("--references", folders_.references,
                  "Folder of the list's references [that of the truths]")
      ->type_name("DIR");
  options.add_option("--json", json_, "Write the figures as JSON")->type_name("FILE");
  options.add_option("--csv", csv_, "Write the figures as CSV")->type_name("FILE");
  options.add_option("--sheets", sheets_, "Write a sheet of crops for each pair")->type_name("DIR");
  options
      .add_option("--robustness", robustness_,
                  "Measure known scales and rotations of the truths instead; write plots there")
      ->type_name("DIR");
  engine_.bind(options);
  bindUpscaleOptions(options, upscale_);
}

// Where two pictures differ most, a place a third of the picture, so that a sheet shows several.
std::vector<draw::Crop> differingPlaces(const Picture& a, const Picture& b) {
  constexpr int kStep = 24;
  std::vector<draw::Crop> places;
  for (int third = 0; third < 3; ++third) {
    draw::Crop best{a.width() * third / 3, 0};
    double most = -1;
    for (int y = 0; y + draw::kCropHeight <= a.height(); y += kStep) {
      for (int x = a.width() * third / 3;
           x + draw::kCropWidth <= std::min(a.width(), a.width() * (third + 1) / 3 + kStep);
           x += kStep) {
        double sum = 0;
        for (int j = y; j < y + draw::kCropHeight; j += 2) {
          const auto* p = a.row<std::uint8_t>(j);
          const auto* q = b.row<std::uint8_t>(j);
          for (int i = 3 * x; i < 3 * (x + draw::kCropWidth); ++i) sum += std::abs(p[i] - q[i]);
        }
        if (sum > most) best = {x, y}, most = sum;
      }
    }
    places.push_back(best);
  }
  return places;
}

void writeSheet(const fs::path& path, const evaluate::EvaluationPair& pair, const Picture& truth,
                const std::map<Method, Picture>& results) {
  draw::SheetContent content;
  content.title = pair.name;
  for (const Method method : evaluate::kMethods) {
    const auto found = results.find(method);
    if (found == results.end() || method == Method::None || method == Method::Wrong) continue;
    const auto score = evaluate::scoreOf(found->second, truth);
    content.details.push_back({evaluate::methodName(method),
                               fixed(score.psnrY, 2) + " dB, SSIM " + fixed(score.ssimY, 3),
                               found->second});
  }
  content.details.push_back({"truth", "", truth});
  const auto base = results.find(Method::Base);
  content.crops =
      differingPlaces(results.at(Method::Reference),
                      base != results.end() ? base->second : results.at(Method::Bicubic));
  media::writePicture(draw::drawSheet(content), path, media::Format::Png);
}

void writeText(const fs::path& path, const std::string& text) {
  if (path.empty()) return;
  AtomicFile file(path);
  file.write(text);
  file.commit();
}

constexpr std::array kRobustnessFiles = {"robustness.json", "scale_error.png", "scale_psnr.png",
                                         "rotation_error.png", "rotation_psnr.png"};

void Evaluate::measureRobustness(const std::vector<evaluate::EvaluationPair>& pairs,
                                 const Session& session, const RunContext& context) {
  const ResultFolder folder(robustness_, session.lastStep);
  std::vector<fs::path> truths;
  for (const auto& pair : pairs) {
    if (std::find(truths.begin(), truths.end(), pair.truth) == truths.end()) {
      truths.push_back(pair.truth);
    }
  }
  const auto upscaler = engine_.load();
  const auto measured = evaluate::measureRobustness(*upscaler, truths, upscale_, context);
  const auto plot = [&](const char* file, const std::string& title,
                        const std::vector<evaluate::RobustnessCurve>& curves,
                        double evaluate::RobustnessPoint::*value) {
    constexpr int kWidth = 720;
    constexpr int kHeight = 420;
    std::vector<train::Curve> drawn;
    for (const auto& curve : curves) {
      drawn.push_back({curve.method, {}});
      for (const auto& p : curve.points) drawn.back().points.emplace_back(p.amount, p.*value);
    }
    media::writePicture(train::drawCurves(title, drawn, kWidth, kHeight), robustness_ / file,
                        media::Format::Png);
  };
  using Point = evaluate::RobustnessPoint;
  writeText(robustness_ / kRobustnessFiles[0], toJson(measured, engine_.model) + "\n");
  plot(kRobustnessFiles[1], "end-point error against scale", measured.scale, &Point::endPointError);
  plot(kRobustnessFiles[2], "PSNR-Y against scale", measured.scale, &Point::psnrY);
  plot(kRobustnessFiles[3], "end-point error against degrees", measured.rotation,
       &Point::endPointError);
  plot(kRobustnessFiles[4], "PSNR-Y against degrees", measured.rotation, &Point::psnrY);
  std::cout << toTable(measured);
}

fs::path sheetName(std::size_t index) {
  std::string number = std::to_string(index + 1);
  number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
  return number + ".png";
}

// Said before the hour, not after it.
void Evaluate::checkTargets(const std::vector<evaluate::EvaluationPair>& pairs) const {
  std::vector<fs::path> read = {pairs_};
  for (const auto& pair : pairs) {
    read.push_back(pair.truth);
    read.insert(read.end(), pair.references.begin(), pair.references.end());
  }
  std::vector<fs::path> written;
  if (!robustness_.empty()) {
    for (const char* name : kRobustnessFiles) written.push_back(robustness_ / name);
  }
  for (const fs::path& file : {json_, csv_}) {
    if (file.empty()) continue;
    checkWritable(file);
    written.push_back(file);
  }
  for (std::size_t i = 0; !sheets_.empty() && i < pairs.size(); ++i) {
    written.push_back(sheets_ / sheetName(i));
  }
  for (const fs::path& file : written) {
    if (const fs::path* source = readFileAt(file, read)) {
      throw Error(Kind::Usage, "The results would replace " + source->string() +
                                   ", which is read; choose another name or folder.");
    }
  }
}

int Evaluate::run(const Session& session) {
  const auto pairs = evaluate::readPairs(pairs_, folders_);
  checkTargets(pairs);
  ProgressBar bar(std::cerr, ProgressBar::styleOfStderr(session.quiet),
                  session.verbose ? LogLevel::Debug : LogLevel::Info);
  if (!robustness_.empty()) {
    measureRobustness(pairs, session, bar.context(session.stop));
    return kDone;
  }
  std::optional<ResultFolder> sheetFolder;
  if (!sheets_.empty()) sheetFolder.emplace(sheets_, session.lastStep);
  const auto upscaler = engine_.load();
  std::size_t sheet = 0;
  evaluate::Shown shown;
  if (!sheets_.empty()) {
    shown = [&](const evaluate::EvaluationPair& pair, const Picture& truth,
                const std::map<Method, Picture>& results) {
      writeSheet(sheets_ / sheetName(sheet++), pair, truth, results);
    };
  }
  const auto evaluation = evaluate::evaluatePairs(*upscaler, engine_.model, pairs, upscale_,
                                                  bar.context(session.stop), shown);
  bar.finish();
  writeText(json_, toJson(evaluation) + "\n");
  writeText(csv_, toCsv(evaluation));
  std::cout << toTable(evaluation);
  return kDone;
}

} // namespace

std::unique_ptr<Command> makeEvaluate() {
  return std::make_unique<Evaluate>();
}

} // namespace refscale::app
