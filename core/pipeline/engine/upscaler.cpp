#include "core/pipeline/engine/upscaler.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <new>

#include "core/base/said_error.h"
#include "core/match/matcher.h"
#include "core/media/resample.h"
#include "core/ops/kept_memory.h"
#include "core/pipeline/engine/blend.h"
#include "core/pipeline/engine/checks.h"
#include "core/pipeline/engine/fields.h"
#include "core/pipeline/engine/finish.h"
#include "core/pipeline/engine/limits.h"
#include "core/pipeline/engine/memory.h"
#include "core/pipeline/engine/mirrored.h"
#include "core/pipeline/engine/upscaler_parts.h"
#include "core/pipeline/engine/view_finder.h"

namespace refscale::pipeline {
namespace {

// Match features of references kept for the next picture: those of about 16 megapixels.
constexpr std::int64_t kKeptFeatureBytes = 1LL << 30;

} // namespace

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
                                               const Texture& texture, const UpscaleOptions& wanted,
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
  const std::vector<Mirror> passes = mirrors(wanted.selfEnsemble);
  const auto count = static_cast<int>(passes.size());
  nets::RestorationOutput output;
  at::Tensor sum;
  for (int pass = 0; pass < count; ++pass) {
    const Mirror mirror = passes[static_cast<std::size_t>(pass)];
    const bool last = pass + 1 == count; // as it is: rows and maps are this one's
    nets::RestorationOptions options;
    options.wantMaps = wanted.wantMaps && last;
    options.stepped = [&](int done, int total) {
      context.progress(Stage::Restore, std::int64_t{pass} * total + done,
                       std::int64_t{count} * total);
    };
    if (rowsReady && last) {
      options.rowsReady = [&](std::int64_t top, const at::Tensor& rows) {
        rowsReady(top, sum.defined() ? (sum.narrow(2, top, rows.size(2)) + rows) / count : rows);
      };
    }
    output = model_.restoration->run(mirrored(inputs, mirror, model_), options);
    const at::Tensor picture = mirrored(output.picture, mirror);
    sum = sum.defined() ? sum.add_(picture) : picture;
  }
  Restored restored;
  restored.picture = count > 1 ? sum / count : sum;
  restored.passes = count;
  restored.hasMaps = wanted.wantMaps;
  restored.maps = mapsOf(output, input_->original->width(), input_->original->height());
  return restored;
}

const ModelUpscaler::Restored& ModelUpscaler::restoreWith(Matched& matched,
                                                          const UpscaleOptions& options,
                                                          const RunContext& context,
                                                          const RowsSink& rowsReady) {
  if (matched.restored && matched.restored->serves(options)) return *matched.restored;
  Texture& texture = matched.view.reference->texture;
  if (!texture.features.relu1_1.defined()) {
    texture.features =
        model_.vgg->levels(texture.picture, model_.architecture.scales[0].aggregates);
  }
  matched.restored = std::make_unique<Restored>(
      restore(matched.view.matches, texture, options, context, rowsReady));
  // People see where the source lies, not the view.
  showInSource(matched.view, matched.restored->maps);
  return *matched.restored;
}

const ModelUpscaler::Restored& ModelUpscaler::restoreWithout(const UpscaleOptions& options,
                                                             const RunContext& context) {
  if (model_.architecture.layout == weights::Layout::Aligned) {
    if (without_ && without_->passes == options.selfEnsemble) return *without_;
    // What it adds to its base is borrowed: with nothing to borrow the base is the picture.
    without_ = std::make_unique<Restored>();
    without_->picture = meanBase(*input_, model_, options.selfEnsemble);
    without_->passes = options.selfEnsemble;
    without_->hasMaps = true; // there are none
    return *without_;
  }
  if (without_ && without_->serves(options)) return *without_;
  // The enlarged input is its own reference, matched by identity.
  Texture self = prepareSelf(*input_, model_.placement.device);
  self.features = model_.vgg->levels(self.picture, model_.architecture.scales[0].aggregates);
  const auto identity =
      match::identityMatches(input_->up.width() / kScale, input_->up.height() / kScale);
  without_ = std::make_unique<Restored>(restore(identity, self, options, context, {}));
  return *without_;
}

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
    const bool itself = samePixels(*request.references[i].picture, *request.input);
    result.correspondences.push_back(
        cropped(all[i]->correspondence, request.input->width(), request.input->height()));
    const double worth =
        worthOf(all[i]->view, *all[i]->source, request.references[i].exclusion.get());
    if (worth <= most || itself) continue;
    most = worth;
    result.usedReference = static_cast<int>(i);
  }
  result.report.matcher = all.empty() ? "none" : all.front()->correspondence.matcher;
  describe(request, result.report);
  return result;
} catch (const c10::Error& error) {
  rethrowAsError(error);
} catch (const std::bad_alloc& error) {
  throwNoMemory(error.what());
}

UpscaleResult ModelUpscaler::run(const UpscaleRequest& request, const RunContext& context) try {
  const c10::InferenceMode inference; // thread-local: set on the thread that works
  const StopScope stop(context);
  const ops::KeptMemory keep;
  if (request.options.selfEnsemble > 1 && request.options.network == Network::Whole &&
      model_.architecture.layout != weights::Layout::Aligned) {
    throw SaidError(Kind::Unsupported,
                    REFSCALE_SENTENCE("Errors",
                                      "The model \"%1\" has the published layout, whose matches "
                                      "cannot be mirrored; choose one pass (--self-ensemble 1)."),
                    {model_.name});
  }
  UpscaleResult result = match(request, context);
  StageTimer timer(result.report);
  const UpscaleOptions& options = request.options;
  at::Tensor picture;
  RowsSink rowsReady;
  if (request.rowsReady) {
    rowsReady = [&](std::int64_t top, const at::Tensor& rows) { showRows(request, top, rows); };
  }
  timer.time(Stage::Restore, [&] {
    if (options.network == Network::Base) {
      picture = meanBase(*input_, model_, options.selfEnsemble);
      return;
    }
    if (result.usedReference < 0 || options.strength == 0) {
      const Restored& without = restoreWithout(options, context);
      picture = without.picture;
      if (result.usedReference < 0) result.maps = without.maps;
      return;
    }
    picture = borrowed(request, context, rowsReady, result);
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
  // The single-image network computes in fp32, whatever the others do.
  const bool baseAlone = model_.architecture.layout == weights::Layout::Aligned &&
                         (result.usedReference < 0 || options.strength == 0);
  if (baseAlone || options.network == Network::Base) result.report.dtype = "fp32";
  return result;
} catch (const c10::Error& error) {
  rethrowAsError(error);
} catch (const std::bad_alloc& error) {
  throwNoMemory(error.what());
}

} // namespace refscale::pipeline
