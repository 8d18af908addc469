// Pictures on their way to and from tensors: padding, sample types, luma.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/match/refine.h"
#include "core/media/picture.h"

namespace refscale::pipeline {

// RGB of any sample type -> [1, 3, H, W] float32 in 0..1, on the CPU.
[[nodiscard]] at::Tensor toTensor(const media::Picture& rgb);

// [1, 3, H, W] or [3, H, W] float32, clamped to 0..1 -> RGB picture of the sample type, rounded to
// nearest, half to even. Looks for a stop (StopScope).
[[nodiscard]] media::Picture toPicture(const at::Tensor& tensor, media::Sample sample);

// The last row and column repeated until the picture has at least this size.
[[nodiscard]] media::Picture extended(const media::Picture& picture, int width, int height);

// 0.299 R + 0.587 G + 0.114 B in 0..1 of an 8-bit RGB picture.
[[nodiscard]] match::Luma lumaOf(const media::Picture& rgb);
// The same of [1, 3, H, W] float32 on any device, clamped to 0..1 and not rounded.
[[nodiscard]] match::Luma lumaOf(const at::Tensor& rgb);

} // namespace refscale::pipeline
