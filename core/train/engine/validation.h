// How good the averaged weights are on the pack's validation pairs: mean PSNR-Y of whole inputs
// with the right reference, without one and with a wrong one, beside bicubic and the base alone.
#pragma once

#include <filesystem>
#include <functional>

#include "core/train/engine/samples.h"
#include "core/train/engine/task.h"

namespace refscale::train {

// The network on one pair: [1, 3, H, W]; the base's own picture into the second argument.
using Restore = std::function<at::Tensor(const RestorationBatch& batch, at::Tensor* base)>;

// "bicubic", "base", "none", "right" and, where the pack has such pairs, "wrong", in dB; empty
// without validation pairs. Wrong pairs are those of PairKind::Unrelated. The sheet shows `rows`
// pairs: truth, bicubic, base, without, with, reference.
[[nodiscard]] Figures validateRestoration(const Pack& pack, int rows,
                                          const std::filesystem::path& sheet,
                                          const Restore& restore);

} // namespace refscale::train
