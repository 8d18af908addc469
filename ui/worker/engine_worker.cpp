#include "ui/worker/engine_worker.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <optional>
#include <utility>

#include "core/base/memory.h"
#include "core/media/resample.h"
#include "core/pipeline/estimate.h"
#include "core/pipeline/shuffled.h"
#include "ui/worker/error_words.h"

namespace refscale::ui {
namespace {

constexpr std::int64_t kFewSteps = 64;
constexpr auto kProgressInterval = std::chrono::milliseconds(40);

// Lets through what a person can see: each new stage, each end, each of few steps, else 25 a
// second.
class ProgressGate {
 public:
  [[nodiscard]] bool passes(const Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    const bool edge = !stage_ || *stage_ != progress.stage || progress.done >= progress.total ||
                      progress.total <= kFewSteps;
    if (!edge && now - last_ < kProgressInterval) return false;
    stage_ = progress.stage;
    last_ = now;
    return true;
  }

 private:
  std::optional<Stage> stage_;
  std::chrono::steady_clock::time_point last_;
};

// A picture that is neither flat nor noise.
media::Picture waves(int width, int height) {
  media::Picture picture(width, height, 3, media::Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < 3 * width; ++x) {
      row[x] = static_cast<std::uint8_t>(128 + 100 * std::sin(40.0 * x / (3 * width)) *
                                                   std::cos(15.0 * y / height + x % 3));
    }
  }
  return picture;
}

EngineRequest withShuffledReferences(EngineRequest request) {
  for (pipeline::Reference& reference : request.request.references) {
    reference.picture =
        std::make_shared<const media::Picture>(pipeline::shuffledInBlocks(*reference.picture));
  }
  return request;
}

} // namespace

Failure currentFailure() {
  try {
    throw;
  } catch (const Error& error) {
    return {error.kind(), errorWords(error), QString::fromStdString(error.detail())};
  } catch (const std::bad_alloc&) {
    return {Kind::OutOfMemory,
            EngineClient::tr("There is not enough memory for this picture; close other programs "
                             "or use a smaller picture."),
            {}};
  } catch (const std::exception& error) {
    return {Kind::Internal, EngineClient::tr("Something failed inside RefScale."),
            QString::fromUtf8(error.what())};
  }
}

pipeline::Engine& EngineWorker::engine() {
  if (!engine_) engine_ = factory_();
  return *engine_;
}

pipeline::Upscaler& EngineWorker::upscaler(Loaded& kept, const std::filesystem::path& model,
                                           const pipeline::EngineOptions& options) {
  const std::string key = model.string() + '\n' + options.device + '\n' +
                          pipeline::precisionName(options.precision) + '\n' +
                          std::to_string(options.threads);
  if (!kept.upscaler || key != kept.key) {
    kept.upscaler.reset(); // two large models at a time may not fit
    kept.upscaler = engine().load(model, options);
    kept.key = key;
  }
  return *kept.upscaler;
}

void EngineWorker::load() {
  try {
    pipeline::Engine& loaded = engine();
    Q_EMIT engineReady({QString::fromStdString(loaded.libTorchVersion()),
                        QString::fromStdString(loaded.cudaStatus()), loaded.devices()});
  } catch (...) {
    Q_EMIT engineFailed(currentFailure());
  }
}

JobResult EngineWorker::compute(JobNumber job, const EngineRequest& request,
                                const RunContext& context) {
  context.checkStop();
  // A wrong reference must not drive out the matches that are kept of the right one.
  Loaded& kept = request.shuffleReferences ? looking_ : running_;
  pipeline::Upscaler& model = upscaler(kept, request.model, request.engine);
  pipeline::UpscaleRequest shown = request.request;
  scaleReferences(shown, request.referenceScale);
  context.checkStop();
  std::map<std::string, double> matching;
  if (!shown.references.empty()) {
    // The upscaler keeps the matches for run(); asking for them first shows them early.
    auto matches = std::make_shared<pipeline::UpscaleResult>(model.match(shown, context));
    matching = matches->report.seconds;
    Q_EMIT matched(job, matches);
  }
  shown.rowsReady = [this, job](int top, const media::Picture& rows) {
    Q_EMIT rowsReady(job, {top, makePyramid(toImage(rows))});
  };
  auto result = std::make_shared<pipeline::UpscaleResult>(model.run(shown, context));
  for (const auto& [stage, seconds] : matching) result->report.seconds[stage] += seconds;
  context.checkStop();
  PyramidHandle pyramid = makePyramid(toImage(result->picture));
  return {std::move(result), std::move(pyramid)};
}

void EngineWorker::scaleReferences(pipeline::UpscaleRequest& request, double scale) {
  std::vector<Scaled> now;
  for (pipeline::Reference& reference : request.references) {
    const media::Picture& whole = *reference.picture;
    const pipeline::PictureSize size = pipeline::scaledSize({whole.width(), whole.height()}, scale,
                                                            request.options.referenceMegapixels);
    if (size.width == whole.width() && size.height == whole.height()) continue;
    const auto known = std::find_if(scaled_.begin(), scaled_.end(), [&](const Scaled& s) {
      return s.original == reference.picture && s.picture->width() == size.width &&
             s.picture->height() == size.height;
    });
    now.push_back(
        known != scaled_.end()
            ? *known
            : Scaled{reference.picture, std::make_shared<const media::Picture>(
                                            media::resizeBicubic(whole, size.width, size.height))});
    reference.picture = now.back().picture;
  }
  scaled_ = std::move(now);
}

// Once more with half the memory for strips and searches when it ran out; the matches that were
// made are kept by the upscaler.
JobResult EngineWorker::computeOrRetry(JobNumber job, const EngineRequest& request,
                                       RunContext& context) {
  try {
    return compute(job, request, context);
  } catch (...) {
    if (currentFailure().kind != Kind::OutOfMemory) throw;
  }
  looking_ = {}; // the small copies' model takes memory as well
  context.memoryBudget = kUsualBudget / 2;
  Q_EMIT retried(job);
  return compute(job, request, context);
}

void EngineWorker::run(JobNumber job, const EngineRequest& request, const std::stop_token& stop,
                       const std::shared_ptr<PauseGate>& pause) {
  RunContext context;
  context.stop = stop;
  context.pause = pause;
  ProgressGate gate;
  restartPeak(); // what the report says is of this run
  context.progressSink = [this, job, &gate](const Progress& progress) {
    if (gate.passes(progress)) Q_EMIT progressed(job, progress);
  };
  try {
    const JobResult result = computeOrRetry(
        job, request.shuffleReferences ? withShuffledReferences(request) : request, context);
    Q_EMIT finished(job, result);
  } catch (...) {
    const Failure failure = currentFailure();
    if (failure.kind == Kind::Cancelled) {
      Q_EMIT cancelled(job);
    } else {
      Q_EMIT failed(job, failure);
    }
  }
}

void EngineWorker::tryModel(const std::filesystem::path& model) {
  try {
    const auto begin = std::chrono::steady_clock::now();
    const auto tried = engine().load(model, {});
    pipeline::UpscaleRequest request;
    request.name = "trial";
    request.input = std::make_shared<const media::Picture>(waves(24, 16));
    request.references.push_back(
        {"trial", std::make_shared<const media::Picture>(waves(96, 64)), nullptr});
    (void)tried->run(request, {}); // it checks its own output
    Q_EMIT modelTried(
        model, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  } catch (...) {
    Q_EMIT modelTryFailed(model, currentFailure());
  }
}

void EngineWorker::preflight(JobNumber number, const PreflightRequest& request,
                             const std::stop_token& stop) {
  RunContext context;
  context.stop = stop;
  try {
    context.checkStop();
    pipeline::SmallCopies copies =
        pipeline::makeSmallCopies(*request.input->srgb, *request.reference->srgb);
    const double work = pipeline::matchWork({copies.input.width(), copies.input.height()},
                                            {copies.reference.width(), copies.reference.height()});
    pipeline::UpscaleRequest small;
    small.name = kPreflightName;
    small.input = std::make_shared<const media::Picture>(std::move(copies.input));
    small.references.push_back({request.reference->name.toStdString(),
                                std::make_shared<const media::Picture>(std::move(copies.reference)),
                                nullptr});
    pipeline::Upscaler& model = upscaler(looking_, request.model, request.engine);
    const auto begin = std::chrono::steady_clock::now(); // loading the model is no part of it
    const pipeline::UpscaleResult matches = model.match(small, context);
    context.checkStop();
    const Correspondence& c = matches.correspondences.at(0);
    auto found = std::make_shared<Preflight>();
    found->fit = pipeline::measureFit(c, copies.scaleCorrection, static_cast<float>(request.sure));
    found->reach = makeReach(c.confidence, request.sure);
    found->confidence = c.confidence;
    for (const float v : c.confidence.values) found->meanConfidence += v;
    found->meanConfidence /=
        static_cast<double>(std::max<std::size_t>(1, c.confidence.values.size()));
    found->work = work;
    found->seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    Q_EMIT preflightFound(number, PreflightHandle(std::move(found)));
  } catch (...) {
    Q_EMIT preflightEnded(number, currentFailure());
  }
}

} // namespace refscale::ui
