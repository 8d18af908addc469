// What the upscaler keeps of a reference and of a restoration. Private to upscaler.cpp and
// borrowing.cpp.
#pragma once

#include <memory>
#include <vector>

#include "core/pipeline/engine/upscaler.h"
#include "core/pipeline/engine/view.h"

namespace refscale::pipeline {

struct ModelUpscaler::Restored {
  at::Tensor picture; // [1, 3, 4h, 4w]
  std::vector<AggregationMap> maps;
  bool hasMaps = false;
  int passes = 1; // of the self-ensemble

  [[nodiscard]] bool serves(const UpscaleOptions& options) const {
    return passes == options.selfEnsemble && (hasMaps || !options.wantMaps);
  }
};

struct ModelUpscaler::Matched {
  std::shared_ptr<PreparedReference> source;
  MatcherKind matcher = MatcherKind::Contrastive;
  bool refined = false;
  bool registered = false;
  View view;                     // what is borrowed from
  Correspondence correspondence; // into the source: what people see
  std::unique_ptr<Restored> restored;
};

// How much there is to borrow: the mean confidence, masked places counting nothing. `exclusion` is
// the request's; may be null.
[[nodiscard]] double worthOf(const View& view, const PreparedReference& source,
                             const media::Picture* exclusion);

} // namespace refscale::pipeline
