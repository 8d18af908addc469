#include <cstdio>

#include "core/ops/cuda_common.cuh"

namespace refscale::ops {
namespace {

int deviceCount(int* count) {
  return cudaGetDeviceCount(count);
}
int deviceInfo(int device, char* name, std::int64_t* freeBytes, std::int64_t* totalBytes) {
  cudaDeviceProp properties{};
  cudaError_t error = cudaGetDeviceProperties(&properties, device);
  if (error == cudaSuccess) error = cudaSetDevice(device);
  std::size_t freeNow = 0;
  std::size_t total = 0;
  if (error == cudaSuccess) error = cudaMemGetInfo(&freeNow, &total);
  if (error != cudaSuccess) return error;
  std::snprintf(name, 256, "%s", properties.name);
  *freeBytes = static_cast<std::int64_t>(freeNow);
  *totalBytes = static_cast<std::int64_t>(total);
  return cudaSuccess;
}
const char* errorText(int error) {
  return cudaGetErrorString(static_cast<cudaError_t>(error));
}

} // namespace
} // namespace refscale::ops

extern "C" __attribute__((visibility("default"))) const refscale::ops::CudaKernels*
refscaleCudaKernels() {
  using namespace refscale::ops;
  static const CudaKernels table = {kCudaKernelsVersion, deviceCount,      deviceInfo,
                                    errorText,           cudaDeformGather, cudaDeformGradients,
                                    cudaMatchScan,       cudaMatchUnpack,  cudaMatchUnpackSecond};
  return &table;
}
