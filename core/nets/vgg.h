// The two kinds of VGG trunk that C2-Matching uses: the contrastive extractor, whose features are
// matched, and ImageNet's VGG-19, whose features are borrowed.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/nets/parameters.h"

namespace refscale::nets {

// conv1_1 R conv1_2 R pool conv2_1 R conv2_2 R pool conv3_1, five convolutions of VGG-16 and
// VGG-19.
class VggTrunk {
 public:
  // Reads `mean`, `std` and `<layers>convX_Y.{weight,bias}` below the parameters' prefix.
  VggTrunk(const Parameters& parameters, const std::string& layers);

  // Features after each of the three first-of-a-level convolutions.
  struct Levels {
    at::Tensor relu1_1; // [N, 64, H, W]
    at::Tensor relu2_1; // [N, 128, H/2, W/2]
    at::Tensor relu3_1; // [N, 256, H/4, W/4]
  };

  // `picture`: [N, 3, H, W], RGB in 0..1, H and W multiples of 4.
  [[nodiscard]] at::Tensor conv3_1(const at::Tensor& picture) const; // without a ReLU at the end
  [[nodiscard]] Levels levels(const at::Tensor& picture, bool withRelu3) const;

 private:
  [[nodiscard]] at::Tensor normalised(const at::Tensor& picture) const;

  Placement placement_;
  at::Tensor mean_, std_;
  Conv conv1_1_, conv1_2_, conv2_1_, conv2_2_, conv3_1_;
};

// Contrastive correspondence features (C2-Matching, section 3.2): one trunk for the enlarged input,
// another one, with other weights, for the reference.
class ContrastiveExtractor {
 public:
  // Reads `<prefix>feature_extraction_image1.*` and `...image2.*`.
  ContrastiveExtractor(const weights::TensorSet& set, const std::string& prefix,
                       const Placement& placement);
  explicit ContrastiveExtractor(
      const Parameters& parameters); // the same below the parameters' prefix

  // Both trunks for whole batches, as training needs them: [N, 3, H, W] -> [N, 256, H/4, W/4] in
  // the network's dtype.
  [[nodiscard]] const VggTrunk& inputTrunk() const noexcept { return input_; }
  [[nodiscard]] const VggTrunk& referenceTrunk() const noexcept { return reference_; }

  // [1, 3, H, W] -> [256, H/4, W/4], not yet normalised.
  [[nodiscard]] at::Tensor inputFeatures(const at::Tensor& up) const;
  [[nodiscard]] at::Tensor referenceFeatures(const at::Tensor& reference) const;

 private:
  VggTrunk input_;
  VggTrunk reference_;
};

// Each position's feature vector divided by its L2 norm (floor 1e-12). [C, h, w] -> the same in
// float32. Throws Cancelled on a CPU, where it may take long.
[[nodiscard]] at::Tensor unitVectors(const at::Tensor& features);

} // namespace refscale::nets
