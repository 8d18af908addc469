#include <cuda_bf16.h>
#include <cuda_fp16.h>

#include "core/ops/cuda_common.cuh"

namespace refscale::ops {
namespace {

template <typename T>
__device__ float toFloat(T value) {
  return static_cast<float>(value);
}

__device__ float valueAt(const ChannelMap& map, std::int64_t element) {
  switch (map.type) {
    case Scalar::F16:
      return toFloat(static_cast<const __half*>(map.data)[element]);
    case Scalar::BF16:
      return toFloat(static_cast<const __nv_bfloat16*>(map.data)[element]);
    default:
      return static_cast<const float*>(map.data)[element];
  }
}

__device__ std::int64_t place(const ChannelMap& map, int n, int y, int x) {
  return n * map.strideN + y * map.strideY + x * map.strideX;
}

// Where one (pixel, tap, group) reads: four corners, clamped into the map, with weights that are 0
// outside.
struct Sample {
  float mask; // 0 where the position is outside or NaN
  float weightY[2];
  float weightX[2];
  float slopeY[2];
  float slopeX[2];
  int y[2];
  int x[2];
  int n;

  // One axis: neighbours and weights of a position; false when nothing of it is inside.
  __device__ static bool axis(float position, int size, float* weight, float* slope, int* at) {
    if (!(position > -1.0F && position < static_cast<float>(size))) { // NaN comes here as well
      at[0] = at[1] = 0;
      weight[0] = weight[1] = slope[0] = slope[1] = 0.0F;
      return false;
    }
    const int low = static_cast<int>(floorf(position));
    const float fraction = position - static_cast<float>(low);
    const bool lowInside = low >= 0;
    const bool highInside = low + 1 < size;
    at[0] = lowInside ? low : 0;
    at[1] = highInside ? low + 1 : size - 1;
    weight[0] = lowInside ? 1.0F - fraction : 0.0F;
    weight[1] = highInside ? fraction : 0.0F;
    slope[0] = lowInside ? -1.0F : 0.0F;
    slope[1] = highInside ? 1.0F : 0.0F;
    return true;
  }

  __device__ Sample(const DeformProblem& p, std::int64_t pixel, int tap, int group) {
    const int px = static_cast<int>(pixel % p.outWidth);
    const int py = static_cast<int>(pixel / p.outWidth % p.outHeight);
    n = static_cast<int>(pixel / p.outWidth / p.outHeight);
    const int taps = p.kernelH * p.kernelW;
    float positionY = static_cast<float>(py + tap / p.kernelW - p.kernelH / 2);
    float positionX = static_cast<float>(px + tap % p.kernelW - p.kernelW / 2);
    if (p.base.data != nullptr) {
      const float* base = p.base.data + n * p.base.strideN + tap * p.base.strideTap +
                          py * p.base.strideY + px * p.base.strideX;
      positionX += base[0];
      positionY += base[p.base.strideXY];
    }
    const std::int64_t lane = static_cast<std::int64_t>(group) * taps + tap;
    const std::int64_t offset = place(p.offset, n, py, px) + 2 * lane;
    positionY += valueAt(p.offset, offset);
    positionX += valueAt(p.offset, offset + 1);
    const bool insideY = axis(positionY, p.inHeight, weightY, slopeY, y);
    const bool insideX = axis(positionX, p.inWidth, weightX, slopeX, x);
    mask = insideY && insideX ? valueAt(p.mask, place(p.mask, n, py, px) + lane) : 0.0F;
  }

  __device__ float weight(int corner) const { return weightY[corner / 2] * weightX[corner % 2]; }
  __device__ std::int64_t element(const ChannelMap& map, int corner) const {
    return place(map, n, y[corner / 2], x[corner % 2]);
  }
};

// `kCount` adjacent channels, moved in one go.
template <typename T, int kCount>
struct alignas(sizeof(T) * kCount) Pack {
  T value[kCount];
};

// One thread a (pixel, tap, kCount channels of one group), in the columns' order.
template <typename T, int kCount>
__global__ void gatherKernel(DeformProblem p, std::int64_t first, std::int64_t work, T* columns) {
  const int packs = p.channels / kCount;
  const int groupChannels = p.channels / p.groups;
  const int taps = p.kernelH * p.kernelW;
  for (std::int64_t i = globalThread(); i < work; i += gridThreads()) {
    const int channel = static_cast<int>(i % packs) * kCount;
    const int tap = static_cast<int>(i / packs % taps);
    const Sample sample(p, first + i / packs / taps, tap, channel / groupChannels);
    float sum[kCount] = {};
    if (sample.mask != 0.0F) {
      for (int corner = 0; corner < 4; ++corner) {
        const float weight = sample.mask * sample.weight(corner);
        const T* from =
            static_cast<const T*>(p.input.data) + sample.element(p.input, corner) + channel;
        const auto values = *reinterpret_cast<const Pack<T, kCount>*>(from);
#pragma unroll
        for (int c = 0; c < kCount; ++c) sum[c] += weight * toFloat(values.value[c]);
      }
    }
    Pack<T, kCount> out;
#pragma unroll
    for (int c = 0; c < kCount; ++c) out.value[c] = static_cast<T>(sum[c]);
    reinterpret_cast<Pack<T, kCount>*>(columns)[i] = out;
  }
}

// Whether packs of `count` channels never straddle groups and always lie aligned.
template <typename T>
bool packable(const DeformProblem& p, const void* columns, int count) {
  const auto misaligned = [&](const void* address) {
    return reinterpret_cast<std::uintptr_t>(address) % (sizeof(T) * count) != 0;
  };
  const ChannelMap& map = p.input;
  return p.channels / p.groups % count == 0 && map.strideN % count == 0 &&
         map.strideY % count == 0 && map.strideX % count == 0 && !misaligned(map.data) &&
         !misaligned(columns);
}

template <typename T, int kCount>
void launchGather(cudaStream_t stream, const DeformProblem& p, std::int64_t first,
                  std::int64_t last, T* columns) {
  const std::int64_t work = (last - first) * p.kernelH * p.kernelW * (p.channels / kCount);
  gatherKernel<T, kCount><<<blocksFor(work), kThreads, 0, stream>>>(p, first, work, columns);
}

template <typename T>
int gather(CudaQueue queue, const DeformProblem& p, std::int64_t first, std::int64_t last,
           void* columns) {
  constexpr int kMost = 16 / static_cast<int>(sizeof(T));
  T* to = static_cast<T*>(columns);
  return launchOn(queue, [&](cudaStream_t stream) {
    if (packable<T>(p, columns, kMost)) {
      launchGather<T, kMost>(stream, p, first, last, to);
    } else if (packable<T>(p, columns, kMost / 2)) {
      launchGather<T, kMost / 2>(stream, p, first, last, to);
    } else {
      launchGather<T, 1>(stream, p, first, last, to);
    }
  });
}

__device__ float sumOver(float value, int width) {
  for (int step = width / 2; step > 0; step /= 2) {
    value += __shfl_xor_sync(0xffffffffU, value, step, width);
  }
  return value;
}

// `width` neighbouring threads (a power of two up to 32) an item (pixel, tap, group), sharing its
// channels. Whole warps stay in the loop together, because they exchange sums.
template <typename T>
__global__ void gradientsKernel(DeformProblem p, std::int64_t first, std::int64_t items, int width,
                                const T* gradColumns, CudaDeformGradients out) {
  const int taps = p.kernelH * p.kernelW;
  const int size = p.channels / p.groups;
  const int part = static_cast<int>(threadIdx.x) % width;
  const std::int64_t step = gridThreads() / width;
  const std::int64_t rounds = (items + step - 1) / step;
  for (std::int64_t round = 0; round < rounds; ++round) {
    const std::int64_t item = globalThread() / width + round * step;
    const bool active = item < items;
    const std::int64_t at = active ? item : items - 1;
    const int group = static_cast<int>(at % p.groups);
    const int tap = static_cast<int>(at / p.groups % taps);
    const std::int64_t pixel = first + at / p.groups / taps;
    const Sample sample(p, pixel, tap, group);
    const T* gradient = gradColumns + (at / p.groups) * p.channels + group * size;
    float share[4] = {}; // how the result changes with each corner's share
    for (int c = part; active && c < size; c += width) {
      const float g = toFloat(gradient[c]);
      for (int corner = 0; corner < 4; ++corner) {
        const float weight = sample.weight(corner);
        const auto channel = static_cast<std::int64_t>(group) * size + c;
        const auto from = sample.element(p.input, corner) + channel;
        share[corner] += g * toFloat(static_cast<const T*>(p.input.data)[from]);
        if (out.input == nullptr || weight * sample.mask == 0.0F) continue;
        const std::int64_t cell =
            (static_cast<std::int64_t>(sample.n) * p.inHeight + sample.y[corner / 2]) * p.inWidth +
            sample.x[corner % 2];
        atomicAdd(out.input + cell * p.channels + channel, weight * sample.mask * g);
      }
    }
    if (out.offset == nullptr) continue;
    for (float& s : share) s = sumOver(s, width);
    if (!active || part != 0) continue;
    const float alongX[2] = {sample.weightX[0] * share[0] + sample.weightX[1] * share[1],
                             sample.weightX[0] * share[2] + sample.weightX[1] * share[3]};
    const float alongY[2] = {sample.weightY[0] * share[0] + sample.weightY[1] * share[2],
                             sample.weightY[0] * share[1] + sample.weightY[1] * share[3]};
    const std::int64_t lane = (pixel * p.groups + group) * taps + tap;
    out.mask[lane] = sample.weightY[0] * alongX[0] + sample.weightY[1] * alongX[1];
    out.offset[2 * lane] =
        sample.mask * (sample.slopeY[0] * alongX[0] + sample.slopeY[1] * alongX[1]);
    out.offset[2 * lane + 1] =
        sample.mask * (sample.slopeX[0] * alongY[0] + sample.slopeX[1] * alongY[1]);
  }
}

template <typename T>
int gradients(CudaQueue queue, const DeformProblem& p, std::int64_t first, std::int64_t last,
              const void* gradColumns, CudaDeformGradients out) {
  int width = 1;
  while (width < 32 && 2 * width <= p.channels / p.groups) width *= 2;
  const std::int64_t items = (last - first) * p.kernelH * p.kernelW * p.groups;
  return launchOn(queue, [&](cudaStream_t stream) {
    gradientsKernel<T><<<blocksFor(items * width), kThreads, 0, stream>>>(
        p, first, items, width, static_cast<const T*>(gradColumns), out);
  });
}

} // namespace

int cudaDeformGather(CudaQueue queue, const DeformProblem& problem, std::int64_t first,
                     std::int64_t last, void* columns) {
  switch (problem.input.type) {
    case Scalar::F32:
      return gather<float>(queue, problem, first, last, columns);
    case Scalar::F16:
      return gather<__half>(queue, problem, first, last, columns);
    case Scalar::BF16:
      return gather<__nv_bfloat16>(queue, problem, first, last, columns);
    default:
      return cudaErrorInvalidValue;
  }
}

int cudaDeformGradients(CudaQueue queue, const DeformProblem& problem, std::int64_t first,
                        std::int64_t last, const void* gradColumns, CudaDeformGradients out) {
  switch (problem.input.type) {
    case Scalar::F32:
      return gradients<float>(queue, problem, first, last, gradColumns, out);
    case Scalar::F16:
      return gradients<__half>(queue, problem, first, last, gradColumns, out);
    case Scalar::BF16:
      return gradients<__nv_bfloat16>(queue, problem, first, last, gradColumns, out);
    default:
      return cudaErrorInvalidValue;
  }
}

} // namespace refscale::ops
