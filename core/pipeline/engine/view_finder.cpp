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
// Of the time that both looks take.
constexpr double kFirstLook = 0.6;

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

// The nearest of a smaller field.
Field<float> enlarged(const Field<float>& field, int width, int height) {
  Field<float> result(width, height, field.step);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      result.at(x, y) = field.at(x * field.width / width, y * field.height / height);
    }
  }
  return result;
}

} // namespace

double meanOf(const Field<float>& field) {
  double sum = 0;
  for (const float v : field.values) sum += v;
  return field.values.empty() ? 0 : sum / static_cast<double>(field.values.size());
}

View ViewFinder::standing(const std::shared_ptr<PreparedReference>& source) const {
  View view{source, {}, {}, {}};
  match(view, match::Search::Everywhere, context_, context_);
  return view;
}

View ViewFinder::carried(const std::shared_ptr<PreparedReference>& source) const {
  // One stage to those who wait: the second look is short.
  const Lie found = lie(source, context_.part(Stage::Match, 0, kFirstLook));
  context_.checkStop();
  View second = timer_.time(Stage::Align,
                            [&] { return seenThrough(found.toSource, found.support, *source); });
  context_.checkStop();
  match(second, match::Search::Nearby, context_.part(Stage::Match, kFirstLook, 1), context_);
  return isHalved(*source) ? settled(second, *source) : std::move(second);
}

// The second look at what the first one saw reduced has still to find much of the shifts, and its
// own smooth field tells them better than single cells do: drawn once more along that field, what
// it found is left as it is, and aligned anew.
View ViewFinder::settled(const View& second, const PreparedReference& source) const {
  const Lie found = alongMatches(second, *second.toSource);
  return timer_.time(Stage::Align, [&] {
    View third = seenThrough(found.toSource, found.support, source);
    third.matches = second.matches;
    third.matches.pixels = {}; // of the view before; aligned anew from the cells
    Field<Vec2f>& cells = third.matches.cells;
    const auto left = [](double shift, int at, int size) {
      const int whole = static_cast<int>(std::lround(shift / kScale));
      return static_cast<float>(std::clamp(at + whole, 0, size - 1) - at);
    };
    for (int y = 0; y < cells.height; ++y) {
      for (int x = 0; x < cells.width; ++x) {
        const Vec2f shift = second.matches.pixels.at(x, y);
        const Vec2f moved = found.shifts.at(x, y);
        cells.at(x, y) = {left(shift.x - moved.x, x, cells.width),
                          left(shift.y - moved.y, y, cells.height)};
      }
    }
    align(third, match::Search::Nearby, context_);
    return third;
  });
}

bool ViewFinder::isHalved(const PreparedReference& source) const {
  const PictureSize input{input_.up.width() / kScale, input_.up.height() / kScale};
  const PictureSize reference{source.picture.width(), source.picture.height()};
  return halvings(input, reference, settings_.mostPairs) > 0;
}

ViewFinder::Lie ViewFinder::lie(const std::shared_ptr<PreparedReference>& source,
                                const RunContext& context) const {
  const int width = input_.up.width();
  const int height = input_.up.height();
  if (!isHalved(*source)) {
    const View first = firstLook(source, context);
    context_.checkStop();
    return alongMatches(first, geometry::Mapping({}, width, height));
  }
  const auto& half = halfOf(*source, model_.placement.device);
  const ViewFinder halved(model_, halfOf(input_, model_.placement.device), settings_, context_,
                          timer_);
  Lie found = halved.lie(half, context);
  // Looked at once more before what was missed is too far away.
  View between = halved.seenThrough(found.toSource, found.support, *half);
  const RunContext quiet = context_.part(Stage::Match, kFirstLook, kFirstLook);
  halved.match(between, match::Search::Nearby, quiet, quiet);
  found = halved.alongMatches(between, found.toSource);
  return {found.toSource.resized(width, height)
              .scaled(static_cast<double>(source->picture.width()) / half->width,
                      static_cast<double>(source->picture.height()) / half->height),
          enlarged(found.support, width / kScale, height / kScale),
          {}};
}

ViewFinder::Lie ViewFinder::alongMatches(const View& view,
                                         const geometry::Mapping& standing) const {
  return timer_.time(Stage::Align, [&] {
    geometry::SmoothShifts smooth =
        geometry::smoothShifts(view.matches.pixels, view.matches.confidence, kSureConfidence);
    context_.checkStop();
    return Lie{view.toSource.value_or(standing).afterShifts(smooth.shifts),
               std::move(smooth.support), std::move(smooth.shifts)};
  });
}

View ViewFinder::firstLook(const std::shared_ptr<PreparedReference>& source,
                           const RunContext& context) const {
  const auto asItStands = [&](const RunContext& looking) {
    View view{source, {}, {}, {}};
    match(view, match::Search::Everywhere, looking, looking);
    return view;
  };
  auto along = timer_.time(Stage::Match, [&] { return alongPlane(*source); });
  context_.checkStop();
  if (!along) return asItStands(context);
  constexpr double kHalf = 0.5;
  const RunContext looking = along->mostly ? context : context.part(Stage::Match, 0, kHalf);
  match(along->view, match::Search::Everywhere, looking, looking);
  if (along->mostly) return std::move(along->view);
  View standing = asItStands(context.part(Stage::Match, kHalf, 1));
  return meanOf(along->view.matches.confidence) > meanOf(standing.matches.confidence)
             ? std::move(along->view)
             : std::move(standing);
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

void ViewFinder::match(View& view, match::Search search, const RunContext& finding,
                       const RunContext& aligning) const {
  timer_.time(Stage::Match, [&] {
    finding.progress(Stage::Match, 0, 1);
    view.matches = find(view, search, finding);
  });
  timer_.time(Stage::Align, [&] { align(view, search, aligning); });
}

Correspondence ViewFinder::find(View& view, match::Search search, const RunContext& context) const {
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
    return match::findNearby(matcher->name(), inputFeatures, features, kNearby, context);
  }
  return match::findMatches(matcher->name(), inputFeatures, features, context);
}

void ViewFinder::align(View& view, match::Search search, const RunContext& context) const {
  Correspondence& c = view.matches;
  if (!settings_.refine) {
    match::measureAgreement(c, input_.luma, view.reference->lowLuma, context);
  } else if (view.toSource && model_.base) {
    refineByBase(view, context);
  } else {
    match::refineMatches(c, input_.luma, view.reference->lowLuma, {}, context);
  }
  match::estimateConfidence(c, match::confidenceModel(c.matcher.c_str(), search));
  forgetBackground(view);
}

// In the input's own frame the base network sees the same in both pictures, and leaves finer detail
// to align by than the enlarged input has. Confidence and restoration know the agreement of the
// plain pictures.
void ViewFinder::refineByBase(View& view, const RunContext& context) const {
  PreparedReference& reference = *view.reference;
  if (input_.baseLuma.empty()) input_.baseLuma = lumaOf(baseOf(input_, model_).picture);
  if (reference.baseLuma.empty()) {
    const media::Picture& p = reference.picture;
    const media::Picture small = media::resizeBicubicU8(p, p.width() / kScale, p.height() / kScale);
    const at::Tensor lr = toTensor(small).to(model_.placement.device);
    reference.baseLuma = lumaOf((*model_.base)(lr).picture);
  }
  match::refineMatches(view.matches, input_.baseLuma, reference.baseLuma, {}, context);
  match::measureAgreement(view.matches, input_.luma, reference.lowLuma, context);
}

} // namespace refscale::pipeline
