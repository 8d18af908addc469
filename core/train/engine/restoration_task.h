// Stage 3: the restoration network of the aligned layout on its frozen base and features, with the
// matches that the pack keeps. L1; with perceptual and adversarial losses for the full model.
#pragma once

#include <memory>
#include <optional>

#include "core/nets/restoration.h"
#include "core/train/engine/adversary.h"
#include "core/train/engine/batch_queue.h"
#include "core/train/engine/parent.h"
#include "core/train/engine/samples.h"
#include "core/train/engine/task.h"
#include "core/train/losses/perceptual.h"

namespace refscale::train {

class RestorationTask final : public Task {
 public:
  // Throws BadInput for a parent without an aligned restoration on a base, and for what
  // ViewChooser refuses.
  RestorationTask(const TrainConfig& config, const nets::Placement& placement);

  [[nodiscard]] const nets::NamedTensors& tensors() const override { return tensors_; }
  void prepare(int step, int attempt) override;
  Figures backward(int step, double rateFactor) override;
  [[nodiscard]] double waitedSeconds() const override;
  [[nodiscard]] nets::NamedTensors extraState() const override;
  void restoreExtra(const nets::NamedTensors& state) override;
  Figures validate(const nets::NamedTensors& average, const std::filesystem::path& sheet) override;
  void writeModel(const nets::NamedTensors& average, const TrainingFacts& facts,
                  const std::filesystem::path& path) override;

  // The batch through the network: [N, 3, 4w, 4w], not clamped. `base`, where given, gets the
  // base's own output of the windows.
  [[nodiscard]] at::Tensor run(const RestorationBatch& batch, const nets::NamedTensors& tensors,
                               at::Tensor* base = nullptr) const;

 private:
  [[nodiscard]] bool adversarialFrom(int step) const;

  TrainConfig config_;
  nets::Placement placement_;
  Parent parent_;
  Pack pack_;
  ViewChooser chooser_;
  weights::RestorationArchitecture architecture_;
  nets::Span base_;
  nets::VggTrunk vgg_;
  nets::NamedTensors tensors_;
  std::optional<PerceptualNetwork> perceptual_;
  std::unique_ptr<Adversary> adversary_; // full model only
  std::unique_ptr<BatchQueue<RestorationBatch>> queue_;
  int attempt_ = 0;
};

} // namespace refscale::train
