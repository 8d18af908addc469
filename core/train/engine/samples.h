// From a pack to the tensors of a restoration's step: which pair, which window, which flip, all
// drawn from seed and step; then pixels and matches as the network takes them. CPU only.
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

#include "core/train/config.h"
#include "core/train/pack.h"

namespace refscale::train {

// N pairs. w: window in input pixels (cells), p: a whole input of the pack. References are cut to
// what the windows' matches reach, all alike in size.
struct RestorationBatch {
  at::Tensor lr;              // [N, 3, p, p], whole inputs: the base sees more than the window
  at::Tensor truth;           // [N, 3, 4w, 4w]
  at::Tensor up;              // [N, 3, 4w, 4w]
  at::Tensor reference;       // [N, 3, Hr, Wr]
  at::Tensor lowReference;    // [N, 3, Hr, Wr]
  at::Tensor flow;            // [N, w, w, 2], from window to cut reference
  at::Tensor score;           // [N, w, w]
  at::Tensor agreement;       // [N, w, w]
  std::vector<int> left, top; // of each window in its input, input pixels
};

// How one pair is to be shown.
struct View {
  int sample = 0;
  int left = 0, top = 0; // window, input pixels, after flipping
  int window = 0;        // side
  bool flipX = false, flipY = false, transpose = false;
  bool withoutReference = false; // as if there were none
};

// Draws the pairs of a step: kinds by their shares among the training pairs, then evenly.
class ViewChooser {
 public:
  // Throws BadInput when no pair is left to draw, or without kept matches.
  ViewChooser(const Pack& pack, const TrainConfig& config);
  // `attempt` counts the ways back to a checkpoint: another one draws other pairs.
  [[nodiscard]] std::vector<View> choose(int step, int attempt) const;

 private:
  std::vector<std::vector<int>> byKind_;
  std::vector<double> shares_; // cumulative, last 1
  int inputSide_, window_, batch_;
  std::uint64_t seed_;
};

[[nodiscard]] RestorationBatch makeBatch(const Pack& pack, const std::vector<View>& views);

} // namespace refscale::train
