// A reference as it is matched and borrowed from: as it stands, or carried into the input's own
// frame (geometry/registration.h), where turn, scale and slant are gone and what is left to find
// are small shifts.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/correspondence.h"
#include "core/geometry/mapping.h"
#include "core/pipeline/engine/prepared.h"
#include "core/pipeline/result.h"

namespace refscale::pipeline {

struct View {
  std::shared_ptr<PreparedReference> reference; // as seen in this view
  // View's pixels -> those of the source as matched. Unset: this is the source itself.
  std::optional<geometry::Mapping> toSource;
  Field<std::uint8_t> here; // cells that show the source, the others the input; empty: all do
  Correspondence matches;   // into `reference`
};

// No confidence where a match leads to a place that does not show the source.
void forgetBackground(View& view);

// Takes the weight from every cell whose match leads to a place that does not show the source:
// there is nothing to borrow, whatever the network makes of it.
void keepToSource(const View& view, Field<float>& weights);

// The view's matches as places of the source, whose grid has width x height cells.
[[nodiscard]] Correspondence inSource(const View& view, int width, int height);

// Maps of an aggregation of the view, brought back to the source in the same way: learned offsets
// turn and stretch with it.
void showInSource(const View& view, std::vector<AggregationMap>& maps);

// A mask over the source (grey, 8 bit, of the source's size as matched) as one over the view. What
// does not show the source is left free, unless nothing else is: then there is nothing to borrow.
[[nodiscard]] media::Picture maskSeen(const View& view, const media::Picture& mask);

} // namespace refscale::pipeline
