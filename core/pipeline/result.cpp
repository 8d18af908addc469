#include "core/pipeline/result.h"

#include <algorithm>

namespace refscale::pipeline {

Field<float> surestLending(const UpscaleResult& result, Field<float>* lender) {
  if (result.correspondences.empty()) return {};
  const Field<float>& first = result.correspondences.front().confidence;
  Field<float> surest(first.width, first.height, first.step);
  Field<float> from(first.width, first.height, first.step, -1.0F);
  const bool restored = std::any_of(result.shares.begin(), result.shares.end(),
                                    [](const auto& share) { return !share.empty(); });
  for (std::size_t r = 0; r < result.correspondences.size(); ++r) {
    if (restored && (r >= result.shares.size() || result.shares[r].empty())) continue;
    const Field<float>& confidence = result.correspondences[r].confidence;
    for (std::size_t i = 0; i < surest.values.size(); ++i) {
      if (restored && result.shares[r].values[i] == 0) continue;
      if (from.values[i] >= 0 && confidence.values[i] <= surest.values[i]) continue;
      surest.values[i] = confidence.values[i];
      from.values[i] = static_cast<float>(r);
    }
  }
  if (lender != nullptr) *lender = std::move(from);
  return surest;
}

} // namespace refscale::pipeline
