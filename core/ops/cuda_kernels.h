// The door between the program and its CUDA kernels, which lie in a module of their own
// (librefscale_cuda.so, loaded at run time by cuda_loader): a table of functions on raw device
// addresses. Free of LibTorch; C++17, for nvcc.
#pragma once

#include <cstdint>

#include "core/ops/correlation/strip.h"
#include "core/ops/deform_conv/problem.h"

namespace refscale::ops {

// Where a kernel runs. `stream` is a cudaStream_t; nothing here waits for it.
struct CudaQueue {
  int device = 0;
  void* stream = nullptr;
};

// All float32, added to or written by pixel number; null: not asked for.
struct CudaDeformGradients {
  float* input = nullptr;  // [batch, inHeight, inWidth, channels], added to
  float* offset = nullptr; // [pixels, 2 * lanes]
  float* mask = nullptr;   // [pixels, lanes]
};

// What the matcher keeps on the device, zero at the start. `best` packs an ordered score and the
// complement of an index, so that the largest number is the best score and, among equals, the
// lowest index, in whatever order threads come.
struct CudaMatches {
  std::uint64_t* best = nullptr;   // [input patches]
  std::uint32_t* second = nullptr; // [input patches]: ordered score
  std::uint64_t* back = nullptr;   // [reference patches]; null: not asked for
};

// Every function returns 0 or a cudaError_t.
struct CudaKernels {
  int version = 0;
  int (*deviceCount)(int* count) = nullptr;
  // `name` holds 256 characters; memory in bytes.
  int (*deviceInfo)(int device, char* name, std::int64_t* freeBytes,
                    std::int64_t* totalBytes) = nullptr;
  const char* (*errorText)(int error) = nullptr;

  // columns [last - first, taps * channels] in the input's type (F32, F16, BF16).
  int (*deformGather)(CudaQueue, const DeformProblem&, std::int64_t first, std::int64_t last,
                      void* columns) = nullptr;
  // From gradColumns, of the same shape and type. The atomic additions into the input's gradient
  // come in no fixed order: its last bits differ from run to run.
  int (*deformGradients)(CudaQueue, const DeformProblem&, std::int64_t first, std::int64_t last,
                         const void* gradColumns, CudaDeformGradients) = nullptr;

  // One strip of input patches against the whole reference.
  int (*matchScan)(CudaQueue, const MatchStrip&, int excludeRadius, CudaMatches) = nullptr;
  // index and score * scale of packed results.
  int (*matchUnpack)(CudaQueue, const std::uint64_t* packed, const float* scale, std::int64_t count,
                     std::int32_t* index, float* score) = nullptr;
  // score * scale, or -1 where nothing was found.
  int (*matchUnpackSecond)(CudaQueue, const std::uint32_t* ordered, const float* scale,
                           std::int64_t count, float* score) = nullptr;
};

constexpr int kCudaKernelsVersion = 2; // raised with every change of this header
constexpr const char* kCudaKernelsEntry = "refscaleCudaKernels";
using CudaKernelsEntry = const CudaKernels* (*)();

} // namespace refscale::ops
