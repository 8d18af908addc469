#include "core/pipeline/engine/view_finder.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>
#include <utility>

#include "core/geometry/registration.h"
#include "core/geometry/smooth_shifts.h"
#include "core/match/confidence.h"
#include "core/match/refine.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/pictures.h"

namespace refscale::pipeline {
namespace {

// Cells: beyond this the second look finds what looks alike, not what the smooth field missed.
constexpr int kNearby = 4;

// Whether both pictures look at the plane from the same side and distance: then matches by plain
// shifts find all there is.
bool isShift(const geometry::Homography& h, int width, int height) {
  constexpr double kTolerance = 0.02;
  for (const double y : {0.0, height / 2.0, static_cast<double>(height)}) {
    for (const double x : {0.0, width / 2.0, static_cast<double>(width)}) {
      const geometry::Point here = h({x, y});
      const geometry::Point right = h({x + 1, y});
      const geometry::Point below = h({x, y + 1});
      for (const double change :
           {right.x - here.x - 1, right.y - here.y, below.x - here.x, below.y - here.y - 1}) {
        if (std::abs(change) > kTolerance) return false;
      }
    }
  }
  return true;
}

} // namespace

double meanOf(const Field<float>& field) {
  double sum = 0;
  for (const float v : field.values) sum += v;
  return field.values.empty() ? 0 : sum / static_cast<double>(field.values.size());
}

View ViewFinder::standing(const std::shared_ptr<PreparedReference>& source) const {
  View view{source, {}, {}, {}};
  match(view, match::Search::Everywhere);
  return view;
}

View ViewFinder::carried(const std::shared_ptr<PreparedReference>& source) const {
  const View first = firstLook(source);
  context_.checkStop();
  View second = timer_.time(Stage::Align, [&] {
    const geometry::SmoothShifts smooth = geometry::smoothShifts(
        first.matches.pixels, first.matches.confidence, kSureConfidence, context_);
    context_.checkStop();
    const geometry::Mapping before =
        first.toSource.value_or(geometry::Mapping({}, input_.up.width(), input_.up.height()));
    return seenThrough(before.afterShifts(smooth.shifts), smooth.support, *source);
  });
  context_.checkStop();
  match(second, match::Search::Nearby);
  return second;
}

View ViewFinder::firstLook(const std::shared_ptr<PreparedReference>& source) const {
  if (!settings_.alongPlanes) return standing(source);
  auto along = timer_.time(Stage::Match, [&] { return alongPlane(*source); });
  context_.checkStop();
  if (!along) return standing(source);
  match(along->view, match::Search::Everywhere);
  if (along->mostly) return std::move(along->view);
  View asItStands = standing(source);
  return meanOf(along->view.matches.confidence) > meanOf(asItStands.matches.confidence)
             ? std::move(along->view)
             : std::move(asItStands);
}

std::optional<ViewFinder::AlongPlane> ViewFinder::alongPlane(PreparedReference& source) const {
  constexpr double kMostly = 0.5;
  const int width = input_.up.width();
  const int height = input_.up.height();
  if (!input_.landmarks) {
    input_.landmarks =
        geometry::findLandmarks(input_.up, geometry::kLandmarkSide, geometry::kLandmarks);
  }
  context_.checkStop();
  if (!source.landmarks) {
    source.landmarks =
        geometry::findLandmarks(source.picture, geometry::kLandmarkSide, geometry::kLandmarks);
  }
  context_.checkStop();
  const auto found = geometry::registration(*input_.landmarks, width, height, *source.landmarks);
  if (!found || isShift(found->toReference, width, height)) return std::nullopt;
  return AlongPlane{seenThrough(geometry::Mapping(found->toReference, width, height), {}, source),
                    found->agreeing > kMostly * found->places};
}

View ViewFinder::seenThrough(const geometry::Mapping& mapping, const Field<float>& support,
                             const PreparedReference& source) const {
  // From the original, not from what it was reduced to for matching: nothing is lost twice.
  const media::Picture original = media::converted(colourOf(*source.original), media::Sample::U8);
  const double sx = static_cast<double>(original.width()) / source.width;
  const double sy = static_cast<double>(original.height()) / source.height;
  geometry::Carried seen = geometry::carried(original, mapping.scaled(sx, sy), support, input_.up);
  context_.checkStop();
  View view;
  view.reference =
      prepareReference(std::make_shared<const media::Picture>(std::move(seen.picture)),
                       std::numeric_limits<double>::infinity(), model_.placement.device);
  view.toSource = mapping;
  view.here = std::move(seen.here);
  return view;
}

void ViewFinder::match(View& view, match::Search search) const {
  timer_.time(Stage::Match, [&] {
    context_.progress(Stage::Match, 0, 1);
    view.matches = find(view, search);
  });
  timer_.time(Stage::Align, [&] { align(view, search); });
}

Correspondence ViewFinder::find(View& view, match::Search search) const {
  PreparedReference& reference = *view.reference;
  const auto matcher = model_.matcher(settings_.matcher);
  at::Tensor& inputFeatures = input_.matchFeatures[settings_.matcher];
  if (!inputFeatures.defined()) inputFeatures = matcher->inputFeatures(input_.upTensor);
  const auto made = reference.matchFeatures.find(settings_.matcher);
  at::Tensor features = made != reference.matchFeatures.end() ? made->second : at::Tensor();
  if (!features.defined()) {
    features = matcher->referenceFeatures(reference.texture.picture);
    // A carried view is seen from this input alone: nobody needs its features again.
    if (!view.toSource &&
        static_cast<std::int64_t>(features.nbytes()) <= settings_.roomForFeatures) {
      reference.matchFeatures[settings_.matcher] = features;
    }
  }
  if (search == match::Search::Nearby) {
    return match::findNearby(matcher->name(), inputFeatures, features, kNearby, context_);
  }
  return match::findMatches(matcher->name(), inputFeatures, features, context_);
}

void ViewFinder::align(View& view, match::Search search) const {
  Correspondence& c = view.matches;
  if (!settings_.refine) {
    match::measureAgreement(c, input_.luma, view.reference->lowLuma, context_);
  } else if (view.toSource && model_.base) {
    refineByBase(view);
  } else {
    match::refineMatches(c, input_.luma, view.reference->lowLuma, {}, context_);
  }
  match::estimateConfidence(c, match::confidenceModel(c.matcher.c_str(), search));
  forgetBackground(view);
}

// In the input's own frame the base network sees the same in both pictures, and leaves finer detail
// to align by than the enlarged input has. Confidence and restoration know the agreement of the
// plain pictures.
void ViewFinder::refineByBase(View& view) const {
  PreparedReference& reference = *view.reference;
  if (input_.baseLuma.empty()) input_.baseLuma = lumaOf(baseOf(input_, model_).picture);
  if (reference.baseLuma.empty()) {
    const media::Picture& p = reference.picture;
    const media::Picture small = media::resizeBicubicU8(p, p.width() / kScale, p.height() / kScale);
    const at::Tensor lr = toTensor(small).to(model_.placement.device);
    reference.baseLuma = lumaOf((*model_.base)(lr).picture);
  }
  match::refineMatches(view.matches, input_.baseLuma, reference.baseLuma, {}, context_);
  match::measureAgreement(view.matches, input_.luma, reference.lowLuma, context_);
}

} // namespace refscale::pipeline
