// What the model card's `architecture` entry says that key names and shapes cannot: which layout,
// how features are scaled, whether matches are refined. For describeModel only.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "core/weights/architecture.h"

namespace refscale::weights {

struct ArchitectureCard {
  std::optional<Layout> layout;
  double featureScale = 1;
  std::array<double, 3> scaleFeatureScales = {1, 1, 1};
  double baseFeatureScale = 1;
  bool refinesMatches = false;
};

// Reads metadata["architecture"]; defaults where there is none or it is plain words. Throws
// BadInput when it is JSON, but broken, too deep, or of another type than expected.
[[nodiscard]] ArchitectureCard readArchitectureCard(
    const std::map<std::string, std::string>& metadata);

} // namespace refscale::weights
