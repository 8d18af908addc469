// What the CUDA kernels share: choosing the device, launch sizes, errors.
#pragma once

#include <cuda_runtime.h>

#include <cstdint>

#include "core/ops/cuda_kernels.h"

namespace refscale::ops {

constexpr int kThreads = 256;

inline cudaStream_t streamOf(const CudaQueue& queue) {
  return static_cast<cudaStream_t>(queue.stream);
}

// Blocks for `work` threads; kernels walk on by the grid's size where this was cut short.
inline unsigned blocksFor(std::int64_t work) {
  constexpr std::int64_t kMost = 1 << 20;
  const std::int64_t blocks = (work + kThreads - 1) / kThreads;
  return static_cast<unsigned>(blocks < 1 ? 1 : (blocks < kMost ? blocks : kMost));
}

__device__ inline std::int64_t globalThread() {
  return static_cast<std::int64_t>(blockIdx.x) * blockDim.x + threadIdx.x;
}

__device__ inline std::int64_t gridThreads() {
  return static_cast<std::int64_t>(gridDim.x) * blockDim.x;
}

// Runs a launch on the queue's device; returns what went wrong with choosing or launching.
template <typename Launch>
int launchOn(const CudaQueue& queue, const Launch& launch) {
  if (const cudaError_t error = cudaSetDevice(queue.device); error != cudaSuccess) return error;
  launch(streamOf(queue));
  return cudaGetLastError();
}

// The functions of the table (cuda_kernels.h), by file.
int cudaDeformGather(CudaQueue queue, const DeformProblem& problem, std::int64_t first,
                     std::int64_t last, void* columns);
int cudaDeformGradients(CudaQueue queue, const DeformProblem& problem, std::int64_t first,
                        std::int64_t last, const void* gradColumns, CudaDeformGradients out);
int cudaMatchScan(CudaQueue queue, const MatchStrip& strip, int excludeRadius, CudaMatches kept);
int cudaMatchUnpack(CudaQueue queue, const std::uint64_t* packed, const float* scale,
                    std::int64_t count, std::int32_t* index, float* score);
int cudaMatchUnpackSecond(CudaQueue queue, const std::uint32_t* ordered, const float* scale,
                          std::int64_t count, float* score);

} // namespace refscale::ops
