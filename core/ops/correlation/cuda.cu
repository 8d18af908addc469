#include "core/ops/cuda_common.cuh"

namespace refscale::ops {
namespace {

// Numbers that compare as floats do; 0 stands for "nothing yet", below every score.
__device__ std::uint32_t ordered(float score) {
  const std::uint32_t bits = __float_as_uint(score);
  return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

__device__ float unordered(std::uint32_t number) {
  return __uint_as_float((number & 0x80000000U) != 0 ? number & 0x7fffffffU : ~number);
}

__device__ std::uint64_t packed(float score, std::int32_t index) {
  return static_cast<std::uint64_t>(ordered(score)) << 32 | ~static_cast<std::uint32_t>(index);
}

__device__ std::int32_t indexOf(std::uint64_t number) {
  return static_cast<std::int32_t>(~static_cast<std::uint32_t>(number));
}

__device__ void raise(std::uint64_t* to, std::uint64_t value) {
  static_assert(sizeof(unsigned long long) == sizeof(std::uint64_t), "atomicMax wants 64 bits");
  atomicMax(reinterpret_cast<unsigned long long*>(to), static_cast<unsigned long long>(value));
}

template <typename T>
__device__ T largestOfWarp(T value) {
  for (int step = 16; step > 0; step /= 2) {
    const T other = __shfl_xor_sync(0xffffffffU, value, step);
    value = other > value ? other : value;
  }
  return value;
}

// The inner product of an input patch with the reference patch at (row, x): nine pointwise
// products, always in the same order, so that equal patches get equal sums.
__device__ float boxSum(const MatchStrip& s, int patch, int row, int x) {
  float sum = 0.0F;
  for (int dy = 0; dy < 3; ++dy) {
    const float* from =
        s.plane[dy] + patch * s.cells + static_cast<std::int64_t>(row + dy) * s.width + x;
    sum += from[0];
    sum += from[s.cells + 1];
    sum += from[2 * s.cells + 2];
  }
  return sum;
}

// One thread a reference patch; blockIdx.y shares out the input patches of the strip.
__global__ void scanKernel(MatchStrip s, CudaMatches kept) {
  const int columns = s.width - 2;
  const std::int64_t count = static_cast<std::int64_t>(s.patchRows) * columns;
  const std::int64_t q = globalThread();
  const bool active = q < count;
  const int row = active ? static_cast<int>(q / columns) : 0;
  const int x = active ? static_cast<int>(q % columns) : 0;
  const float inverse = active ? s.inverseReference[q] : 0.0F;
  std::uint64_t back = 0;
  for (int patch = static_cast<int>(blockIdx.y); patch < s.patches;
       patch += static_cast<int>(gridDim.y)) {
    const float sum = active ? boxSum(s, patch, row, x) : 0.0F;
    const std::uint64_t mine =
        largestOfWarp(active ? packed(sum * inverse, static_cast<std::int32_t>(q)) : 0);
    if (threadIdx.x % 32 == 0 && mine != 0) raise(kept.best + s.number + patch, mine);
    if (kept.back != nullptr && active) {
      const std::uint64_t other = packed(sum * s.inverseInput[patch], s.number + patch);
      back = other > back ? other : back;
    }
  }
  if (kept.back != nullptr && active) raise(kept.back + q, back);
}

// After scanKernel: the best score outside the radius around the best.
__global__ void secondKernel(MatchStrip s, int radius, CudaMatches kept) {
  const int columns = s.width - 2;
  const std::int64_t count = static_cast<std::int64_t>(s.patchRows) * columns;
  const std::int64_t q = globalThread();
  const bool active = q < count;
  const int row = active ? static_cast<int>(q / columns) : 0;
  const int x = active ? static_cast<int>(q % columns) : 0;
  const float inverse = active ? s.inverseReference[q] : 0.0F;
  for (int patch = static_cast<int>(blockIdx.y); patch < s.patches;
       patch += static_cast<int>(gridDim.y)) {
    const std::int32_t best = indexOf(kept.best[s.number + patch]);
    const bool outside =
        active && (abs(row - best / columns) > radius || abs(x - best % columns) > radius);
    const std::uint32_t mine =
        largestOfWarp(outside ? ordered(boxSum(s, patch, row, x) * inverse) : 0U);
    if (threadIdx.x % 32 == 0 && mine != 0) atomicMax(kept.second + s.number + patch, mine);
  }
}

__global__ void unpackKernel(const std::uint64_t* from, const float* scale, std::int64_t count,
                             std::int32_t* index, float* score) {
  for (std::int64_t i = globalThread(); i < count; i += gridThreads()) {
    index[i] = indexOf(from[i]);
    score[i] = unordered(static_cast<std::uint32_t>(from[i] >> 32)) * scale[i];
  }
}

__global__ void unpackSecondKernel(const std::uint32_t* from, const float* scale,
                                   std::int64_t count, float* score) {
  for (std::int64_t i = globalThread(); i < count; i += gridThreads()) {
    score[i] = from[i] == 0 ? -1.0F : unordered(from[i]) * scale[i];
  }
}

} // namespace

int cudaMatchScan(CudaQueue queue, const MatchStrip& strip, int excludeRadius, CudaMatches kept) {
  constexpr std::int64_t kMostBlocks = 2147483647;
  const std::int64_t count = static_cast<std::int64_t>(strip.patchRows) * (strip.width - 2);
  const std::int64_t blocks = (count + kThreads - 1) / kThreads;
  if (blocks > kMostBlocks) return cudaErrorInvalidConfiguration;
  // Small references alone would leave most of the device idle: then share out the input as well.
  const int share = static_cast<int>(blocks >= 1024 ? 1 : 1024 / blocks);
  const dim3 grid(static_cast<unsigned>(blocks),
                  static_cast<unsigned>(share < strip.patches ? share : strip.patches));
  return launchOn(queue, [&](cudaStream_t stream) {
    scanKernel<<<grid, kThreads, 0, stream>>>(strip, kept);
    secondKernel<<<grid, kThreads, 0, stream>>>(strip, excludeRadius, kept);
  });
}

int cudaMatchUnpack(CudaQueue queue, const std::uint64_t* packed, const float* scale,
                    std::int64_t count, std::int32_t* index, float* score) {
  return launchOn(queue, [&](cudaStream_t stream) {
    unpackKernel<<<blocksFor(count), kThreads, 0, stream>>>(packed, scale, count, index, score);
  });
}

int cudaMatchUnpackSecond(CudaQueue queue, const std::uint32_t* ordered, const float* scale,
                          std::int64_t count, float* score) {
  return launchOn(queue, [&](cudaStream_t stream) {
    unpackSecondKernel<<<blocksFor(count), kThreads, 0, stream>>>(ordered, scale, count, score);
  });
}

} // namespace refscale::ops
