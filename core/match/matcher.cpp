#include "core/match/matcher.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/ops/correlation/correlation.h"

namespace refscale::match {
namespace {

// Unit vectors in the type that they are searched in.
at::Tensor searchable(const at::Tensor& features) {
  const at::Tensor unit = nets::unitVectors(features);
  return features.scalar_type() == at::kBFloat16 && ops::matchesInBfloat16(features.device())
             ? unit.to(at::kBFloat16)
             : unit;
}

class ContrastiveMatcher final : public Matcher {
 public:
  explicit ContrastiveMatcher(std::shared_ptr<const nets::ContrastiveExtractor> extractor)
      : extractor_(std::move(extractor)) {}
  [[nodiscard]] const char* name() const noexcept override { return "contrastive"; }
  [[nodiscard]] at::Tensor inputFeatures(const at::Tensor& up) const override {
    return searchable(extractor_->inputFeatures(up));
  }
  [[nodiscard]] at::Tensor referenceFeatures(const at::Tensor& reference) const override {
    return searchable(extractor_->referenceFeatures(reference));
  }

 private:
  std::shared_ptr<const nets::ContrastiveExtractor> extractor_;
};

class VggMatcher final : public Matcher {
 public:
  explicit VggMatcher(std::shared_ptr<const nets::VggTrunk> vgg) : vgg_(std::move(vgg)) {}
  [[nodiscard]] const char* name() const noexcept override { return "vgg"; }
  [[nodiscard]] at::Tensor inputFeatures(const at::Tensor& up) const override {
    return searchable(vgg_->levels(up, true).relu3_1.squeeze(0));
  }
  [[nodiscard]] at::Tensor referenceFeatures(const at::Tensor& reference) const override {
    return inputFeatures(reference);
  }

 private:
  std::shared_ptr<const nets::VggTrunk> vgg_;
};

// A grid of patches, one smaller at every side than the grid of cells: its values as plain arrays.
template <typename T>
struct Patches {
  at::Tensor tensor;
  const T* values;
  int width;
  int height;

  explicit Patches(const at::Tensor& source)
      : tensor(source.to(at::kCPU).contiguous()),
        values(tensor.const_data_ptr<T>()),
        width(static_cast<int>(tensor.size(1))),
        height(static_cast<int>(tensor.size(0))) {}
  [[nodiscard]] T at(int x, int y) const { return values[static_cast<std::size_t>(y) * width + x]; }
};

} // namespace

std::unique_ptr<Matcher> contrastiveMatcher(
    std::shared_ptr<const nets::ContrastiveExtractor> extractor) {
  return std::make_unique<ContrastiveMatcher>(std::move(extractor));
}

std::unique_ptr<Matcher> vggMatcher(std::shared_ptr<const nets::VggTrunk> vgg) {
  return std::make_unique<VggMatcher>(std::move(vgg));
}

Correspondence findMatches(const char* matcher, const at::Tensor& inputFeatures,
                           const at::Tensor& referenceFeatures, const RunContext& context) {
  const ops::BestMatches best =
      ops::bestMatches(inputFeatures, referenceFeatures, ops::BestMatchOptions{}, context);
  const Patches<int> index(best.index);
  const Patches<int> back(best.backIndex);
  const Patches<float> score(best.score);
  const Patches<float> second(best.second);

  const int width = static_cast<int>(inputFeatures.size(2));
  const int height = static_cast<int>(inputFeatures.size(1));
  Correspondence result;
  result.matcher = matcher;
  result.referenceWidth = static_cast<int>(referenceFeatures.size(2));
  result.referenceHeight = static_cast<int>(referenceFeatures.size(1));
  result.cells = Field<Vec2f>(width, height, 4);
  result.score = Field<float>(width, height, 4);
  result.uniqueness = Field<float>(width, height, 4);
  result.forwardBackward = Field<float>(width, height, 4);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int px = std::clamp(x - 1, 0, index.width - 1);
      const int py = std::clamp(y - 1, 0, index.height - 1);
      const int q = index.at(px, py);
      const int qx = q % back.width;
      const int qy = q / back.width;
      const int returned = back.at(qx, qy);
      const int targetX = std::clamp(x + qx - px, 0, result.referenceWidth - 1);
      const int targetY = std::clamp(y + qy - py, 0, result.referenceHeight - 1);
      result.cells.at(x, y) = {static_cast<float>(targetX - x), static_cast<float>(targetY - y)};
      result.score.at(x, y) = score.at(px, py);
      result.uniqueness.at(x, y) = std::max(0.0F, score.at(px, py) - second.at(px, py));
      result.forwardBackward.at(x, y) =
          static_cast<float>(std::hypot(returned % index.width - px, returned / index.width - py));
    }
  }
  return result;
}

Correspondence identityMatches(int width, int height) {
  Correspondence result;
  result.matcher = "none";
  result.referenceWidth = width;
  result.referenceHeight = height;
  result.cells = Field<Vec2f>(width, height, 4);
  result.pixels = Field<Vec2f>(width, height, 4);
  result.score = Field<float>(width, height, 4, 1.0F);
  result.uniqueness = Field<float>(width, height, 4, 1.0F);
  result.forwardBackward = Field<float>(width, height, 4);
  result.agreement = Field<float>(width, height, 4, 1.0F);
  result.confidence = Field<float>(width, height, 4, 1.0F);
  return result;
}

at::Tensor patchFlow(const Correspondence& correspondence) {
  const Field<Vec2f>& cells = correspondence.cells;
  at::Tensor flow = at::zeros({cells.height, cells.width, 2}, at::kFloat);
  auto* out = flow.mutable_data_ptr<float>();
  for (int y = 0; y + 2 < cells.height; ++y) {
    for (int x = 0; x + 2 < cells.width; ++x) {
      const Vec2f v = cells.at(x + 1, y + 1);
      out[(static_cast<std::size_t>(y) * cells.width + x) * 2] = v.x;
      out[(static_cast<std::size_t>(y) * cells.width + x) * 2 + 1] = v.y;
    }
  }
  return flow;
}

} // namespace refscale::match
