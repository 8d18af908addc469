// The matching half of a run: looks at a reference once or twice and comes back with the view that
// the restoration borrows from, matched to the input.
#pragma once

#include "core/match/confidence.h"
#include "core/pipeline/engine/model.h"
#include "core/pipeline/engine/stage_timer.h"
#include "core/pipeline/engine/view.h"
#include "core/pipeline/estimate.h"

namespace refscale::pipeline {

class ViewFinder {
 public:
  struct Settings {
    MatcherKind matcher = MatcherKind::Contrastive;
    bool refine = true;
    double mostPairs = kMostPairs; // that the first look of carried() compares, see estimate.h
    // Bytes of match features that may stay with a reference for the next picture.
    std::int64_t roomForFeatures = 0;
  };
  // All must outlive the finder; features that are made stay with `input` and with the references.
  ViewFinder(const Model& model, PreparedInput& input, const Settings& settings,
             const RunContext& context, StageTimer& timer)
      : model_(model), input_(input), settings_(settings), context_(context), timer_(timer) {}

  // The reference as it stands, matched. Throws Cancelled, as all do.
  [[nodiscard]] View standing(const std::shared_ptr<PreparedReference>& source) const;
  // The reference in the input's frame, matched. A first look finds where it lies: as it stands or,
  // where the two pictures have a plane in common but look at it from different sides, carried
  // along that plane. It looks at both pictures reduced, as far as the input is large: small shifts
  // are left to the second look, at the reference carried along the sure matches of the first,
  // whatever the surfaces.
  [[nodiscard]] View carried(const std::shared_ptr<PreparedReference>& source) const;

 private:
  // Fills the view's matches, every field.
  void match(View& view, match::Search search, const RunContext& finding,
             const RunContext& aligning) const;
  [[nodiscard]] Correspondence find(View& view, match::Search search,
                                    const RunContext& context) const;
  // `pixels`, `agreement` and `confidence`
  void align(View& view, match::Search search, const RunContext& context) const;
  void refineByBase(View& view, const RunContext& context) const;

  // Where the first look's sure matches lead, over the whole input.
  struct Lie {
    geometry::Mapping toSource;
    Field<float> support;
    Field<Vec2f> shifts; // of the matches it was made from
  };
  [[nodiscard]] Lie lie(const std::shared_ptr<PreparedReference>& source,
                        const RunContext& context) const;
  [[nodiscard]] Lie alongMatches(const View& view, const geometry::Mapping& standing) const;
  [[nodiscard]] View settled(const View& second, const PreparedReference& source) const;
  [[nodiscard]] bool isHalved(const PreparedReference& source) const;
  [[nodiscard]] View firstLook(const std::shared_ptr<PreparedReference>& source,
                               const RunContext& context) const;
  // Nothing where there is no plane in common, or both look at it from the same side.
  struct AlongPlane {
    View view;
    bool mostly; // whether the plane explains most of what both pictures have in common
  };
  [[nodiscard]] std::optional<AlongPlane> alongPlane(PreparedReference& source) const;
  [[nodiscard]] View seenThrough(const geometry::Mapping& mapping, const Field<float>& support,
                                 const PreparedReference& source) const;

  const Model& model_;
  PreparedInput& input_;
  Settings settings_;
  const RunContext& context_;
  StageTimer& timer_;
};

// Mean over all cells, 0 for an empty field.
[[nodiscard]] double meanOf(const Field<float>& field);

} // namespace refscale::pipeline
