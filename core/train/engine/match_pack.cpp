#include "core/train/engine/match_pack.h"

#include <c10/core/InferenceMode.h>

#include <limits>
#include <map>
#include <memory>
#include <utility>

#include "core/base/error.h"
#include "core/geometry/registration.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/view_finder.h"

namespace refscale::train {
namespace {

constexpr int kCell = 4;

PackMatches identity(int cells) {
  PackMatches m;
  m.pixels = Field<Vec2f>(cells, cells, kCell);
  m.score = Field<float>(cells, cells, kCell, 1.0F);
  m.agreement = Field<float>(cells, cells, kCell, 1.0F);
  return m;
}

class PackMatcher {
 public:
  PackMatcher(PackContent& content, const pipeline::Model& model, bool carry,
              const RunContext& context)
      : content_(content),
        model_(model),
        carry_(carry && model.architecture.refinesMatches &&
               geometry::canCarry(content.inputSize, content.inputSize)) {
    quiet_.stop = context.stop;
  }

  void match(std::size_t index) {
    const Area area = content_.samples[index].reference;
    if (!source_ || !same(area, sourceArea_)) {
      source_ = pipeline::prepareReference(std::make_shared<const media::Picture>(pixels(area)),
                                           std::numeric_limits<double>::infinity(),
                                           model_.placement.device);
      sourceArea_ = area;
    }
    const auto input = pipeline::prepareInput(std::make_shared<const media::Picture>(small(index)),
                                              model_.placement.device);
    pipeline::Report report; // of times that nobody asks for
    pipeline::StageTimer timer(report);
    const pipeline::ViewFinder finder(model_, *input, {.roomForFeatures = kFeatureBytes}, quiet_,
                                      timer);
    const bool carry = carry_ && geometry::canCarry(area.width, area.height);
    const pipeline::View view = carry ? finder.carried(source_) : finder.standing(source_);
    content_.matches[index] = {view.matches.pixels, view.matches.score, view.matches.agreement};
    content_.matcher = model_.name + " (" + view.matches.matcher + ")";
    if (!view.toSource) return;
    const PackPicture& from = content_.pictures.at(area.picture);
    PackPicture seen{"carried " + from.name, from.licence, view.reference->picture};
    content_.samples[index].carried = {static_cast<int>(content_.pictures.size()), 0, 0,
                                       seen.picture.width(), seen.picture.height()};
    content_.pictures.push_back(std::move(seen));
  }

 private:
  // Of one area, for the windows that share it.
  static constexpr std::int64_t kFeatureBytes = 1LL << 30;

  static bool same(const Area& a, const Area& b) {
    return a.picture == b.picture && a.x == b.x && a.y == b.y && a.width == b.width &&
           a.height == b.height;
  }
  [[nodiscard]] media::Picture pixels(const Area& area) const {
    return media::cropped(content_.pictures.at(area.picture).picture, area.x, area.y, area.width,
                          area.height);
  }
  [[nodiscard]] media::Picture small(std::size_t index) const {
    if (!content_.reduced.empty()) return content_.reduced[index];
    const int side = content_.inputSize / kCell;
    return media::resizeBicubicU8(pixels(content_.samples[index].input), side, side);
  }

  PackContent& content_;
  const pipeline::Model& model_;
  bool carry_;
  RunContext quiet_;
  std::shared_ptr<pipeline::PreparedReference> source_;
  Area sourceArea_;
};

} // namespace

void matchPack(PackContent& content, const std::filesystem::path& model, bool carry,
               const nets::Placement& placement, const RunContext& context) {
  const c10::InferenceMode inference;
  const StopScope stop(context);
  const pipeline::Model networks = pipeline::loadModel(model, placement);
  content.matches.assign(content.samples.size(), identity(content.inputSize / kCell));
  std::map<int, std::vector<std::size_t>> byReference; // areas of one picture one after the other
  for (std::size_t i = 0; i < content.samples.size(); ++i) {
    const int picture = content.samples[i].reference.picture;
    if (picture >= 0) byReference[picture].push_back(i);
  }
  PackMatcher matcher(content, networks, carry, context);
  std::size_t done = 0;
  for (const auto& [picture, samples] : byReference) {
    for (const std::size_t i : samples) {
      context.checkStop();
      matcher.match(i);
      context.progress(Stage::Match, static_cast<std::int64_t>(++done),
                       static_cast<std::int64_t>(content.samples.size()));
    }
  }
}

} // namespace refscale::train
