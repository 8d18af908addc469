#include "core/train/engine/match_pack.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <map>
#include <memory>
#include <optional>

#include "core/base/error.h"
#include "core/match/matcher.h"
#include "core/match/refine.h"
#include "core/media/resample.h"
#include "core/nets/vgg.h"
#include "core/pipeline/engine/model.h"
#include "core/pipeline/engine/pictures.h"

namespace refscale::train {
namespace {

constexpr int kCell = 4;

// One picture as a reference: its features, and its low-passed luma.
struct Source {
  at::Tensor features; // [C, h, w], unit vectors
  match::Luma luma;
};

media::Picture lowPassed(const media::Picture& picture) {
  const media::Picture small =
      media::resizeBicubicU8(picture, picture.width() / kCell, picture.height() / kCell);
  return media::resizeBicubicU8(small, picture.width(), picture.height());
}

class PackMatcher {
 public:
  PackMatcher(const pipeline::Model& model, const RunContext& context)
      : matcher_(model.matcher(pipeline::MatcherKind::Contrastive)),
        device_(model.placement.device),
        context_(context) {}

  [[nodiscard]] const char* name() const { return matcher_->name(); }

  [[nodiscard]] Source source(const media::Picture& picture) const {
    return {matcher_->referenceFeatures(pipeline::toTensor(picture).to(device_)),
            pipeline::lumaOf(lowPassed(picture))};
  }

  [[nodiscard]] PackMatches match(const media::Picture& small, const Source& source) const {
    const media::Picture up =
        media::resizeBicubicU8(small, small.width() * kCell, small.height() * kCell);
    const at::Tensor features = matcher_->inputFeatures(pipeline::toTensor(up).to(device_));
    Correspondence found = match::findMatches(matcher_->name(), features, source.features, quiet());
    match::refineMatches(found, pipeline::lumaOf(up), source.luma, {}, quiet());
    return {found.pixels, found.score, found.agreement};
  }

 private:
  [[nodiscard]] RunContext quiet() const {
    RunContext inner;
    inner.stop = context_.stop;
    return inner;
  }
  std::unique_ptr<match::Matcher> matcher_;
  at::Device device_;
  const RunContext& context_;
};

PackMatches identity(int cells) {
  PackMatches m;
  m.pixels = Field<Vec2f>(cells, cells, kCell);
  m.score = Field<float>(cells, cells, kCell, 1.0F);
  m.agreement = Field<float>(cells, cells, kCell, 1.0F);
  return m;
}

// A window of the features and luma of a whole picture. The area begins on a cell of the picture.
Source window(const Source& whole, const Area& area) {
  Source part;
  part.features = whole.features.narrow(1, area.y / kCell, area.height / kCell)
                      .narrow(2, area.x / kCell, area.width / kCell)
                      .contiguous();
  part.luma = match::Luma(area.width, area.height, 1);
  for (int y = 0; y < area.height; ++y) {
    for (int x = 0; x < area.width; ++x) {
      part.luma.at(x, y) = whole.luma.at(area.x + x, area.y + y);
    }
  }
  return part;
}

double areasTogether(const PackContent& content, const std::vector<std::size_t>& samples) {
  double sum = 0;
  for (const std::size_t i : samples) {
    const Area& area = content.samples[i].reference;
    sum += 1.0 * area.width * area.height;
  }
  return sum;
}

} // namespace

void matchPack(PackContent& content, const std::filesystem::path& model,
               const nets::Placement& placement, const RunContext& context) {
  const c10::InferenceMode inference;
  const StopScope stop(context);
  const pipeline::Model networks = pipeline::loadModel(model, placement);
  const PackMatcher matcher(networks, context);
  const int side = content.inputSize / kCell;
  content.matcher = networks.name + " (" + matcher.name() + ")";
  content.matches.assign(content.samples.size(), identity(side));

  std::map<int, std::vector<std::size_t>> byReference; // each picture's features once
  for (std::size_t i = 0; i < content.samples.size(); ++i) {
    const int picture = content.samples[i].reference.picture;
    if (picture >= 0) byReference[picture].push_back(i);
  }
  std::size_t done = 0;
  for (const auto& [picture, samples] : byReference) {
    const media::Picture& pixels = content.pictures.at(picture).picture;
    // Features of the whole picture serve all its areas, where these are as large together.
    std::optional<Source> whole;
    if (areasTogether(content, samples) >= 1.0 * pixels.width() * pixels.height()) {
      whole = matcher.source(media::cropped(pixels, 0, 0, pixels.width() / kCell * kCell,
                                            pixels.height() / kCell * kCell));
    }
    for (const std::size_t i : samples) {
      context.checkStop();
      const PackSample& sample = content.samples[i];
      const media::Picture small =
          content.reduced.empty()
              ? media::resizeBicubicU8(
                    media::cropped(content.pictures.at(sample.input.picture).picture,
                                   sample.input.x, sample.input.y, sample.input.width,
                                   sample.input.height),
                    side, side)
              : content.reduced[i];
      const Area& area = sample.reference;
      content.matches[i] = matcher.match(
          small,
          whole ? window(*whole, area)
                : matcher.source(media::cropped(pixels, area.x, area.y, area.width, area.height)));
      context.progress(Stage::Match, static_cast<std::int64_t>(++done),
                       static_cast<std::int64_t>(content.samples.size()));
    }
  }
}

} // namespace refscale::train
