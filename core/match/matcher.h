// Finding, for every cell of the input, the cell of the reference that shows the same thing. A
// matcher is a pair of feature networks; the search itself is the same for all (ops/correlation).
// Sub-pixel refinement and confidence are stages of their own (refine.h, confidence.h).
#pragma once

#include <ATen/core/Tensor.h>

#include <memory>

#include "core/base/correspondence.h"
#include "core/base/run_context.h"
#include "core/nets/vgg.h"

namespace refscale::match {

class Matcher {
 public:
  virtual ~Matcher() = default;
  Matcher() = default;
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;
  Matcher(Matcher&&) = delete;
  Matcher& operator=(Matcher&&) = delete;

  [[nodiscard]] virtual const char* name() const noexcept = 0;
  // [1, 3, H, W] in 0..1, sides multiples of 4 -> [C, H/4, W/4], unit length at every position;
  // float32, or bfloat16 where the search takes it (ops::matchesInBfloat16).
  [[nodiscard]] virtual at::Tensor inputFeatures(const at::Tensor& up) const = 0;
  [[nodiscard]] virtual at::Tensor referenceFeatures(const at::Tensor& reference) const = 0;
};

// C2-Matching's contrastive correspondence network, exact search.
[[nodiscard]] std::unique_ptr<Matcher> contrastiveMatcher(
    std::shared_ptr<const nets::ContrastiveExtractor> extractor);
// SRNTT's way, the papers' baseline: relu3_1 of ImageNet's VGG-19 on both sides.
[[nodiscard]] std::unique_ptr<Matcher> vggMatcher(std::shared_ptr<const nets::VggTrunk> vgg);

// The best reference cell for every inner input cell by mean cosine of 3x3 patches; border cells
// take the offset of the nearest inner one, clamped to the reference. `pixels`, `agreement` and
// `confidence` are left for later stages. Throws BadInput for grids below 3x3 cells, Cancelled.
[[nodiscard]] Correspondence findMatches(const char* matcher, const at::Tensor& inputFeatures,
                                         const at::Tensor& referenceFeatures,
                                         const RunContext& context);

// The same among the reference cells within `radius` of each cell's own place alone: for references
// in the input's own frame, where anything farther off can only be something that looks alike.
// Uniqueness and forward-backward error are what they are within that radius.
[[nodiscard]] Correspondence findNearby(const char* matcher, const at::Tensor& inputFeatures,
                                        const at::Tensor& referenceFeatures, int radius,
                                        const RunContext& context);

// The match of a picture with itself: offsets zero, everything certain. `none`, no reference.
[[nodiscard]] Correspondence identityMatches(int width, int height);

// The published network's flow (oracle: "Flow"): whole cells [h, w, 2], the flow of a patch at its
// top-left cell, zero in the last two rows and columns.
[[nodiscard]] at::Tensor patchFlow(const Correspondence& correspondence);

} // namespace refscale::match
