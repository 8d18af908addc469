#include "core/train/losses/correspondence.h"

#include <ATen/ATen.h>

#include <optional>
#include <utility>

namespace refscale::train {
namespace {

constexpr std::int64_t kCell = 4;
constexpr double kSafe = 10; // added to distances inside the safe radius: larger than any distance

// Rows are unit vectors: [C, h, w] -> [h w, C].
at::Tensor unitRows(const at::Tensor& features) {
  const at::Tensor rows = features.flatten(1).t();
  return rows / rows.norm(2, {1}, true).clamp_min(1e-12);
}

// Chebyshev distance between all of a [2, n] and all of b [2, m].
at::Tensor chebyshev(const at::Tensor& a, const at::Tensor& b) {
  return (a.unsqueeze(2) - b.unsqueeze(1)).abs().amax(0);
}

struct PairTerms {
  at::Tensor margin;
  at::Tensor rows1; // unit vectors of valid cells [n, C]
  at::Tensor rows2; // of their partners
  double positive = 0;
  double negative = 0;
};

struct PartnerRows {
  at::Tensor all1, all2, rows1, rows2;
  at::Tensor second; // row-major cells of the partners
};

PartnerRows partners(const at::Tensor& features1, const at::Tensor& features2,
                     const KnownCells& known) {
  const auto device = features1.device();
  const at::Tensor first = known.first.to(device);
  const at::Tensor second = (known.second[0] * features2.size(2) + known.second[1]).to(device);
  const at::Tensor all1 = unitRows(features1);
  const at::Tensor all2 = unitRows(features2);
  return {all1, all2, all1.index_select(0, first), all2.index_select(0, second), second};
}

PairTerms pairTerms(const at::Tensor& features1, const at::Tensor& features2,
                    const KnownCells& known, const CorrespondenceLossOptions& options) {
  const auto width = features1.size(2);
  const auto device = features1.device();
  const PartnerRows rows = partners(features1, features2, known);
  const at::Tensor cells1 =
      at::stack({known.first.div(width, "floor"), known.first.remainder(width)});
  const at::Tensor ids = at::arange(features1.size(1) * width, known.first.options());
  const at::Tensor all1 = at::stack({ids.div(width, "floor"), ids.remainder(width)});
  const auto safe = [&](const at::Tensor& a, const at::Tensor& b) {
    return ((chebyshev(a, b) <= options.safeRadius).to(at::kFloat) * kSafe).to(device);
  };
  const at::Tensor positive = 2 - 2 * (rows.rows1 * rows.rows2).sum(1);
  const at::Tensor negativeA =
      (2 - 2 * rows.rows1.mm(rows.rows2.t()) + safe(known.second, known.second)).amin(1);
  const at::Tensor negativeB = (2 - 2 * rows.rows2.mm(rows.all1.t()) + safe(cells1, all1)).amin(1);
  const at::Tensor negative = at::minimum(negativeA, negativeB);
  at::Tensor loss = at::relu(options.margin + positive - negative).mean();
  if (options.crossEntropy > 0) {
    const at::Tensor logits = rows.rows1.mm(rows.all2.t()) / options.crossTemperature;
    loss = loss + options.crossEntropy * at::cross_entropy_loss(logits, rows.second);
  }
  return {loss, rows.rows1, rows.rows2, positive.mean().item<double>(),
          negative.mean().item<double>()};
}

at::Tensor divergence(const PairTerms& student, const PartnerRows& teacher, double temperature) {
  const at::Tensor p = at::log_softmax(teacher.rows1.mm(teacher.rows2.t()) / temperature, 1);
  const at::Tensor q = at::log_softmax(student.rows1.mm(student.rows2.t()) / temperature, 1);
  return (p.exp() * (p - q)).sum() / static_cast<double>(p.size(0));
}

void addTo(at::Tensor& sum, const at::Tensor& term) {
  sum = sum.defined() ? sum + term : term;
}

CorrespondenceLoss lossOf(const at::Tensor& features1, const at::Tensor& features2,
                          const std::optional<std::pair<at::Tensor, at::Tensor>>& teacher,
                          const std::vector<KnownCells>& known,
                          const CorrespondenceLossOptions& options) {
  CorrespondenceLoss result;
  for (std::size_t b = 0; b < known.size(); ++b) {
    if (known[b].first.numel() < options.fewest) continue;
    const auto at = static_cast<std::int64_t>(b);
    const PairTerms terms = pairTerms(features1[at], features2[at], known[b], options);
    at::Tensor pair = terms.margin;
    if (teacher) {
      const PartnerRows fixed = partners(teacher->first[at], teacher->second[at], known[b]);
      const at::Tensor kl = divergence(terms, fixed, options.temperature);
      addTo(result.divergence, kl);
      pair = pair + options.distillation * kl;
    }
    addTo(result.loss, pair);
    result.positive += terms.positive;
    result.negative += terms.negative;
    ++result.pairs;
  }
  if (result.pairs == 0) return result;
  const double pairs = result.pairs;
  result.loss = result.loss / pairs;
  if (teacher) result.divergence = result.divergence / pairs;
  result.positive /= pairs;
  result.negative /= pairs;
  return result;
}

} // namespace

KnownCells knownCells(const at::Tensor& coordinates, double border) {
  const auto height = coordinates.size(0) / kCell;
  const auto width = coordinates.size(1) / kCell;
  const at::Tensor cells = coordinates.slice(0, 0, height * kCell, kCell)
                               .slice(1, 0, width * kCell, kCell)
                               .to(at::kDouble)
                               .contiguous();
  const at::Tensor x = cells.select(2, 0).flatten();
  const at::Tensor y = cells.select(2, 1).flatten();
  const auto inside = [&](const at::Tensor& v, std::int64_t cellsAlong) {
    return (v > border).logical_and(v < static_cast<double>(cellsAlong * kCell) - border);
  };
  const at::Tensor valid = inside(x, width).logical_and(inside(y, height)).nonzero().squeeze(1);
  const auto cellOf = [&](const at::Tensor& v) {
    return at::round(v.index_select(0, valid) / static_cast<double>(kCell)).to(at::kLong);
  };
  return {valid, at::stack({cellOf(y), cellOf(x)})};
}

CorrespondenceLoss marginLoss(const at::Tensor& features1, const at::Tensor& features2,
                              const std::vector<KnownCells>& known,
                              const CorrespondenceLossOptions& options) {
  return lossOf(features1, features2, std::nullopt, known, options);
}

CorrespondenceLoss distilledLoss(const at::Tensor& features1, const at::Tensor& features2,
                                 const at::Tensor& teacher1, const at::Tensor& teacher2,
                                 const std::vector<KnownCells>& known,
                                 const CorrespondenceLossOptions& options) {
  return lossOf(features1, features2, std::pair(teacher1, teacher2), known, options);
}

} // namespace refscale::train
