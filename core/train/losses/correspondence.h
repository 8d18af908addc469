// The losses of C2-Matching's stages 1 and 2 (CVPR 2021, sections 3.2 and 3.3): triplet margin with
// the hardest negatives outside a safe radius, and the teacher-student distillation of the
// correlation. They know features and known positions, nothing of networks or pictures.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace refscale::train {

// Which cells of picture 1 have a known partner in picture 2, of one pair.
struct KnownCells {
  at::Tensor first;  // int64 [n]: row-major cell of picture 1, ascending
  at::Tensor second; // int64 [2, n]: (row, column) of its cell in picture 2
};

// `coordinates` [H, W, 2 or more]: for pixel (x, y) of picture 1 its place (X, Y, ...) in picture
// 2, H x W the picture, cells of 4x4 pixels. A cell counts by its first pixel (4 x, 4 y), and where
// its partner lies more than `border` pixels inside picture 2 (of the same size); the partner's
// cell is (Y, X) / 4 rounded half to even.
[[nodiscard]] KnownCells knownCells(const at::Tensor& coordinates, double border = 10);

struct CorrespondenceLossOptions {
  double margin = 1;
  int safeRadius = 4;        // cells, Chebyshev: nearer ones are no negatives
  double temperature = 0.15; // of the distillation's softmax
  double distillation = 15;  // weight of the KL divergence
  int fewest = 128;          // pairs with fewer known cells are left out
  // Weight of a cross-entropy beside the margin: of cell i's partner among all cells of picture 2,
  // logits d1_i . d2_c / crossTemperature. Not in the paper; helps short trainings.
  double crossEntropy = 0;
  double crossTemperature = 0.07;
};

struct CorrespondenceLoss {
  at::Tensor loss;       // scalar: mean over the pairs that count; undefined when none does
  at::Tensor divergence; // scalar: mean KL without its weight; undefined without a teacher
  double positive = 0;   // mean distance of partners, 0..4
  double negative = 0;   // mean distance to the hardest negative
  int pairs = 0;         // that counted
};

// Features [N, C, h, w], not normalised; `known` holds one entry a pair. For valid cell i with unit
// vectors d1_i and d2_i, p_i = 2 - 2 d1_i . d2_i; negatives of d1_i among the partners d2_j, and of
// d2_i among all cells of picture 1; loss = mean relu(margin + p_i - min of both).
[[nodiscard]] CorrespondenceLoss marginLoss(const at::Tensor& features1,
                                            const at::Tensor& features2,
                                            const std::vector<KnownCells>& known,
                                            const CorrespondenceLossOptions& options);

// The same plus `distillation` x KL(P || Q): rows are cells i, P = softmax over j of teacher
// d1_i . d2_j / temperature, Q the student's; valid cells only; divided by the number of rows.
[[nodiscard]] CorrespondenceLoss distilledLoss(const at::Tensor& features1,
                                               const at::Tensor& features2,
                                               const at::Tensor& teacher1,
                                               const at::Tensor& teacher2,
                                               const std::vector<KnownCells>& known,
                                               const CorrespondenceLossOptions& options);

} // namespace refscale::train
