// The CPU side of the deformable convolution that is not a matrix product: gathering samples into
// columns, and the way back. Free of LibTorch; one source (cpu_kernels.cpp) compiled once for each
// CpuLevel.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/ops/cpu_level.h"
#include "core/ops/deform_conv/problem.h"

namespace refscale::ops {

// Pixels are numbered (n * outHeight + y) * outWidth + x; `first`..`last` is half open. A column
// row is [taps, channels], mask applied. `scratch` holds deformScratchBytes() and belongs to one
// thread.
struct DeformKernels {
  // columns [last - first, taps * channels] in the input's type.
  void (*gather)(const DeformProblem&, std::int64_t first, std::int64_t last, void* columns,
                 void* scratch);

  // The three below compute in the input's type, which is F32 or F64 here.
  // Writes gradOffset [pixel, 2 * lanes] and gradMask [pixel, lanes] for the pixels of the range,
  // each pointer being that of pixel 0.
  void (*offsetGradients)(const DeformProblem&, std::int64_t first, std::int64_t last,
                          const void* gradColumns, void* gradOffset, void* gradMask, void* scratch);
  // Adds into gradInput [batch, inHeight, inWidth, channels] for the channels
  // [channelFirst, channelLast) of one group: threads that own different channels do not meet.
  void (*scatter)(const DeformProblem&, std::int64_t first, std::int64_t last, int channelFirst,
                  int channelLast, const void* gradColumns, void* gradInput, void* scratch);
};

// Lanes come in whole vectors of any level.
constexpr int kDeformPadding = 16;

[[nodiscard]] std::size_t deformScratchBytes(const DeformProblem& problem);

// `type` is F32, BF16 (gather alone) or F64.
[[nodiscard]] const DeformKernels& deformKernels(Scalar type, CpuLevel level);

} // namespace refscale::ops
