// Loads what CUDA needs, once, when it is first asked for: LibTorch's CUDA part and our kernels.
// Nothing of the program links against them, so that it starts, and runs on the CPU, on machines
// without an NVIDIA driver.
#pragma once

#include <cstdint>
#include <string>

#include "core/ops/cuda_kernels.h"

namespace refscale::ops {

struct CudaStatus {
  bool usable = false;
  int devices = 0;
  std::string why; // one sentence when not usable: not built, no driver, library missing, no device
  std::string detail;
};

// To be called before anything asks LibTorch about CUDA (at::hasCUDA(), a tensor on at::kCUDA):
// LibTorch remembers for good that its CUDA part was not there. Thread-safe.
[[nodiscard]] const CudaStatus& cudaStatus();

struct CudaDevice {
  std::string name;
  std::int64_t freeBytes = 0;
  std::int64_t totalBytes = 0;
};

// Device number `index`, below cudaStatus().devices. Throws Error(Device).
[[nodiscard]] CudaDevice cudaDevice(int index);

// Throws Error(Device) with cudaStatus().why.
[[nodiscard]] const CudaKernels& cudaKernels();

// Throws Error(Device) that names `what` when `error` is not 0.
void checkCuda(int error, const char* what);

} // namespace refscale::ops
