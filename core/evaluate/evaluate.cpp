#include "core/evaluate/evaluate.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "core/base/error.h"
#include "core/media/metrics.h"
#include "core/media/resample.h"
#include "core/pipeline/file_job.h"

namespace refscale::evaluate {
namespace {

using media::Picture;

// 8-bit RGB, as the protocol takes pictures.
Picture readRgb(const std::filesystem::path& path) {
  Picture picture = media::converted(*pipeline::readSource(path, {}).srgb, media::Sample::U8);
  if (picture.hasAlpha()) picture = media::withoutAlpha(picture);
  return picture.isGrey() ? media::greyToRgb(picture) : picture;
}

Score scoreOf(const Picture& picture, const Picture& truth) {
  return {media::psnr(picture, truth), media::ssim(picture, truth)};
}

std::optional<std::filesystem::path> wrongReference(const std::vector<EvaluationPair>& pairs,
                                                    std::size_t index) {
  const EvaluationPair& pair = pairs[index];
  std::optional<std::filesystem::path> sameFolder;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const EvaluationPair& other = pairs[(index + pairs.size() / 2 + k) % pairs.size()];
    if (other.reference.parent_path() != pair.reference.parent_path()) return other.reference;
    if (!sameFolder && other.truth != pair.truth && other.reference != pair.reference &&
        other.reference != pair.truth) {
      sameFolder = other.reference;
    }
  }
  return sameFolder;
}

PairScores evaluatePair(pipeline::Upscaler& upscaler, const EvaluationPair& pair,
                        const std::optional<std::filesystem::path>& wrong,
                        const pipeline::UpscaleOptions& options, const RunContext& context) {
  Picture truth = readRgb(pair.truth);
  truth = media::cropped(truth, 0, 0, truth.width() / 4 * 4, truth.height() / 4 * 4);
  pipeline::UpscaleRequest request;
  request.name = pair.name;
  request.options = options;
  request.input = std::make_shared<const Picture>(
      media::resizeBicubicU8(truth, truth.width() / 4, truth.height() / 4));
  const auto run = [&](const std::optional<std::filesystem::path>& reference) {
    request.references.clear();
    if (reference) {
      request.references.push_back({reference->filename().string(),
                                    std::make_shared<const Picture>(readRgb(*reference)),
                                    {}});
    }
    return upscaler.run(request, context);
  };
  PairScores scores;
  scores.name = pair.name;
  scores.bicubic =
      scoreOf(media::resizeBicubicU8(*request.input, truth.width(), truth.height()), truth);
  const pipeline::UpscaleResult right = run(pair.reference);
  scores.reference = scoreOf(right.picture, truth);
  for (const auto& [stage, seconds] : right.report.seconds) scores.seconds += seconds;
  scores.none = scoreOf(run(std::nullopt).picture, truth);
  if (wrong) scores.wrong = scoreOf(run(wrong).picture, truth);
  return scores;
}

PairScores meanOf(const std::vector<PairScores>& pairs) {
  PairScores mean;
  mean.name = "mean";
  Score wrong;
  std::size_t wrongs = 0;
  const auto add = [](Score& sum, const Score& s, double n) {
    sum.psnrY += s.psnrY / n;
    sum.ssimY += s.ssimY / n;
  };
  for (const PairScores& p : pairs) wrongs += p.wrong ? 1 : 0;
  const auto n = static_cast<double>(pairs.size());
  for (const PairScores& p : pairs) {
    add(mean.bicubic, p.bicubic, n);
    add(mean.none, p.none, n);
    add(mean.reference, p.reference, n);
    if (p.wrong) add(wrong, *p.wrong, static_cast<double>(wrongs));
    mean.seconds += p.seconds / n;
  }
  if (wrongs > 0) mean.wrong = wrong;
  return mean;
}

nlohmann::ordered_json jsonOf(const Score& score) {
  return {{"psnr_y", score.psnrY}, {"ssim_y", score.ssimY}};
}

nlohmann::ordered_json jsonOf(const PairScores& p) {
  nlohmann::ordered_json json = {{"name", p.name},
                                 {"bicubic", jsonOf(p.bicubic)},
                                 {"none", jsonOf(p.none)},
                                 {"reference", jsonOf(p.reference)}};
  json["wrong"] = p.wrong ? jsonOf(*p.wrong) : nlohmann::ordered_json(nullptr);
  json["seconds"] = p.seconds;
  return json;
}

} // namespace

std::vector<EvaluationPair> readPairList(const std::filesystem::path& list) {
  std::ifstream file(list);
  if (!file) {
    throw Error(Kind::NotFound, "There is no list \"" + list.string() + "\"; check its name.");
  }
  std::vector<EvaluationPair> pairs;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    std::istringstream words(line.substr(0, line.find('#')));
    std::string truth;
    std::string reference;
    std::string rest;
    if (!(words >> truth)) continue;
    if (!(words >> reference) || (words >> rest)) {
      throw Error(Kind::BadInput, "Line " + std::to_string(number) + " of \"" + list.string() +
                                      "\" must name a truth and a reference, nothing else.");
    }
    const auto folder = list.parent_path();
    std::string name = truth;
    name.append(" <- ").append(reference);
    pairs.push_back({std::move(name), folder / truth, folder / reference});
  }
  if (pairs.empty()) {
    throw Error(Kind::BadInput, "The list \"" + list.string() + "\" names no pairs.");
  }
  return pairs;
}

Evaluation evaluatePairs(pipeline::Upscaler& upscaler, const std::string& model,
                         const std::vector<EvaluationPair>& pairs,
                         const pipeline::UpscaleOptions& options, const RunContext& context) {
  Evaluation evaluation;
  evaluation.model = model;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    context.log(LogLevel::Info, pairs[i].name);
    evaluation.pairs.push_back(
        evaluatePair(upscaler, pairs[i], wrongReference(pairs, i), options, context));
  }
  evaluation.mean = meanOf(evaluation.pairs);
  return evaluation;
}

std::string toJson(const Evaluation& evaluation) {
  nlohmann::ordered_json json = {{"schema", 1}, {"model", evaluation.model}};
  json["pairs"] = nlohmann::ordered_json::array();
  for (const PairScores& p : evaluation.pairs) json["pairs"].push_back(jsonOf(p));
  json["mean"] = jsonOf(evaluation.mean);
  json["mean"].erase("name");
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string toTable(const Evaluation& evaluation) {
  std::string text =
      "PSNR-Y / SSIM-Y      bicubic      no reference         reference   wrong reference  "
      "seconds\n";
  const auto row = [&](const PairScores& p) {
    std::array<char, 256> line{};
    const Score wrong = p.wrong.value_or(Score{});
    std::snprintf(line.data(), line.size(),
                  "%6.2f / %.3f  %15.2f / %.3f  %10.2f / %.3f  %8.2f / %.3f  %7.2f  %s\n",
                  p.bicubic.psnrY, p.bicubic.ssimY, p.none.psnrY, p.none.ssimY, p.reference.psnrY,
                  p.reference.ssimY, wrong.psnrY, wrong.ssimY, p.seconds, p.name.c_str());
    text += line.data();
  };
  for (const PairScores& p : evaluation.pairs) row(p);
  row(evaluation.mean);
  return text;
}

} // namespace refscale::evaluate
