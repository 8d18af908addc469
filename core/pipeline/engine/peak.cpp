#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>

#include "core/pipeline/engine/devices.h"
#include "core/pipeline/engine/engine_impl.h"

namespace refscale::pipeline {
namespace {

// GFLOP/s of what `work` does, the fastest of some repetitions; `flops` are those of one.
template <typename Work>
double fastest(double flops, const at::Device& device, const RunContext& context,
               const Work& work) {
  constexpr int kRepetitions = 5;
  double best = 0;
  for (int i = 0; i < kRepetitions; ++i) {
    context.checkStop();
    const auto begin = std::chrono::steady_clock::now();
    const at::Tensor result = work();
    if (device.is_cuda()) (void)result.flatten()[0].item(); // waits for the device
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    best = std::max(best, 1e-9 * flops / taken.count());
  }
  return best;
}

} // namespace

PeakRates measurePeak(const EngineOptions& engineOptions, const RunContext& context) {
  const c10::InferenceMode inference;
  const Chosen chosen = chooseDevice(engineOptions);
  const at::Device& device = chosen.placement.device;
  const auto options = at::TensorOptions().device(device).dtype(chosen.placement.dtype);
  constexpr std::int64_t kChannels = 64;
  constexpr std::int64_t kSide = 512;
  constexpr std::int64_t kRows = 2048;
  const at::Tensor picture =
      at::rand({1, kChannels, kSide, kSide}, options).contiguous(at::MemoryFormat::ChannelsLast);
  const at::Tensor weight = at::rand({kChannels, kChannels, 3, 3}, options);
  const at::Tensor matrix = at::rand({kRows, kRows}, options);
  PeakRates peak;
  peak.machine = device.is_cuda() ? chosen.name : listDevices().front().hardware;
  peak.convolution = fastest(2.0 * kSide * kSide * kChannels * kChannels * 9, device, context, [&] {
    return at::conv2d(picture, weight, {}, at::IntArrayRef{1, 1}, at::IntArrayRef{1, 1});
  });
  peak.matrixProduct =
      fastest(2.0 * kRows * kRows * kRows, device, context, [&] { return at::mm(matrix, matrix); });
  return peak;
}

} // namespace refscale::pipeline
