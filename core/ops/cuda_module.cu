#include "core/ops/cuda_common.cuh"

namespace refscale::ops {
namespace {

int deviceCount(int* count) {
  return cudaGetDeviceCount(count);
}
const char* errorText(int error) {
  return cudaGetErrorString(static_cast<cudaError_t>(error));
}

} // namespace
} // namespace refscale::ops

extern "C" __attribute__((visibility("default"))) const refscale::ops::CudaKernels*
refscaleCudaKernels() {
  using namespace refscale::ops;
  static const CudaKernels table = {kCudaKernelsVersion, deviceCount,          errorText,
                                    cudaDeformGather,    cudaDeformGradients,  cudaMatchScan,
                                    cudaMatchUnpack,     cudaMatchUnpackSecond};
  return &table;
}
