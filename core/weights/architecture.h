// Which network a set of weights is: read off key names, shapes and the model card, never assumed.
// The networks of core/nets are built from this description and the same set.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/weights/tensor_file.h"

namespace refscale::weights {

enum class Layout {
  Published, // C2-Matching (CVPR 2021): nine shifted flows as pre-offsets, bilinear skip
  Aligned    // reference features carried to the input by the match first; single-image base below
};

// One of the three scales of dynamic aggregation; index 0 small (relu3_1), 1 medium (relu2_1),
// 2 large (relu1_1).
struct ScaleArchitecture {
  bool aggregates = false;    // has offset convolutions and a deformable convolution
  int referenceChannels = 0;  // of the VGG-19 features: 256, 128, 64
  int aggregatedChannels = 0; // out of the deformable convolution
  int groups = 0;             // deformable groups
  int guideChannels = 0;      // aligned layout only
  int offsetChannels = 0;     // of the offset convolutions
  int blocks = 0;             // residual blocks of the body
  double featureScale = 1;    // multiplies this scale's VGG-19 features (card: feat_scale.large)
};

struct RestorationArchitecture {
  Layout layout = Layout::Published;
  int ngf = 0;           // channels of the content branch
  int contentBlocks = 0; // residual blocks of the content extractor
  int contentInputs = 3; // channels into its first convolution
  std::array<ScaleArchitecture, 3> scales;
  bool hasBase = false; // a SPAN base network comes with it
  int baseChannels = 0;
  double featureScale = 1;     // multiplies all VGG-19 features, beside each scale's own factor
  double baseFeatureScale = 1; // multiplies the base's feature (start model: 1/64)
  bool refinesMatches = false; // trained on sub-pixel matches
};

// What a whole model file holds, with keys under the prefixes of the model format: `extractor.`,
// `vgg.`, `base.`, `restoration.`.
struct ModelArchitecture {
  bool hasExtractor = false;
  bool hasVgg = false;
  int baseChannels = 0; // of the SPAN network under `base.`, with or without a restoration; 0: none
  std::optional<RestorationArchitecture> restoration;
};

// Scales in the order of RestorationArchitecture::scales, as key names have them.
constexpr std::array<const char*, 3> kScaleNames = {"small", "medium", "large"};

// Throws BadInput with a message that lists missing, surplus and misshapen keys (at most a dozen of
// each, and how many more).
[[nodiscard]] ModelArchitecture describeModel(const TensorSet& model);

// The keys and shapes that an architecture needs, in the model format.
[[nodiscard]] std::map<std::string, std::vector<std::int64_t>> expectedKeys(
    const ModelArchitecture& architecture);

// One line for lists: "aligned, ngf 32, blocks 2+1/2/3, base SPAN 48".
[[nodiscard]] std::string architectureText(const ModelArchitecture& architecture);

} // namespace refscale::weights
