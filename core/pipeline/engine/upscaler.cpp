#include "core/pipeline/engine/upscaler.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <new>

#include "core/base/error.h"
#include "core/match/matcher.h"
#include "core/media/resample.h"
#include "core/ops/kept_memory.h"
#include "core/pipeline/engine/blend.h"
#include "core/pipeline/engine/checks.h"
#include "core/pipeline/engine/fields.h"
#include "core/pipeline/engine/finish.h"
#include "core/pipeline/engine/limits.h"
#include "core/pipeline/engine/memory.h"
#include "core/pipeline/engine/view_finder.h"

namespace refscale::pipeline {
namespace {

// Match features of references kept for the next picture: those of about 16 megapixels.
constexpr std::int64_t kKeptFeatureBytes = 1LL << 30;

} // namespace

struct ModelUpscaler::Restored {
  at::Tensor picture; // [1, 3, 4h, 4w]
  std::vector<AggregationMap> maps;
  bool hasMaps = false;
};

struct ModelUpscaler::Matched {
  std::shared_ptr<PreparedReference> source;
  MatcherKind matcher = MatcherKind::Contrastive;
  bool refined = false;
  bool registered = false;
  View view;                     // what is borrowed from
  Correspondence correspondence; // into the source: what people see
  std::unique_ptr<Restored> restored;
};

ModelUpscaler::ModelUpscaler(Model model, std::string deviceName)
    : model_(std::move(model)), deviceName_(std::move(deviceName)) {}

ModelUpscaler::~ModelUpscaler() = default;

std::string ModelUpscaler::precision() const {
  switch (model_.placement.dtype) {
    case at::kBFloat16:
      return "bf16";
    case at::kHalf:
      return "fp16";
    default:
      return "fp32";
  }
}

bool ModelUpscaler::refines(const UpscaleOptions& options) const {
  return options.refinement == Refinement::On ||
         (options.refinement == Refinement::Auto && model_.architecture.refinesMatches);
}

bool ModelUpscaler::registers(const UpscaleOptions& options) const {
  return options.registration == Registration::On ||
         (options.registration == Registration::Auto && refines(options));
}

void ModelUpscaler::prepare(const UpscaleRequest& request) {
  if (!request.input || request.input->empty()) {
    throw Error(Kind::BadInput, "There is no picture to enlarge.");
  }
  if (input_ && samePixels(*input_->original, *request.input)) return;
  matches_.clear();
  without_.reset();
  input_ = prepareInput(request.input, model_.placement.device);
}

std::shared_ptr<PreparedReference> ModelUpscaler::source(const Reference& reference,
                                                         double megapixels) {
  for (const auto& known : sources_) {
    if (known->megapixels == megapixels && samePixels(*known->original, *reference.picture)) {
      return known;
    }
  }
  sources_.push_back(prepareReference(reference.picture, megapixels, model_.placement.device));
  return sources_.back();
}

std::shared_ptr<ModelUpscaler::Matched> ModelUpscaler::matched(
    const std::shared_ptr<PreparedReference>& source, const UpscaleOptions& options,
    const RunContext& context, StageTimer& timer) {
  const bool refined = refines(options);
  const bool registered = registers(options) && canBeCarried(*input_, *source);
  for (const auto& known : matches_) {
    if (known->source == source && known->matcher == options.matcher && known->refined == refined &&
        known->registered == registered) {
      return known;
    }
  }
  std::int64_t kept = 0;
  for (const auto& known : sources_) kept += bytesOf(*known);
  const ViewFinder finder(
      model_, *input_,
      {.matcher = options.matcher, .refine = refined, .roomForFeatures = kKeptFeatureBytes - kept},
      context, timer);
  checkPairs(*input_, *source, registered);
  auto made = std::make_shared<Matched>();
  made->source = source;
  made->matcher = options.matcher;
  made->refined = refined;
  made->registered = registered;
  made->view = registered ? finder.carried(source) : finder.standing(source);
  made->correspondence =
      inSource(made->view, source->picture.width() / kScale, source->picture.height() / kScale);
  matches_.push_back(made);
  return made;
}

// What this request does not name is not kept, even when an earlier one was stopped: pictures are
// large.
void ModelUpscaler::forgetOthers(const UpscaleRequest& request) {
  const auto unused = [&](const std::shared_ptr<PreparedReference>& known) {
    return std::none_of(
        request.references.begin(), request.references.end(),
        [&](const Reference& r) { return r.picture && samePixels(*known->original, *r.picture); });
  };
  std::erase_if(matches_, [&](const auto& m) { return unused(m->source); });
  std::erase_if(sources_, unused);
}

std::vector<std::shared_ptr<ModelUpscaler::Matched>> ModelUpscaler::matchAll(
    const UpscaleRequest& request, const RunContext& context, Report& report) {
  StageTimer timer(report);
  std::vector<std::shared_ptr<Matched>> all;
  if (request.options.matcher == MatcherKind::None || request.options.network == Network::Base) {
    return all;
  }
  forgetOthers(request);
  const auto count = static_cast<double>(request.references.size());
  for (const Reference& reference : request.references) {
    if (!reference.picture || reference.picture->empty()) {
      throw Error(Kind::BadInput, "The reference \"" + reference.name + "\" is empty.");
    }
    const auto used = timer.time(
        Stage::Match, [&] { return source(reference, request.options.referenceMegapixels); });
    const auto done = static_cast<double>(all.size());
    const RunContext looking =
        count > 1 ? context.part(Stage::Match, done / count, (done + 1) / count) : context;
    all.push_back(matched(used, request.options, looking, timer));
    context.checkStop();
    const Matched& m = *all.back();
    report.references.push_back({reference.name, m.source->width, m.source->height,
                                 meanOf(m.correspondence.confidence), sureShare(m.correspondence),
                                 m.registered, false});
    if (samePixels(*reference.picture, *request.input)) {
      report.warnings.push_back("The reference \"" + reference.name +
                                "\" is the picture itself: there is nothing to borrow from it.");
    }
    if (m.source->reduced) {
      report.warnings.push_back("The reference \"" + reference.name + "\" was reduced to " +
                                std::to_string(m.source->width) + " x " +
                                std::to_string(m.source->height) +
                                " for matching; --reference-megapixels sets the limit.");
    }
  }
  input_->half.reset(); // only looking needs it, and the restoration needs the memory
  return all;
}

ModelUpscaler::Restored ModelUpscaler::restore(const Correspondence& correspondence,
                                               const Texture& texture, bool wantMaps,
                                               const RunContext& context,
                                               const RowsSink& rowsReady) {
  const at::Device device = model_.placement.device;
  const bool aligned = model_.architecture.layout == weights::Layout::Aligned;
  nets::RestorationInputs inputs;
  inputs.lr = input_->lr;
  inputs.features = texture.features;
  if (aligned) {
    inputs.flow = vectorsOf(correspondence.pixels, device);
    inputs.up = input_->upTensor;
    inputs.reference = texture.picture;
    inputs.lowReference = texture.low;
    inputs.score = planeOf(correspondence.score, device);
    inputs.agreement = planeOf(correspondence.agreement, device);
    inputs.base = baseOf(*input_, model_);
  } else {
    inputs.flow = match::patchFlow(correspondence).to(device);
  }
  nets::RestorationOptions options;
  options.wantMaps = wantMaps;
  options.stepped = [&](int done, int total) { context.progress(Stage::Restore, done, total); };
  options.rowsReady = rowsReady;
  nets::RestorationOutput output = model_.restoration->run(inputs, options);
  Restored restored;
  restored.picture = output.picture;
  restored.hasMaps = wantMaps;
  restored.maps = mapsOf(output, input_->original->width(), input_->original->height());
  return restored;
}

const ModelUpscaler::Restored& ModelUpscaler::restoreWith(Matched& matched, bool wantMaps,
                                                          const RunContext& context,
                                                          const RowsSink& rowsReady) {
  if (matched.restored && (matched.restored->hasMaps || !wantMaps)) return *matched.restored;
  Texture& texture = matched.view.reference->texture;
  if (!texture.features.relu1_1.defined()) {
    texture.features =
        model_.vgg->levels(texture.picture, model_.architecture.scales[0].aggregates);
  }
  matched.restored = std::make_unique<Restored>(
      restore(matched.view.matches, texture, wantMaps, context, rowsReady));
  // People see where the source lies, not the view.
  showInSource(matched.view, matched.restored->maps);
  return *matched.restored;
}

const ModelUpscaler::Restored& ModelUpscaler::restoreWithout(bool wantMaps,
                                                             const RunContext& context) {
  if (without_ && (without_->hasMaps || !wantMaps)) return *without_;
  if (model_.architecture.layout == weights::Layout::Aligned) {
    // What it adds to its base is borrowed: with nothing to borrow the base is the picture.
    without_ = std::make_unique<Restored>();
    without_->picture = baseOf(*input_, model_).picture;
    without_->hasMaps = true; // there are none
    return *without_;
  }
  // The enlarged input is its own reference, matched by identity.
  Texture self = prepareSelf(*input_, model_.placement.device);
  self.features = model_.vgg->levels(self.picture, model_.architecture.scales[0].aggregates);
  const auto identity =
      match::identityMatches(input_->up.width() / kScale, input_->up.height() / kScale);
  without_ = std::make_unique<Restored>(restore(identity, self, wantMaps, context, {}));
  return *without_;
}

namespace {

// The exclusion mask as the view shows it.
media::Picture maskOn(const View& view, const PreparedReference& source,
                      const media::Picture& exclusion) {
  return maskSeen(view, media::resizeBicubic(exclusion, source.width, source.height));
}

// How much there is to borrow: the mean confidence, masked places counting nothing.
double worthOf(const View& view, const PreparedReference& source, const media::Picture* exclusion) {
  if (exclusion == nullptr) return meanOf(view.matches.confidence);
  const media::Picture mask = maskOn(view, source, *exclusion);
  Field<float> worth = borrowWeights(view.matches, {}, &mask);
  for (std::size_t i = 0; i < worth.values.size(); ++i) {
    worth.values[i] *= view.matches.confidence.values[i];
  }
  return meanOf(worth);
}

} // namespace

void ModelUpscaler::describe(const UpscaleRequest& request, Report& report) const {
  report.inputWidth = request.input->width();
  report.inputHeight = request.input->height();
  report.outputWidth = report.inputWidth * kScale;
  report.outputHeight = report.inputHeight * kScale;
  report.model = model_.name;
  report.device = deviceName_;
  report.dtype = precision();
  for (const OptionField& field : upscaleOptionFields()) {
    report.options[field.name] = field.get(request.options);
  }
  report.peakBytes = peakBytes(model_.placement.device);
}

UpscaleResult ModelUpscaler::match(const UpscaleRequest& request, const RunContext& context) try {
  const c10::InferenceMode inference; // thread-local: set on the thread that works
  const StopScope stop(context);
  const ops::KeptMemory keep;
  UpscaleResult result;
  prepare(request);
  const auto all = matchAll(request, context, result.report);
  double most = -1;
  for (std::size_t i = 0; i < all.size(); ++i) {
    result.correspondences.push_back(
        cropped(all[i]->correspondence, request.input->width(), request.input->height()));
    const double worth =
        worthOf(all[i]->view, *all[i]->source, request.references[i].exclusion.get());
    if (worth <= most) continue;
    most = worth;
    result.usedReference = static_cast<int>(i);
  }
  result.report.matcher = all.empty() ? "none" : all.front()->correspondence.matcher;
  describe(request, result.report);
  return result;
} catch (const c10::Error& error) {
  rethrowAsError(error);
} catch (const std::bad_alloc& error) {
  throw Error(Kind::OutOfMemory, "There is not enough memory for this picture.", error.what());
}

UpscaleResult ModelUpscaler::run(const UpscaleRequest& request, const RunContext& context) try {
  const c10::InferenceMode inference; // thread-local: set on the thread that works
  const StopScope stop(context);
  const ops::KeptMemory keep;
  UpscaleResult result = match(request, context);
  StageTimer timer(result.report);
  const UpscaleOptions& options = request.options;
  const bool aligned = model_.architecture.layout == weights::Layout::Aligned;
  at::Tensor picture;
  RowsSink rowsReady;
  if (request.rowsReady) {
    rowsReady = [&](std::int64_t top, const at::Tensor& rows) { showRows(request, top, rows); };
  }
  timer.time(Stage::Restore, [&] {
    if (options.network == Network::Base) {
      picture = baseOf(*input_, model_).picture;
      return;
    }
    if (result.usedReference < 0 || options.strength == 0) {
      const Restored& without = restoreWithout(options.wantMaps, context);
      picture = without.picture;
      if (result.usedReference < 0) result.maps = without.maps;
      return;
    }
    const auto used = static_cast<std::size_t>(result.usedReference);
    StageTimer ignored(result.report);
    const std::shared_ptr<Matched> best = matched(
        source(request.references[used], options.referenceMegapixels), options, context, ignored);
    const media::Picture* exclusion = request.references[used].exclusion.get();
    media::Picture scaled;
    if (exclusion != nullptr) {
      scaled = maskOn(best->view, *best->source, *exclusion);
    }
    Field<float> weights =
        borrowWeights(best->view.matches, options, exclusion != nullptr ? &scaled : nullptr);
    keepToSource(best->view, weights);
    if (request.keepOut) keepOut(weights, *request.keepOut);
    const Restored* without = nullptr; // null: everything is borrowed
    double begin = 0;                  // of the restoration with the reference
    if (!takesAll(weights)) {
      begin = aligned ? 0 : 0.5; // the base is there already
      without = &restoreWithout(options.wantMaps, context.part(Stage::Restore, 0, begin));
    }
    const auto blend = [&](const at::Tensor& rows, std::int64_t top) {
      if (without == nullptr) return rows;
      return blended(rows, without->picture.narrow(2, top, rows.size(2)), weights, top);
    };
    RowsSink blendedRows;
    if (rowsReady) {
      blendedRows = [&](std::int64_t top, const at::Tensor& rows) {
        rowsReady(top, blend(rows, top));
      };
    }
    const Restored& with =
        restoreWith(*best, options.wantMaps, context.part(Stage::Restore, begin, 1), blendedRows);
    context.checkStop();
    result.maps = with.maps;
    result.report.references[used].used = true;
    picture = blend(with.picture, 0);
    for (std::size_t i = 0; i < weights.values.size(); ++i) {
      result.report.borrowed +=
          best->correspondence.confidence.values[i] >= kSureConfidence && weights.values[i] > 0 ? 1
                                                                                                : 0;
    }
    result.report.borrowed /= static_cast<double>(weights.values.size());
  });
  timer.time(Stage::Check, [&] {
    context.checkStop();
    context.progress(Stage::Check, 0, 1);
    const at::Tensor cropped = picture.narrow(2, 0, request.input->height() * kScale)
                                   .narrow(3, 0, request.input->width() * kScale);
    const OutputChecks checks = checkOutput(cropped, colourOf(*request.input));
    result.report.colourDrift = checks.colourDrift;
    result.report.localDrift = checks.localDrift;
    result.report.warnings.insert(result.report.warnings.end(), checks.warnings.begin(),
                                  checks.warnings.end());
    context.checkStop();
    result.picture = finished(picture, *request.input);
    context.progress(Stage::Check, 1, 1);
  });
  context.checkStop();
  result.report.peakBytes = peakBytes(model_.placement.device);
  return result;
} catch (const c10::Error& error) {
  rethrowAsError(error);
} catch (const std::bad_alloc& error) {
  throw Error(Kind::OutOfMemory, "There is not enough memory for this picture.", error.what());
}

} // namespace refscale::pipeline
