// The part of the upscaler that takes from the references: who lends, how much in every cell, and
// the blend of what each gives.
#include <ATen/ATen.h>

#include <algorithm>

#include "core/media/resample.h"
#include "core/pipeline/engine/blend.h"
#include "core/pipeline/engine/fields.h"
#include "core/pipeline/engine/upscaler_parts.h"
#include "core/pipeline/engine/view_finder.h"

namespace refscale::pipeline {
namespace {

// The exclusion mask as the view shows it.
media::Picture maskOn(const View& view, const PreparedReference& source,
                      const media::Picture& exclusion) {
  return maskSeen(view, media::resizeBicubic(exclusion, source.width, source.height));
}

} // namespace

double worthOf(const View& view, const PreparedReference& source, const media::Picture* exclusion) {
  if (exclusion == nullptr) return meanOf(view.matches.confidence);
  const media::Picture mask = maskOn(view, source, *exclusion);
  Field<float> worth = borrowWeights(view.matches, {}, &mask);
  for (std::size_t i = 0; i < worth.values.size(); ++i) {
    worth.values[i] *= view.matches.confidence.values[i];
  }
  return meanOf(worth);
}

// How much of each cell is taken from this reference if there is no other: 0 where it is masked,
// not seen, or kept out.
Field<float> ModelUpscaler::weightsOf(const Matched& matched, const UpscaleRequest& request,
                                      std::size_t reference) {
  const media::Picture* exclusion = request.references[reference].exclusion.get();
  media::Picture scaled;
  if (exclusion != nullptr) scaled = maskOn(matched.view, *matched.source, *exclusion);
  Field<float> weights = borrowWeights(matched.view.matches, request.options,
                                       exclusion != nullptr ? &scaled : nullptr);
  keepToSource(matched.view, weights);
  if (request.keepOut) keepOut(weights, *request.keepOut);
  return weights;
}

// The best reference and, where every one is to count, the others that have something to lend.
std::vector<ModelUpscaler::Lender> ModelUpscaler::lendersOf(const UpscaleRequest& request,
                                                            const RunContext& context,
                                                            UpscaleResult& result) {
  constexpr double kWorthwhile = 0.02; // sure share; less is a wrong reference to those who choose
  std::vector<Lender> lenders;
  Report ignored; // matches are kept: nothing of this takes time
  StageTimer timer(ignored);
  for (std::size_t i = 0; i < request.references.size(); ++i) {
    const bool best = static_cast<int>(i) == result.usedReference;
    const bool counts = request.options.combine == Combine::Every &&
                        result.report.references[i].sureShare >= kWorthwhile &&
                        !samePixels(*request.references[i].picture, *request.input);
    if (!best && !counts) continue;
    const auto from = source(request.references[i], request.options.referenceMegapixels);
    // The same picture twice lends once, as the better of the two (they may have other masks).
    const auto twin = std::find_if(lenders.begin(), lenders.end(), [&](const Lender& known) {
      return known.matched->source == from;
    });
    if (twin != lenders.end()) {
      if (best) twin->reference = i;
      continue;
    }
    lenders.push_back({i, matched(from, request.options, context, timer)});
  }
  result.shares.resize(request.references.size());
  return lenders;
}

void ModelUpscaler::countBorrowed(const std::vector<Lender>& lenders,
                                  const std::vector<Field<float>>& weights, Report& report) {
  const std::size_t cells = weights.front().values.size();
  std::vector<std::size_t> counts(lenders.size());
  for (std::size_t i = 0; i < cells; ++i) {
    std::size_t from = lenders.size(); // nobody
    for (std::size_t r = 0; r < lenders.size(); ++r) {
      const float weight = weights[r].values[i];
      if (weight <= 0) continue;
      report.references[lenders[r].reference].used = true;
      const float confidence = lenders[r].matched->correspondence.confidence.values[i];
      if (confidence < kSureConfidence) continue;
      if (from == lenders.size() || weight > weights[from].values[i]) from = r;
    }
    if (from < lenders.size()) ++counts[from];
  }
  for (std::size_t r = 0; r < lenders.size(); ++r) {
    const double share = static_cast<double>(counts[r]) / static_cast<double>(cells);
    report.references[lenders[r].reference].borrowed = share;
    report.borrowed += share;
  }
}

// Everything that is borrowed, and what is left without: each reference is restored with by itself,
// and in every cell those that match there most surely have most of it.
at::Tensor ModelUpscaler::borrowed(const UpscaleRequest& request, const RunContext& context,
                                   const RowsSink& rowsReady, UpscaleResult& result) {
  const std::vector<Lender> lenders = lendersOf(request, context, result);
  std::vector<const Field<float>*> confidences;
  std::vector<Field<float>> weights;
  for (const Lender& lender : lenders) {
    confidences.push_back(&lender.matched->view.matches.confidence);
    weights.push_back(weightsOf(*lender.matched, request, lender.reference));
  }
  std::vector<Field<float>> shares = sharesOf(confidences, weights);
  for (std::size_t r = 0; r < weights.size(); ++r) {
    for (std::size_t i = 0; i < weights[r].values.size(); ++i) {
      weights[r].values[i] *= shares[r].values[i];
    }
  }
  countBorrowed(lenders, weights, result.report);

  // The base is there already, unlike the picture that the published layout makes without.
  const bool aligned = model_.architecture.layout == weights::Layout::Aligned;
  const bool needsWithout = !takesAll(weights);
  const double passes = static_cast<double>(lenders.size()) + (needsWithout && !aligned ? 1 : 0);
  double done = 0;
  const auto next = [&] {
    const double from = done++;
    return context.part(Stage::Restore, from / passes, done / passes);
  };
  at::Tensor without;
  if (needsWithout) {
    without = restoreWithout(request.options, aligned ? context : next()).picture;
  }
  std::vector<at::Tensor> parts;
  parts.reserve(lenders.size());
  const auto rowsOf = [](const at::Tensor& whole, std::int64_t top, std::int64_t count) {
    return whole.defined() ? whole.narrow(2, top, count) : whole;
  };
  for (const Lender& lender : lenders) {
    RowsSink finalRows; // only the last pass completes them
    if (rowsReady && &lender == &lenders.back()) {
      finalRows = [&](std::int64_t top, const at::Tensor& rows) {
        std::vector<at::Tensor> slices;
        slices.reserve(lenders.size());
        for (const at::Tensor& part : parts) slices.push_back(rowsOf(part, top, rows.size(2)));
        slices.push_back(rows);
        rowsReady(top, blended(slices, rowsOf(without, top, rows.size(2)), weights, top));
      };
    }
    const Restored& with = restoreWith(*lender.matched, request.options, next(), finalRows);
    context.checkStop();
    parts.push_back(with.picture);
    if (static_cast<int>(lender.reference) == result.usedReference) result.maps = with.maps;
    result.shares[lender.reference] = cropped(std::move(shares[parts.size() - 1]),
                                              request.input->width(), request.input->height());
  }
  return blended(parts, without, weights);
}

} // namespace refscale::pipeline
