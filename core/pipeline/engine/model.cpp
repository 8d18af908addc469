#include "core/pipeline/engine/model.h"

#include "core/base/said_error.h"
#include "core/weights/safetensors.h"

namespace refscale::pipeline {

std::unique_ptr<match::Matcher> Model::matcher(MatcherKind kind) const {
  if (kind == MatcherKind::Vgg) return match::vggMatcher(vgg);
  if (!extractor) {
    throw SaidError(Kind::Unsupported,
                    REFSCALE_SENTENCE("Errors",
                                      "The model \"%1\" has no contrastive extractor; use the "
                                      "matcher vgg or another model."),
                    {name});
  }
  return match::contrastiveMatcher(extractor);
}

Model loadModel(const std::filesystem::path& path, const nets::Placement& placement) {
  const weights::TensorSet set = weights::readSafetensors(path);
  const weights::ModelArchitecture architecture = weights::describeModel(set);
  if (!architecture.restoration || !architecture.hasVgg) {
    throw SaidError(
        Kind::BadInput,
        REFSCALE_SENTENCE("Errors",
                          "\"%1\" holds no complete model (restoration network and VGG-19); import "
                          "published checkpoints with \"refscale import-model\"."),
        {path.string()});
  }
  Model model;
  model.name = path.stem().string();
  model.placement = placement;
  model.architecture = *architecture.restoration;
  if (architecture.hasExtractor) {
    model.extractor =
        std::make_shared<const nets::ContrastiveExtractor>(set, "extractor.", placement);
  }
  model.vgg =
      std::make_shared<const nets::VggTrunk>(nets::Parameters(set, "vgg.", placement), "vgg_net.");
  if (model.architecture.hasBase) model.base.emplace(set, "base.", placement.device);
  model.restoration = nets::makeRestoration(set, "restoration.", model.architecture, placement);
  return model;
}

} // namespace refscale::pipeline
