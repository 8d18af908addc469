// How far a match is to be trusted: the estimated probability that it lies within one cell of the
// truth, by a logistic model of what the search and the refinement left behind.
#pragma once

#include <array>
#include <cstddef>

#include "core/base/correspondence.h"

namespace refscale::match {

// The evidence of one cell, each brought to about unit range: score, uniqueness, forward-backward
// error, agreement, the share of its eight neighbours that agree with it, and contrast: where the
// input is flat, anything else that is flat looks the same.
inline constexpr std::size_t kEvidence = 6;
using Evidence = std::array<double, kEvidence>;
[[nodiscard]] Evidence evidenceOf(const Correspondence& correspondence, int x, int y);

// probability = 1 / (1 + exp(-(bias + weights . evidence)))
struct ConfidenceModel {
  double bias = 0;
  Evidence weights{};
};

// The coefficients for a matcher ("contrastive", "vgg") that looked everywhere (findMatches) or
// nearby (findNearby), fitted by tests/tools/fit_confidence on pairs whose transformation is known;
// the tool prints them and their calibration.
enum class Search { Everywhere, Nearby };
[[nodiscard]] const ConfidenceModel& confidenceModel(const char* matcher, Search search);

// Fills `confidence` from the other fields, which must be there.
void estimateConfidence(Correspondence& correspondence, const ConfidenceModel& model);

} // namespace refscale::match
