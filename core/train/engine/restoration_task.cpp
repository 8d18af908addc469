#include "core/train/engine/restoration_task.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/train/engine/checkpoint.h"
#include "core/train/engine/validation.h"
#include "core/train/engine/weights_file.h"

namespace refscale::train {
namespace {

constexpr const char* kPrefix = "restoration.";

weights::RestorationArchitecture architectureOf(const Parent& parent, const TrainConfig& config) {
  const auto& restoration = parent.architecture.restoration;
  if (!restoration || restoration->layout != weights::Layout::Aligned || !restoration->hasBase ||
      !parent.architecture.hasVgg) {
    throw Error(Kind::BadInput, "The parent \"" + parent.name +
                                    "\" has no restoration of the aligned layout on a base, which "
                                    "this stage trains; name the start model or one made from it.");
  }
  weights::RestorationArchitecture architecture = *restoration;
  architecture.baseFeatureScale = config.baseFeatureScale;
  return architecture;
}

nets::NamedTensors startingWeights(const Parent& parent, const TrainConfig& config,
                                   at::Device device) {
  const auto& restoration = *parent.architecture.restoration;
  nets::NamedTensors tensors = trainable(parent.set, kPrefix, device);
  if (config.scratch) {
    reinitialise(tensors, static_cast<std::uint64_t>(config.seed));
  } else if (restoration.contentInputs > 3) {
    rescaleBaseFeature(tensors, restoration.baseChannels,
                       restoration.baseFeatureScale / config.baseFeatureScale);
  }
  return tensors;
}

at::Tensor moved(const at::Tensor& tensor, const at::Device& device) {
  return tensor.to(device, tensor.scalar_type(), /*non_blocking=*/true);
}

// The windows of a batch in maps of `cell` pixels an input pixel.
at::Tensor windows(const at::Tensor& maps, const RestorationBatch& batch, std::int64_t cell) {
  const std::int64_t side = cell * batch.flow.size(1);
  std::vector<at::Tensor> parts;
  for (std::int64_t i = 0; i < maps.size(0); ++i) {
    parts.push_back(
        maps[i].narrow(1, cell * batch.top[i], side).narrow(2, cell * batch.left[i], side));
  }
  return at::stack(parts);
}

} // namespace

RestorationTask::RestorationTask(const TrainConfig& config, const nets::Placement& placement)
    : config_(config),
      placement_(placement),
      parent_(readParent(config.parent)),
      pack_(config.pack),
      chooser_(pack_, config),
      architecture_(architectureOf(parent_, config)),
      base_(parent_.set, "base.", placement.device),
      vgg_(nets::Parameters(parent_.set, "vgg.", placement), "vgg_net."),
      tensors_(startingWeights(parent_, config, placement.device)) {
  if (config.stage != "full") return;
  perceptual_.emplace(readWeights(config.perceptualNetwork), "", placement);
  adversary_ = std::make_unique<Adversary>(config, placement.device);
}

void RestorationTask::prepare(int step, int attempt) {
  attempt_ = attempt;
  queue_.reset();
  queue_ = std::make_unique<BatchQueue<RestorationBatch>>(
      step, config_.loaders, [this, attempt](int number) {
        const c10::NoGradGuard fixed; // thread-local
        return makeBatch(pack_, chooser_.choose(number, attempt));
      });
}

double RestorationTask::waitedSeconds() const {
  return queue_ ? queue_->waitedSeconds() : 0;
}

at::Tensor RestorationTask::run(const RestorationBatch& batch, const nets::NamedTensors& tensors,
                                at::Tensor* base) const {
  nets::RestorationInputs inputs;
  {
    const c10::NoGradGuard fixed;
    const at::Device& device = placement_.device;
    const at::Tensor lr = moved(batch.lr, device);
    const nets::Span::Output whole = base_(lr);
    inputs.lr = windows(lr, batch, 1);
    inputs.base =
        nets::Span::Output{windows(whole.picture, batch, 4), windows(whole.feature, batch, 1)};
    inputs.up = moved(batch.up, device);
    inputs.reference = moved(batch.reference, device);
    inputs.lowReference = moved(batch.lowReference, device);
    inputs.flow = moved(batch.flow, device);
    inputs.score = moved(batch.score, device);
    inputs.agreement = moved(batch.agreement, device);
    inputs.features = vgg_.levels(inputs.reference, architecture_.scales[0].aggregates);
    if (base != nullptr) *base = inputs.base->picture;
  }
  // Built anew each time: the network is a view of the trained tensors, cast to its type.
  const auto network =
      nets::makeRestoration(nets::Parameters(tensors, kPrefix, placement_), architecture_);
  return network->run(inputs, {}).picture;
}

bool RestorationTask::adversarialFrom(int step) const {
  return adversary_ != nullptr && step >= config_.reconstructionOnly;
}

Figures RestorationTask::backward(int step, double rateFactor) {
  const RestorationBatch batch = queue_->take();
  const at::Tensor truth = moved(batch.truth, placement_.device);
  const at::Tensor output = run(batch, tensors_);
  at::Tensor loss = at::l1_loss(output, truth);
  Figures figures = {{"l1", loss.item<double>()}};
  if (adversarialFrom(step)) {
    const at::Tensor perceptual = perceptual_->loss(output, truth, config_.perceptual);
    const at::Tensor adversarial = adversary_->generatorLoss(output, config_.adversarial);
    figures["perceptual"] = perceptual.item<double>();
    figures["adversarial"] = adversarial.item<double>();
    loss = loss + perceptual + adversarial;
  }
  figures["loss"] = loss.item<double>();
  if (!std::isfinite(figures["loss"])) return figures;
  loss.backward();
  if (adversarialFrom(step)) {
    figures.merge(adversary_->step(truth, output.detach(), step, attempt_, rateFactor));
  }
  return figures;
}

nets::NamedTensors RestorationTask::extraState() const {
  return adversary_ ? adversary_->state() : nets::NamedTensors();
}

void RestorationTask::restoreExtra(const nets::NamedTensors& state) {
  if (adversary_) adversary_->restore(state);
}

Figures RestorationTask::validate(const nets::NamedTensors& average,
                                  const std::filesystem::path& sheet) {
  const c10::NoGradGuard fixed;
  return validateRestoration(
      pack_, config_.sheetRows, sheet,
      [&](const RestorationBatch& batch, at::Tensor* base) { return run(batch, average, base); });
}

void RestorationTask::writeModel(const nets::NamedTensors& average, const TrainingFacts& facts,
                                 const std::filesystem::path& path) {
  train::writeModel(parent_, average, cardOf(parent_, pack_, config_, facts), path);
}

} // namespace refscale::train
