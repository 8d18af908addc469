#include "core/evaluate/evaluate.h"

#include <utility>

#include "core/base/error.h"
#include "core/evaluate/classical.h"
#include "core/media/color.h"
#include "core/media/resample.h"
#include "core/pipeline/file_job.h"

namespace refscale::evaluate {
namespace {

using media::Picture;
using pipeline::UpscaleRequest;

Picture readRgb(const std::filesystem::path& path) {
  return media::rgbBytes(*pipeline::readSource(path, {}).srgb);
}

std::vector<pipeline::Reference> readReferences(const std::vector<std::filesystem::path>& files) {
  std::vector<pipeline::Reference> references;
  references.reserve(files.size());
  for (const auto& file : files) {
    references.push_back(
        {file.filename().string(), std::make_shared<const Picture>(readRgb(file)), {}});
  }
  return references;
}

// The base alone, where the model has one.
std::optional<Picture> runBase(pipeline::Upscaler& upscaler, UpscaleRequest request,
                               const RunContext& context) try {
  request.references.clear();
  request.options.network = pipeline::Network::Base;
  return upscaler.run(request, context).picture;
} catch (const Error& error) {
  if (error.kind() != Kind::Unsupported) throw;
  return std::nullopt;
}

} // namespace

Evaluation evaluatePairs(pipeline::Upscaler& upscaler, const std::string& model,
                         const std::vector<EvaluationPair>& pairs,
                         const pipeline::UpscaleOptions& options, const RunContext& context,
                         const Shown& shown) {
  Evaluation evaluation;
  evaluation.model = model;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const EvaluationPair& pair = pairs[i];
    context.log(LogLevel::Info, pair.name);
    Picture truth = readRgb(pair.truth);
    truth = media::cropped(truth, 0, 0, truth.width() / 4 * 4, truth.height() / 4 * 4);
    UpscaleRequest request;
    request.name = pair.name;
    request.options = options;
    request.input = std::make_shared<const Picture>(
        media::resizeBicubicU8(truth, truth.width() / 4, truth.height() / 4));
    const auto run = [&](std::vector<pipeline::Reference> references) {
      request.references = std::move(references);
      return upscaler.run(request, context);
    };

    PairScores scores{pair.name, pair.level, {}, 0};
    std::map<Method, Picture> results;
    results[Method::Bicubic] =
        media::resizeBicubicU8(*request.input, truth.width(), truth.height());
    const auto references = readReferences(pair.references);
    pipeline::UpscaleResult right = run(references);
    for (const auto& [stage, seconds] : right.report.seconds) scores.seconds += seconds;
    if (const auto base = runBase(upscaler, request, context)) {
      results[Method::Base] = *base;
      const auto used = static_cast<std::size_t>(std::max(0, right.usedReference));
      results[Method::Classical] = classicalReference(*base, *references[used].picture);
    }
    results[Method::Reference] = std::move(right.picture);
    results[Method::None] = run({}).picture;
    if (const auto wrong = wrongReference(pairs, i)) {
      results[Method::Wrong] = run(readReferences({*wrong})).picture;
    }
    for (const auto& [method, picture] : results) scores.methods[method] = scoreOf(picture, truth);
    if (shown) shown(pair, truth, results);
    evaluation.pairs.push_back(std::move(scores));
  }
  return evaluation;
}

} // namespace refscale::evaluate
