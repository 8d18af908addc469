#include "core/train/engine/extractor_task.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/match/matcher.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/pictures.h"
#include "core/train/random.h"
#include "core/train/synthetic.h"

namespace refscale::train {
namespace {

constexpr const char* kPrefix = "extractor.";
constexpr int kCell = 4;
constexpr int kValidationPairs = 16;

Parent withExtractor(const std::filesystem::path& path) {
  Parent parent = readParent(path);
  if (!parent.architecture.hasExtractor) {
    throw Error(Kind::BadInput, "\"" + path.string() +
                                    "\" has no contrastive extractor; name the start model or one "
                                    "made from it.");
  }
  return parent;
}

// Both trunks begin as ImageNet's VGG, which the model file holds anyway.
void beginWithVgg(nets::NamedTensors& tensors, const weights::TensorSet& set) {
  const c10::NoGradGuard fixed;
  for (auto& [key, tensor] : tensors) {
    const auto layer = key.find("model.");
    if (layer == std::string::npos) continue;
    const auto found = set.tensors.find("vgg.vgg_net." + key.substr(layer + 6));
    if (found != set.tensors.end()) tensor.copy_(nets::toTensor(found->second));
  }
}

// For every pixel of the window its place in the reference: [side, side, 2].
at::Tensor coordinates(const Matrix3& homography, int side) {
  at::Tensor map = at::empty({side, side, 2}, at::kDouble);
  auto* out = map.mutable_data_ptr<double>();
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const Point p = mapped(homography, {static_cast<double>(x), static_cast<double>(y)});
      *out++ = p.x;
      *out++ = p.y;
    }
  }
  return map;
}

} // namespace

ExtractorTask::ExtractorTask(const TrainConfig& config, const nets::Placement& placement)
    : config_(config),
      placement_(placement),
      parent_(withExtractor(config.parent)),
      pack_(config.pack),
      tensors_(trainable(parent_.set, kPrefix, placement.device)) {
  if (config.scratch) beginWithVgg(tensors_, parent_.set);
  for (const auto& [key, tensor] : tensors_) {
    if (tensor.requires_grad()) leaves_[key] = tensor;
  }
  std::set<int> train;
  std::set<int> held;
  for (int i = 0; i < pack_.size(); ++i) {
    const PackSample& sample = pack_.sample(i);
    (sample.split == Split::Train ? train : held).insert(sample.input.picture);
  }
  const auto usable = [&](int picture) {
    const media::Picture p = pack_.picture(picture);
    return p.width() >= config_.crop && p.height() >= config_.crop;
  };
  for (const int p : train) {
    if (usable(p)) pictures_.push_back(p);
  }
  for (const int p : held) {
    if (usable(p) && !train.contains(p)) held_.push_back(p);
  }
  if (pictures_.empty()) {
    throw Error(Kind::BadInput, "No picture of the pack is as large as \"crop\" (" +
                                    std::to_string(config_.crop) + "); lower it.");
  }
  if (held_.empty()) held_ = pictures_;
  if (config.stage == "student") {
    const Parent teacher = withExtractor(config.teacher);
    teacher_ = std::make_unique<nets::ContrastiveExtractor>(teacher.set, kPrefix, placement);
  }
}

CorrespondenceBatch ExtractorTask::drawn(const std::vector<int>& pictures, int count,
                                         std::initializer_list<std::uint64_t> place) const {
  Random random(static_cast<std::uint64_t>(config_.seed), place);
  SyntheticOptions options;
  options.turn = config_.turn;
  options.scaleLow = config_.scaleLow;
  options.scaleHigh = config_.scaleHigh;
  const int side = config_.crop;
  std::vector<at::Tensor> truth, up, reference;
  CorrespondenceBatch batch;
  for (int i = 0; i < count; ++i) {
    const int index = pictures[random.below(static_cast<int>(pictures.size()))];
    const media::Picture photo = pack_.picture(index);
    const Area window = {index, random.below(photo.width() - side + 1),
                         random.below(photo.height() - side + 1), side, side};
    const SyntheticPair pair = makeSynthetic(photo, window, side, options, random);
    const media::Picture input = pack_.pixels(window);
    const media::Picture small = media::resizeBicubicU8(input, side / kCell, side / kCell);
    truth.push_back(pipeline::toTensor(input));
    up.push_back(pipeline::toTensor(media::resizeBicubicU8(small, side, side)));
    reference.push_back(pipeline::toTensor(pair.reference));
    batch.known.push_back(knownCells(coordinates(pair.homography, side)));
  }
  batch.truth = at::cat(truth);
  batch.up = at::cat(up);
  batch.reference = at::cat(reference);
  return batch;
}

CorrespondenceBatch ExtractorTask::makeBatch(int step, int attempt) const {
  const c10::NoGradGuard fixed; // thread-local
  return drawn(pictures_, config_.batch,
               {static_cast<std::uint64_t>(step), static_cast<std::uint64_t>(attempt)});
}

void ExtractorTask::prepare(int step, int attempt) {
  queue_.reset();
  queue_ = std::make_unique<BatchQueue<CorrespondenceBatch>>(
      step, config_.loaders, [this, attempt](int number) { return makeBatch(number, attempt); });
}

double ExtractorTask::waitedSeconds() const {
  return queue_ ? queue_->waitedSeconds() : 0;
}

ExtractorTask::Features ExtractorTask::features(const nets::NamedTensors& tensors,
                                                const CorrespondenceBatch& batch) const {
  const nets::ContrastiveExtractor extractor(nets::Parameters(tensors, kPrefix, placement_));
  const at::Tensor& input = config_.stage == "teacher" ? batch.truth : batch.up;
  return {extractor.inputTrunk().conv3_1(input).to(at::kFloat),
          extractor.referenceTrunk().conv3_1(batch.reference).to(at::kFloat)};
}

Figures ExtractorTask::backward(int /*step*/, double /*rateFactor*/) {
  const CorrespondenceBatch batch = queue_->take();
  CorrespondenceLossOptions options;
  options.margin = config_.margin;
  options.safeRadius = config_.safeRadius;
  options.temperature = config_.temperature;
  options.distillation = config_.distillation;
  options.crossEntropy = config_.crossEntropy;
  const Features student = features(tensors_, batch);
  CorrespondenceLoss loss;
  if (teacher_) {
    at::Tensor teacher1, teacher2;
    {
      const c10::NoGradGuard fixed;
      teacher1 = teacher_->inputTrunk().conv3_1(batch.truth).to(at::kFloat);
      teacher2 = teacher_->referenceTrunk().conv3_1(batch.reference).to(at::kFloat);
    }
    loss = distilledLoss(student.first, student.second, teacher1, teacher2, batch.known, options);
  } else {
    loss = marginLoss(student.first, student.second, batch.known, options);
  }
  if (loss.pairs == 0) return {{"loss", 0}, {"pairs", 0}}; // no gradients: the step changes nothing
  loss.loss.backward();
  Figures figures = {{"loss", loss.loss.item<double>()},
                     {"positive", loss.positive},
                     {"negative", loss.negative},
                     {"pairs", loss.pairs}};
  if (teacher_) figures["divergence"] = loss.divergence.item<double>();
  return figures;
}

Figures ExtractorTask::validate(const nets::NamedTensors& average,
                                const std::filesystem::path& /*sheet*/) {
  const c10::NoGradGuard fixed;
  nets::NamedTensors whole = tensors_;
  for (const auto& [key, tensor] : average) whole[key] = tensor;
  std::array<double, 3> within{};
  constexpr std::array<double, 3> kCells = {1, 3, 5};
  double all = 0;
  for (int i = 0; i < kValidationPairs; ++i) {
    const CorrespondenceBatch batch = drawn(held_, 1, {0x56414cULL, static_cast<std::uint64_t>(i)});
    const Features f = features(whole, batch);
    const Correspondence found = match::findMatches("contrastive", nets::unitVectors(f.first[0]),
                                                    nets::unitVectors(f.second[0]), {});
    const KnownCells& known = batch.known.front();
    for (std::int64_t k = 0; k < known.first.numel(); ++k) {
      const auto cell = known.first[k].item<std::int64_t>();
      const int x = static_cast<int>(cell % found.cells.width);
      const int y = static_cast<int>(cell / found.cells.width);
      const double dx = x + found.cells.at(x, y).x - known.second[1][k].item<double>();
      const double dy = y + found.cells.at(x, y).y - known.second[0][k].item<double>();
      const double error = std::max(std::abs(dx), std::abs(dy));
      for (std::size_t t = 0; t < within.size(); ++t) within[t] += error <= kCells[t] ? 1 : 0;
      ++all;
    }
  }
  if (all == 0) return {};
  return {{"within1", within[0] / all}, {"within3", within[1] / all}, {"within5", within[2] / all}};
}

void ExtractorTask::writeModel(const nets::NamedTensors& average, const TrainingFacts& facts,
                               const std::filesystem::path& path) {
  train::writeModel(parent_, average, cardOf(parent_, pack_, config_, facts), path);
}

} // namespace refscale::train
