// The network that borrows: content features of the input, dynamic aggregation of the reference's
// features along the match (C2-Matching, section 3.4), restoration at three scales. Two layouts,
// see weights::Layout; both behind one interface. Finding the match is not its business.
#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <memory>
#include <optional>

#include "core/nets/parameters.h"
#include "core/nets/span.h"
#include "core/nets/vgg.h"
#include "core/weights/architecture.h"

namespace refscale::nets {

// Everything is batch 1, float32 unless said otherwise, on the network's device. Input h x w,
// output 4h x 4w, reference Hr x Wr (multiples of 4). The aligned layout also takes batches of N
// (flow [N, h, w, 2], score and agreement [N, h, w]), as training does; maps are of batch 1 only.
struct RestorationInputs {
  at::Tensor lr;             // [1, 3, h, w], RGB in 0..1
  VggTrunk::Levels features; // of the reference, in the network's dtype
  // Published: whole cells [h, w, 2] (x, y), the flow of each 3x3 patch at its top-left cell, zero
  // in the last two rows and columns. Aligned: output pixels with fractions, reference minus input.
  at::Tensor flow;
  // --- aligned layout only ---
  at::Tensor up;           // [1, 3, 4h, 4w], the input enlarged by bicubic, 8-bit rounded
  at::Tensor reference;    // [1, 3, Hr, Wr]
  at::Tensor lowReference; // [1, 3, Hr, Wr], reference reduced x4 and enlarged again
  at::Tensor score;        // [h, w], mean cosine of the match
  at::Tensor agreement;    // [h, w], zero-mean normalised correlation at the refined match
  std::optional<Span::Output> base;
};

// What the aggregation did at one scale, per pixel of that scale: means over taps and groups
// weighted by the mask. Total offset = match + learned.
struct ScaleMaps {
  at::Tensor matchOffset;   // [H, W, 2] (x, y), pixels of the scale
  at::Tensor learnedOffset; // [H, W, 2]
  at::Tensor maskWeight;    // [H, W], mean of the mask, 0..1
};

struct RestorationOutput {
  at::Tensor picture;                             // [1, 3, 4h, 4w], not clamped
  std::array<std::optional<ScaleMaps>, 3> scales; // small, medium, large; only when asked for
};

struct RestorationOptions {
  bool wantMaps = false;
  Trace trace;                           // may be empty
  std::function<void(int, int)> stepped; // (done, total) after each block; may throw to stop
  // Finished rows of the picture, [1, 3, n, 4w] from row `top` on, while others are still made:
  // where the aligned layout cuts the picture into strips.
  std::function<void(std::int64_t top, const at::Tensor& rows)> rowsReady;
};

class Restoration {
 public:
  virtual ~Restoration() = default;
  Restoration() = default;
  Restoration(const Restoration&) = delete;
  Restoration& operator=(const Restoration&) = delete;
  Restoration(Restoration&&) = delete;
  Restoration& operator=(Restoration&&) = delete;

  [[nodiscard]] virtual RestorationOutput run(const RestorationInputs& inputs,
                                              const RestorationOptions& options) const = 0;
};

// Builds the network that `architecture` describes from the tensors below `prefix`
// ("restoration.").
[[nodiscard]] std::unique_ptr<Restoration> makeRestoration(
    const weights::TensorSet& set, const std::string& prefix,
    const weights::RestorationArchitecture& architecture, const Placement& placement);

// The same from tensors that are being trained: gradients of the output reach them (and not the
// inputs), through offsets and masks too.
[[nodiscard]] std::unique_ptr<Restoration> makeRestoration(
    const Parameters& parameters, const weights::RestorationArchitecture& architecture);

// --- pieces that both layouts share
// ----------------------------------------------------------------

inline constexpr double kSlope = 0.1; // of every LeakyReLU
inline constexpr std::array<const char*, 3> kScaleNames = {"small", "medium", "large"};

// Each value repeated s times in both directions: [N, C, h, w] -> [N, C, s h, s w].
[[nodiscard]] at::Tensor nearest(const at::Tensor& x, std::int64_t s);

// One scale of aggregation and restoration, as far as the layouts agree.
struct ScaleWeights {
  bool aggregates = false;
  std::int64_t groups = 0;
  double featureScale = 1; // of the reference's features
  Conv offsetConv1, offsetConv2, offsetMask, aggregation, head, tail;
  std::vector<ResidualBlock> body;
};
[[nodiscard]] ScaleWeights readScale(const Parameters& parameters,
                                     const weights::ScaleArchitecture& architecture, int scale);

// Counts the blocks of a run and tells options.stepped.
class Steps {
 public:
  // `strips` in which the scales are run.
  Steps(const RestorationOptions& options, std::size_t contentBlocks,
        const std::array<ScaleWeights, 3>& scales,
        const std::array<std::int64_t, 3>& strips = {1, 1, 1});
  void operator()();

 private:
  const RestorationOptions* options_;
  int done_ = 0;
  int total_;
};

// Offsets and masks out of conv_offset_mask's result, then the deformable convolution of the
// reference feature: aggregated feature, LeakyReLU applied. `base`: [1, T, H, W, 2] (x, y).
struct Aggregation {
  at::Tensor feature;
  std::optional<ScaleMaps> maps;
};
[[nodiscard]] Aggregation aggregate(const ScaleWeights& weights, const at::Tensor& offsetFeature,
                                    const at::Tensor& referenceFeature, const at::Tensor& base,
                                    const std::string& name, const RestorationOptions& options);

} // namespace refscale::nets
