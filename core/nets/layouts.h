// The two layouts of the restoration network; makeRestoration() chooses. See restoration.h.
#pragma once

#include "core/nets/restoration.h"
#include "core/nets/strips.h"

namespace refscale::nets {

// C2-Matching as published, of any width, depth and groups, and its light version, which leaves out
// the aggregation at relu3_1. The nine taps of a pixel follow the flows of the nine patches that
// cover it (pre-offsets).
class PublishedRestoration final : public Restoration {
 public:
  PublishedRestoration(const Parameters& parameters,
                       const weights::RestorationArchitecture& architecture);
  [[nodiscard]] RestorationOutput run(const RestorationInputs& inputs,
                                      const RestorationOptions& options) const override;

 private:
  Placement placement_;
  Conv contentFirst_;
  std::vector<ResidualBlock> contentBody_;
  std::array<ScaleWeights, 3> scales_;
  Conv last_;
};

// The layout on top of a single-image base: the reference's features are carried to the input along
// the refined match before offsets are predicted; guide channels tell how far to trust them.
class AlignedRestoration final : public Restoration {
 public:
  AlignedRestoration(const Parameters& parameters,
                     const weights::RestorationArchitecture& architecture);
  [[nodiscard]] RestorationOutput run(const RestorationInputs& inputs,
                                      const RestorationOptions& options) const override;

 private:
  struct Guides;
  // Scale s over the rows of a strip: the result of its tail, and what its aggregation did.
  struct ScaleOutput {
    at::Tensor tail;
    std::optional<ScaleMaps> maps;
  };
  [[nodiscard]] ScaleOutput atScale(int s, const Strip& strip, const RestorationInputs& inputs,
                                    const Guides& guides, const RestorationOptions& options,
                                    Steps& step) const;

  Placement placement_;
  double baseFeatureScale_;
  Conv contentFirst_;
  std::vector<ResidualBlock> contentBody_;
  std::array<ScaleWeights, 3> scales_;
  Conv last_;
};

// The nine shifted copies of a cell flow at scale s (the paper's pre-offsets): [h, w, 2] -> [1, 9,
// s h, s w, 2]. Copy 3 i + j moves down by i s and right by j s; zeros enter.
[[nodiscard]] at::Tensor preOffsets(const at::Tensor& flow, std::int64_t s);

// Positions p + flow s/4 as displacement only, for every pixel of scale s: [h, w, 2] or [N, h, w,
// 2] in output pixels -> [N, 1, s h, s w, 2] in pixels of the scale.
[[nodiscard]] at::Tensor alignedBase(const at::Tensor& flow, std::int64_t s);

enum class Outside { Zero, Clamp };
// Bilinear samples of `source` [N, C, Hs, Ws] at pixel + base: [N, C, H, W], in source's type.
[[nodiscard]] at::Tensor warp(const at::Tensor& source, const at::Tensor& base, Outside outside);

} // namespace refscale::nets
