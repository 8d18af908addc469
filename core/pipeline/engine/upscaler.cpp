#include "core/pipeline/engine/upscaler.h"

#include <ATen/ATen.h>
#include <c10/core/CachingDeviceAllocator.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <new>

#include "core/base/error.h"
#include "core/geometry/registration.h"
#include "core/match/matcher.h"
#include "core/media/resample.h"
#include "core/ops/kept_memory.h"
#include "core/pipeline/engine/blend.h"
#include "core/pipeline/engine/checks.h"
#include "core/pipeline/engine/mirrored.h"
#include "core/pipeline/engine/pictures.h"
#include "core/pipeline/engine/view_finder.h"

namespace refscale::pipeline {
namespace {

// Pairs of cells that the exact search takes in bearable time: two pictures of about 4 megapixels.
constexpr double kPairLimit = 7e10;
// Cells of an input whose reference is carried into its frame: the scores of the search around each
// of them take 1300 bytes.
constexpr double kCarriedCells = 2e6;
// Match features of references kept for the next picture: those of about 16 megapixels.
constexpr std::int64_t kKeptFeatureBytes = 1LL << 30;

at::Tensor planeOf(const Field<float>& field, const at::Device& device) {
  return at::from_blob(const_cast<float*>(field.values.data()), // read only, copied by clone()
                       {field.height, field.width}, at::kFloat)
      .clone()
      .to(device);
}

at::Tensor vectorsOf(const Field<Vec2f>& field, const at::Device& device) {
  static_assert(sizeof(Vec2f) == 2 * sizeof(float));
  return at::from_blob(const_cast<Vec2f*>(field.values.data()), // read only, copied by clone()
                       {field.height, field.width, 2}, at::kFloat)
      .clone()
      .to(device);
}

Field<float> fieldOf(const at::Tensor& plane, double step) {
  const at::Tensor values = plane.to(at::kCPU, at::kFloat).contiguous();
  Field<float> field(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)), step);
  std::memcpy(field.values.data(), values.const_data_ptr<float>(),
              field.values.size() * sizeof(float));
  return field;
}

Field<Vec2f> vectorFieldOf(const at::Tensor& vectors, double step) {
  const at::Tensor values = vectors.to(at::kCPU, at::kFloat).contiguous();
  Field<Vec2f> field(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)), step);
  std::memcpy(static_cast<void*>(field.values.data()), values.const_data_ptr<float>(),
              field.values.size() * sizeof(Vec2f));
  return field;
}

// What the work took at most: of the process on a CPU, of LibTorch's allocator on a GPU.
std::int64_t peakBytes(const at::Device& device) {
  if (device.is_cuda()) {
    const auto statistics = c10::getDeviceAllocator(device.type())->getDeviceStats(device.index());
    constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
    return statistics.allocated_bytes[kAll].peak;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

// An allocation that failed inside LibTorch, said in the product's words.
[[noreturn]] void rethrowAsError(const c10::Error& error) {
  const std::string text = error.what_without_backtrace();
  if (text.find("memory") != std::string::npos) {
    throw Error(Kind::OutOfMemory,
                "There is not enough memory for this picture; close other programs, use a smaller "
                "reference, or enlarge the picture in parts.",
                text);
  }
  throw Error(Kind::Internal, "The computation failed inside LibTorch.", text);
}

} // namespace

struct ModelUpscaler::Restored {
  at::Tensor picture; // [1, 3, 4h, 4w]
  std::vector<AggregationMap> maps;
  bool hasMaps = false;
  int passes = 1; // of the self-ensemble

  [[nodiscard]] bool serves(const UpscaleOptions& options) const {
    return passes == options.selfEnsemble && (hasMaps || !options.wantMaps);
  }
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
  const auto cells = static_cast<double>(input_->lr.size(2) * input_->lr.size(3));
  const bool registered =
      registers(options) && cells <= kCarriedCells &&
      geometry::canCarry(source->original->width(), source->original->height()) &&
      geometry::canCarry(input_->up.width(), input_->up.height());
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
  const PictureSize input{input_->up.width() / kScale, input_->up.height() / kScale};
  const PictureSize reference{source->picture.width(), source->picture.height()};
  constexpr double kNoLimit = std::numeric_limits<double>::infinity();
  const double pairs = pairsLookedAt(input, reference, registered ? kMostPairs : kNoLimit);
  if (pairs > kPairLimit) {
    const double megapixels = source->width * 1e-6 * source->height * kPairLimit / pairs;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", std::floor(megapixels * 100) / 100);
    throw Error(Kind::Unsupported,
                "This picture and its reference are too large for the exact matcher; enlarge the "
                "picture in parts, or reduce the reference with --reference-megapixels " +
                    std::string(text.data()) + ".");
  }
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
  constexpr std::array kLayers = {"relu3_1", "relu2_1", "relu1_1"};
  for (std::size_t s = 0; s < output.scales.size(); ++s) {
    if (!output.scales[s]) continue;
    const double step = kScale >> s;
    restored.maps.push_back({kLayers[s], vectorFieldOf(output.scales[s]->matchOffset, step),
                             vectorFieldOf(output.scales[s]->learnedOffset, step),
                             fieldOf(output.scales[s]->maskWeight, step)});
  }
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
    if (without_) return *without_;
    // What it adds to its base is borrowed: with nothing to borrow the base is the picture.
    without_ = std::make_unique<Restored>();
    without_->picture = baseOf(*input_, model_).picture;
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

namespace {

// The picture as it leaves: cropped to the input's size, its sample type, channels and alpha.
media::Picture finished(const at::Tensor& restored, const media::Picture& input) {
  const int width = input.width() * kScale;
  const int height = input.height() * kScale;
  const at::Tensor cropped = restored.narrow(2, 0, height).narrow(3, 0, width);
  media::Picture picture = toPicture(cropped, input.sample());
  if (input.isGrey()) picture = media::rgbToGrey(picture);
  if (input.hasAlpha()) {
    picture = media::withAlpha(picture, media::resizeBicubic(media::alphaOf(input), width, height));
  }
  picture.exif = input.exif;
  picture.xmp = input.xmp;
  return picture;
}

// Rows of the restoration as people may look at them: without what pads the input.
void show(const UpscaleRequest& request, std::int64_t top, const at::Tensor& rows) {
  const std::int64_t inside = std::min(rows.size(2), request.input->height() * kScale - top);
  if (inside <= 0) return;
  const at::Tensor cropped =
      rows.narrow(2, 0, inside).narrow(3, 0, request.input->width() * kScale);
  request.rowsReady(static_cast<int>(top), toPicture(cropped, media::Sample::U8));
}

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

// How much of each cell is taken from this reference if there is no other: 0 where it is masked,
// not seen, or kept out.
Field<float> ModelUpscaler::weightsOf(const Matched& matched, const UpscaleRequest& request,
                                      std::size_t reference) {
  const media::Picture* exclusion = request.references[reference].exclusion.get();
  media::Picture scaled;
  if (exclusion != nullptr) scaled = maskOn(matched.view, *matched.source, *exclusion);
  Field<float> weights = borrowWeights(matched.view.matches, request.options,
                                       exclusion != nullptr ? &scaled : nullptr);
  keepToSource(matched.view, weights);
  if (request.keepOut) keepOut(weights, *request.keepOut);
  return weights;
}

// The best reference and, where every one is to count, the others that have something to lend.
std::vector<ModelUpscaler::Lender> ModelUpscaler::lendersOf(const UpscaleRequest& request,
                                                            const RunContext& context,
                                                            UpscaleResult& result) {
  constexpr double kWorthwhile = 0.02; // sure share; less is a wrong reference to those who choose
  std::vector<Lender> lenders;
  Report ignored; // matches are kept: nothing of this takes time
  StageTimer timer(ignored);
  for (std::size_t i = 0; i < request.references.size(); ++i) {
    const bool best = static_cast<int>(i) == result.usedReference;
    const bool counts = request.options.combine == Combine::Every &&
                        result.report.references[i].sureShare >= kWorthwhile;
    if (!best && !counts) continue;
    const auto from = source(request.references[i], request.options.referenceMegapixels);
    // The same picture twice lends once.
    if (std::any_of(lenders.begin(), lenders.end(),
                    [&](const Lender& known) { return known.matched->source == from; })) {
      continue;
    }
    lenders.push_back({i, matched(from, request.options, context, timer)});
  }
  result.shares.resize(request.references.size());
  return lenders;
}

double ModelUpscaler::borrowedShare(const std::vector<Lender>& lenders,
                                    const std::vector<Field<float>>& weights) {
  std::size_t count = 0;
  const std::size_t cells = weights.front().values.size();
  for (std::size_t i = 0; i < cells; ++i) {
    bool sure = false;
    for (std::size_t r = 0; r < lenders.size() && !sure; ++r) {
      sure = weights[r].values[i] > 0 &&
             lenders[r].matched->correspondence.confidence.values[i] >= kSureConfidence;
    }
    count += sure ? 1 : 0;
  }
  return static_cast<double>(count) / static_cast<double>(cells);
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
    result.correspondences.push_back(all[i]->correspondence);
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

// Everything that is borrowed, and what is left without: each reference is restored with by itself,
// and in every cell those that match there most surely have most of it.
at::Tensor ModelUpscaler::borrowed(const UpscaleRequest& request, const RunContext& context,
                                   const RowsSink& rowsReady, UpscaleResult& result) {
  const std::vector<Lender> lenders = lendersOf(request, context, result);
  std::vector<const Field<float>*> confidences;
  std::vector<Field<float>> weights;
  for (const Lender& lender : lenders) {
    confidences.push_back(&lender.matched->view.matches.confidence);
    weights.push_back(weightsOf(*lender.matched, request, lender.reference));
  }
  std::vector<Field<float>> shares = sharesOf(confidences, weights);
  for (std::size_t r = 0; r < weights.size(); ++r) {
    for (std::size_t i = 0; i < weights[r].values.size(); ++i) {
      weights[r].values[i] *= shares[r].values[i];
    }
  }
  result.report.borrowed = borrowedShare(lenders, weights);

  // The base is there already, unlike the picture that the published layout makes without.
  const bool aligned = model_.architecture.layout == weights::Layout::Aligned;
  const bool needsWithout = !takesAll(weights);
  const double passes = static_cast<double>(lenders.size()) + (needsWithout && !aligned ? 1 : 0);
  double done = 0;
  const auto next = [&] {
    const double from = done++;
    return context.part(Stage::Restore, from / passes, done / passes);
  };
  at::Tensor without;
  if (needsWithout) {
    without = restoreWithout(request.options, aligned ? context : next()).picture;
  }
  std::vector<at::Tensor> parts;
  const auto rowsOf = [](const at::Tensor& whole, std::int64_t top, std::int64_t count) {
    return whole.defined() ? whole.narrow(2, top, count) : whole;
  };
  for (const Lender& lender : lenders) {
    RowsSink finalRows; // only the last pass completes them
    if (rowsReady && &lender == &lenders.back()) {
      finalRows = [&](std::int64_t top, const at::Tensor& rows) {
        std::vector<at::Tensor> slices;
        for (const at::Tensor& part : parts) slices.push_back(rowsOf(part, top, rows.size(2)));
        slices.push_back(rows);
        rowsReady(top, blended(slices, rowsOf(without, top, rows.size(2)), weights, top));
      };
    }
    const Restored& with = restoreWith(*lender.matched, request.options, next(), finalRows);
    context.checkStop();
    parts.push_back(with.picture);
    if (static_cast<int>(lender.reference) == result.usedReference) result.maps = with.maps;
    result.report.references[lender.reference].used = true;
    result.shares[lender.reference] = std::move(shares[parts.size() - 1]);
  }
  return blended(parts, without, weights);
}

UpscaleResult ModelUpscaler::run(const UpscaleRequest& request, const RunContext& context) try {
  const c10::InferenceMode inference; // thread-local: set on the thread that works
  const StopScope stop(context);
  const ops::KeptMemory keep;
  if (request.options.selfEnsemble > 1 && model_.architecture.layout != weights::Layout::Aligned) {
    throw Error(Kind::Unsupported, "The model \"" + model_.name +
                                       "\" has the published layout, whose matches cannot be "
                                       "mirrored; leave --self-ensemble out.");
  }
  UpscaleResult result = match(request, context);
  StageTimer timer(result.report);
  const UpscaleOptions& options = request.options;
  at::Tensor picture;
  RowsSink rowsReady;
  if (request.rowsReady) {
    rowsReady = [&](std::int64_t top, const at::Tensor& rows) { show(request, top, rows); };
  }
  timer.time(Stage::Restore, [&] {
    if (options.network == Network::Base) {
      picture = baseOf(*input_, model_).picture;
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
  return result;
} catch (const c10::Error& error) {
  rethrowAsError(error);
} catch (const std::bad_alloc& error) {
  throw Error(Kind::OutOfMemory, "There is not enough memory for this picture.", error.what());
}

} // namespace refscale::pipeline
