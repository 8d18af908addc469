#include <ATen/ATen.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <c10/core/DeviceGuard.h>

#include <algorithm>

#include "core/ops/cuda_torch.h"
#include "core/ops/deform_conv/backend.h"

namespace refscale::ops {
namespace {

// Columns of one step: large enough to fill the device, small beside a picture's features.
constexpr std::int64_t kChunkBytes = 128 << 20;

std::int64_t chunkPixels(const DeformProblem& p, const at::Tensor& input) {
  const auto bytes = static_cast<std::int64_t>(p.taps()) * p.channels *
                     static_cast<std::int64_t>(input.element_size());
  return std::clamp<std::int64_t>(kChunkBytes / bytes, 1, p.pixels());
}

} // namespace

at::Tensor deformForwardCuda(const DeformInputs& in) {
  const CudaKernels& kernels = cudaKernels();
  const DeformProblem& p = in.problem;
  const c10::DeviceGuard device(in.input.device());
  const at::AutoDispatchBelowADInplaceOrView guard;
  const CudaQueue queue = currentQueue(in.input);
  const std::int64_t outputs = in.weight.size(0);
  const std::int64_t values = static_cast<std::int64_t>(p.taps()) * p.channels;
  const at::Tensor weight = in.weight.permute({2, 3, 1, 0}).reshape({values, outputs});
  at::Tensor output = at::empty({p.batch, p.outHeight, p.outWidth, outputs}, in.input.options());
  const at::Tensor rows = output.view({-1, outputs});
  const std::int64_t chunk = chunkPixels(p, in.input);
  const at::Tensor columns = at::empty({chunk, values}, in.input.options());
  for (std::int64_t first = 0; first < p.pixels(); first += chunk) {
    const std::int64_t count = std::min(chunk, p.pixels() - first);
    checkCuda(kernels.deformGather(queue, p, first, first + count, columns.data_ptr()),
              "the deformable convolution");
    at::Tensor result = rows.narrow(0, first, count);
    if (in.bias.defined()) {
      at::addmm_out(result, in.bias, columns.narrow(0, 0, count), weight);
    } else {
      at::mm_out(result, columns.narrow(0, 0, count), weight);
    }
  }
  return output.permute({0, 3, 1, 2});
}

DeformGradients deformBackwardCuda(const DeformInputs& in, const at::Tensor& gradOutput,
                                   DeformWanted wanted) {
  const CudaKernels& kernels = cudaKernels();
  const DeformProblem& p = in.problem;
  const c10::DeviceGuard device(in.input.device());
  const at::AutoDispatchBelowADInplaceOrView guard;
  const CudaQueue queue = currentQueue(in.input);
  const std::int64_t outputs = in.weight.size(0);
  const std::int64_t values = static_cast<std::int64_t>(p.taps()) * p.channels;
  const auto floats = in.input.options().dtype(at::kFloat);
  const at::Tensor weight = in.weight.permute({0, 2, 3, 1}).reshape({outputs, values});
  const at::Tensor gradRows = gradOutput.permute({0, 2, 3, 1}).reshape({-1, outputs});

  at::Tensor gradInput;
  at::Tensor gradOffset;
  at::Tensor gradMask;
  at::Tensor gradWeight;
  CudaDeformGradients addresses;
  if (wanted.input) {
    gradInput = at::zeros({p.batch, p.inHeight, p.inWidth, p.channels}, floats);
    addresses.input = gradInput.data_ptr<float>();
  }
  if (wanted.offsetOrMask) {
    gradOffset = at::empty({p.batch, p.outHeight, p.outWidth, 2 * p.lanes()}, floats);
    gradMask = at::empty({p.batch, p.outHeight, p.outWidth, p.lanes()}, floats);
    addresses.offset = gradOffset.data_ptr<float>();
    addresses.mask = gradMask.data_ptr<float>();
  }
  if (wanted.weight) gradWeight = at::zeros({outputs, values}, floats);

  const std::int64_t chunk = chunkPixels(p, in.input);
  const at::Tensor columns = at::empty({chunk, values}, in.input.options());
  for (std::int64_t first = 0; first < p.pixels(); first += chunk) {
    const std::int64_t count = std::min(chunk, p.pixels() - first);
    at::Tensor part = columns.narrow(0, 0, count);
    const at::Tensor grad = gradRows.narrow(0, first, count);
    if (wanted.weight) {
      checkCuda(kernels.deformGather(queue, p, first, first + count, part.data_ptr()),
                "the deformable convolution");
      gradWeight.add_(at::mm(grad.t(), part)); // chunks are summed in float
    }
    if (!wanted.input && !wanted.offsetOrMask) continue;
    at::mm_out(part, grad, weight);
    checkCuda(kernels.deformGradients(queue, p, first, first + count, part.data_ptr(), addresses),
              "the gradients of the deformable convolution");
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
