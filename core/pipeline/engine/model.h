// A model file as networks on a device: loaded once, used for every picture.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/match/matcher.h"
#include "core/nets/restoration.h"
#include "core/nets/span.h"
#include "core/nets/vgg.h"
#include "core/pipeline/request.h"
#include "core/weights/architecture.h"

namespace refscale::pipeline {

struct Model {
  std::string name;
  nets::Placement placement;
  weights::RestorationArchitecture architecture;
  std::shared_ptr<const nets::ContrastiveExtractor> extractor; // null when the file has none
  std::shared_ptr<const nets::VggTrunk> vgg;
  std::optional<nets::Span> base;
  std::unique_ptr<nets::Restoration> restoration;

  // Throws Unsupported when the model has no such matcher.
  [[nodiscard]] std::unique_ptr<match::Matcher> matcher(MatcherKind kind) const;
};

// Throws NotFound, BadInput (broken, or no restoration network in it).
[[nodiscard]] Model loadModel(const std::filesystem::path& path, const nets::Placement& placement);

} // namespace refscale::pipeline
