// What the CUDA back ends need of LibTorch without linking its CUDA part: the stream that its own
// kernels are queued on.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include "core/ops/cuda_loader.h"

namespace refscale::ops {

// LibTorch's current stream on the tensor's device. A c10::DeviceGuard for it is to be held.
inline CudaQueue currentQueue(const at::Tensor& tensor) {
  const c10::impl::VirtualGuardImpl guard(c10::kCUDA);
  const c10::Stream stream = guard.getStream(tensor.device());
  return {tensor.device().index(), guard.getStreamNativeHandle(stream)};
}

} // namespace refscale::ops
