#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/LegacyTypeDispatch.h>

#include <algorithm>

#include "core/base/run_context.h"
#include "core/ops/deform_conv/backend.h"
#include "core/ops/deform_conv/cpu_kernels.h"

namespace refscale::ops {
namespace {

// Columns of one thread's tile: they stay in its cache between the gathering and the product.
constexpr std::int64_t kTileBytes = 512 << 10;
// Columns of one step of the way back, which all threads share.
constexpr std::int64_t kChunkBytes = 32 << 20;
// Multiply-adds between two looks for a stop: about a twentieth of a second on two cores.
constexpr std::int64_t kStoppableWork = 2'000'000'000;

std::int64_t columnValues(const DeformProblem& p) {
  return static_cast<std::int64_t>(p.taps()) * p.channels;
}

at::Tensor scratch(const DeformProblem& p) {
  return at::empty({static_cast<std::int64_t>(deformScratchBytes(p))}, at::kByte);
}

// Runs body(first, last, scratch) over the pixels [first, last), shared among the threads.
template <typename Body>
void overPixels(const DeformProblem& p, std::int64_t first, std::int64_t last, const Body& body) {
  at::parallel_for(first, last, 64, [&](std::int64_t from, std::int64_t to) {
    const at::AutoDispatchBelowADInplaceOrView guard;
    const at::Tensor memory = scratch(p);
    body(from, to, memory.data_ptr());
  });
}

} // namespace

at::Tensor deformForwardCpu(const DeformInputs& in) {
  const DeformProblem& p = in.problem;
  const at::AutoDispatchBelowADInplaceOrView guard;
  const std::int64_t outputs = in.weight.size(0);
  const std::int64_t values = columnValues(p);
  const at::Tensor weight = in.weight.permute({2, 3, 1, 0}).reshape({values, outputs});
  at::Tensor output = at::empty({p.batch, p.outHeight, p.outWidth, outputs}, in.input.options());
  const at::Tensor rows = output.view({-1, outputs});

  const std::int64_t tile = std::clamp<std::int64_t>(
      kTileBytes / (values * static_cast<std::int64_t>(in.input.element_size())), 32, 1024);
  const std::int64_t tiles = (p.pixels() + tile - 1) / tile;
  const DeformKernels& kernels = deformKernels(p.input.type, cpuLevel());
  const auto gatherAndMultiply = [&](std::int64_t from, std::int64_t to) {
    const at::AutoDispatchBelowADInplaceOrView threadGuard;
    const at::Tensor memory = scratch(p);
    const at::Tensor columns = at::empty({tile, values}, in.input.options());
    for (std::int64_t t = from; t < to; ++t) {
      const std::int64_t first = t * tile;
      const std::int64_t count = std::min(tile, p.pixels() - first);
      kernels.gather(p, first, first + count, columns.data_ptr(), memory.data_ptr());
      at::Tensor result = rows.narrow(0, first, count);
      if (in.bias.defined()) {
        at::addmm_out(result, in.bias, columns.narrow(0, 0, count), weight);
      } else {
        at::mm_out(result, columns.narrow(0, 0, count), weight);
      }
    }
  };
  const std::int64_t step = std::max<std::int64_t>(64, kStoppableWork / (tile * values * outputs));
  for (std::int64_t first = 0; first < tiles; first += step) {
    StopScope::check();
    at::parallel_for(first, std::min(first + step, tiles), 1, gatherAndMultiply);
  }
  return output.permute({0, 3, 1, 2});
}

namespace {

// Adds one chunk's part of the input's gradient: each task owns some channels of one group, so that
// no two threads write to the same place and the sum's order does not depend on the threads.
void scatterChunk(const DeformProblem& p, const DeformKernels& kernels, std::int64_t first,
                  std::int64_t last, const at::Tensor& gradColumns, const at::Tensor& gradInput) {
  constexpr int kChannels = 16;
  const int perGroup = (p.groupChannels() + kChannels - 1) / kChannels;
  at::parallel_for(0, static_cast<std::int64_t>(p.groups) * perGroup, 1,
                   [&](std::int64_t from, std::int64_t to) {
                     const at::AutoDispatchBelowADInplaceOrView guard;
                     const at::Tensor memory = scratch(p);
                     for (std::int64_t task = from; task < to; ++task) {
                       const int group = static_cast<int>(task / perGroup);
                       const int start = static_cast<int>(task % perGroup) * kChannels;
                       const int end = std::min(start + kChannels, p.groupChannels());
                       const int channel = group * p.groupChannels();
                       kernels.scatter(p, first, last, channel + start, channel + end,
                                       gradColumns.data_ptr(), gradInput.data_ptr(),
                                       memory.data_ptr());
                     }
                   });
}

} // namespace

DeformGradients deformBackwardCpu(const DeformInputs& in, const at::Tensor& gradOutput,
                                  DeformWanted wanted) {
  const DeformProblem& p = in.problem;
  const at::AutoDispatchBelowADInplaceOrView guard;
  const auto options = in.input.options();
  const std::int64_t outputs = in.weight.size(0);
  const std::int64_t values = columnValues(p);
  const DeformKernels& kernels = deformKernels(p.input.type, cpuLevel());
  const at::Tensor weight = in.weight.permute({0, 2, 3, 1}).reshape({outputs, values});
  const at::Tensor gradRows = gradOutput.permute({0, 2, 3, 1}).reshape({-1, outputs});
  const at::Tensor gradInput =
      wanted.input ? at::zeros({p.batch, p.inHeight, p.inWidth, p.channels}, options)
                   : at::Tensor();
  at::Tensor gradOffset;
  at::Tensor gradMask;
  if (wanted.offsetOrMask) {
    gradOffset = at::empty({p.batch, p.outHeight, p.outWidth, 2 * p.lanes()}, options);
    gradMask = at::empty({p.batch, p.outHeight, p.outWidth, p.lanes()}, options);
  }
  const at::Tensor gradWeight =
      wanted.weight ? at::zeros({outputs, values}, options) : at::Tensor();

  const std::int64_t chunk = std::clamp<std::int64_t>(
      kChunkBytes / (values * static_cast<std::int64_t>(options.dtype().itemsize())), 64,
      p.pixels());
  at::Tensor columns = at::empty({chunk, values}, options);
  const auto valueBytes = static_cast<std::int64_t>(columns.element_size()) * values;
  for (std::int64_t first = 0; first < p.pixels(); first += chunk) {
    const std::int64_t last = std::min(first + chunk, p.pixels());
    const at::Tensor grad = gradRows.narrow(0, first, last - first);
    at::Tensor part = columns.narrow(0, 0, last - first);
    const auto rowOf = [&](std::int64_t pixel) {
      return static_cast<std::byte*>(part.data_ptr()) + (pixel - first) * valueBytes;
    };
    if (wanted.weight) {
      overPixels(p, first, last, [&](std::int64_t from, std::int64_t to, void* memory) {
        kernels.gather(p, from, to, rowOf(from), memory);
      });
      gradWeight.addmm_(grad.t(), part);
    }
    if (!wanted.input && !wanted.offsetOrMask) continue;
    at::mm_out(part, grad, weight);
    if (wanted.offsetOrMask) {
      overPixels(p, first, last, [&](std::int64_t from, std::int64_t to, void* memory) {
        kernels.offsetGradients(p, from, to, rowOf(from), gradOffset.data_ptr(),
                                gradMask.data_ptr(), memory);
      });
    }
    if (wanted.input) scatterChunk(p, kernels, first, last, part, gradInput);
  }

  DeformGradients out;
  if (wanted.input) out.input = gradInput.permute({0, 3, 1, 2});
  if (wanted.offsetOrMask) {
    out.offset = gradOffset.permute({0, 3, 1, 2});
    out.mask = gradMask.permute({0, 3, 1, 2});
  }
  if (wanted.weight) {
    out.weight = gradWeight.view({outputs, p.kernelH, p.kernelW, p.channels}).permute({0, 3, 1, 2});
  }
  return out;
}

} // namespace refscale::ops
