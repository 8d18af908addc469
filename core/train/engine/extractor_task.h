// Stages 1 and 2: the contrastive correspondence network on pairs of known positions. The teacher
// compares true pictures; the student compares enlarged inputs with true references and learns from
// the teacher's correlations as well (C2-Matching, sections 3.2 and 3.3).
#pragma once

#include <memory>
#include <vector>

#include "core/nets/vgg.h"
#include "core/train/engine/batch_queue.h"
#include "core/train/engine/parent.h"
#include "core/train/engine/task.h"
#include "core/train/losses/correspondence.h"

namespace refscale::train {

struct CorrespondenceBatch {
  at::Tensor truth;     // [N, 3, crop, crop]
  at::Tensor up;        // the same, reduced and enlarged
  at::Tensor reference; // [N, 3, crop, crop]
  std::vector<KnownCells> known;
};

class ExtractorTask final : public Task {
 public:
  // Throws BadInput for a parent (or teacher) without an extractor, and for a pack whose pictures
  // are all smaller than the crop.
  ExtractorTask(const TrainConfig& config, const nets::Placement& placement);

  [[nodiscard]] const nets::NamedTensors& tensors() const override { return leaves_; }
  void prepare(int step, int attempt) override;
  Figures backward(int step, double rateFactor) override;
  [[nodiscard]] double waitedSeconds() const override;
  // "within1", "within3", "within5": share of cells of the pack's validation pictures (or, without
  // any, of the training's) that are matched within so many cells, on fixed pairs.
  Figures validate(const nets::NamedTensors& average, const std::filesystem::path& sheet) override;
  void writeModel(const nets::NamedTensors& average, const TrainingFacts& facts,
                  const std::filesystem::path& path) override;

  [[nodiscard]] CorrespondenceBatch makeBatch(int step, int attempt) const;

 private:
  struct Features {
    at::Tensor first, second; // [N, 256, h, w], float32
  };
  [[nodiscard]] Features features(const nets::NamedTensors& tensors,
                                  const CorrespondenceBatch& batch) const;
  [[nodiscard]] CorrespondenceBatch drawn(const std::vector<int>& pictures, int count,
                                          std::initializer_list<std::uint64_t> place) const;

  TrainConfig config_;
  nets::Placement placement_;
  Parent parent_;
  Pack pack_;
  std::vector<int> pictures_, held_;
  nets::NamedTensors tensors_; // leaves and the buffers beside them
  nets::NamedTensors leaves_;
  std::unique_ptr<nets::ContrastiveExtractor> teacher_; // student only
  std::unique_ptr<BatchQueue<CorrespondenceBatch>> queue_;
};

} // namespace refscale::train
