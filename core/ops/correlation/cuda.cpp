#include <ATen/ATen.h>
#include <c10/core/DeviceGuard.h>

#include "core/ops/correlation/backend.h"
#include "core/ops/correlation/ring.h"
#include "core/ops/cuda_torch.h"

namespace refscale::ops {

void matchOnCuda(const MatchSides& sides, const BestMatchOptions& options,
                 const RunContext& context, BestMatches& matches) {
  const CudaKernels& kernels = cudaKernels();
  const c10::DeviceGuard device(sides.input.device());
  const CudaQueue queue = currentQueue(sides.input);
  const auto longs = sides.input.options().dtype(at::kLong);
  const at::Tensor best = at::zeros(matches.index.sizes(), longs);
  const at::Tensor second = at::zeros(matches.index.sizes(), longs.dtype(at::kInt));
  at::Tensor back;
  CudaMatches kept;
  kept.best = reinterpret_cast<std::uint64_t*>(best.data_ptr<std::int64_t>());
  kept.second = reinterpret_cast<std::uint32_t*>(second.data_ptr<std::int32_t>());
  if (options.bothWays) {
    back = at::zeros(matches.backIndex.sizes(), longs);
    kept.back = reinterpret_cast<std::uint64_t*>(back.data_ptr<std::int64_t>());
  }
  overStrips(sides, context, [&](const MatchStrip& strip, std::int64_t y, std::int64_t) {
    checkCuda(kernels.matchScan(queue, strip, options.excludeRadius, kept), "matching");
    // Kernels are only queued: without a wait now and then a stop would come too late.
    if (y % 16 == 15)
      c10::impl::VirtualGuardImpl(c10::kCUDA)
          .synchronizeStream(
              c10::impl::VirtualGuardImpl(c10::kCUDA).getStream(sides.input.device()));
  });
  checkCuda(kernels.matchUnpack(queue, kept.best, sides.inverseInput.const_data_ptr<float>(),
                                best.numel(), matches.index.mutable_data_ptr<std::int32_t>(),
                                matches.score.mutable_data_ptr<float>()),
            "matching");
  checkCuda(
      kernels.matchUnpackSecond(queue, kept.second, sides.inverseInput.const_data_ptr<float>(),
                                best.numel(), matches.second.mutable_data_ptr<float>()),
      "matching");
  if (options.bothWays) {
    checkCuda(kernels.matchUnpack(queue, kept.back, sides.inverseReference.const_data_ptr<float>(),
                                  back.numel(), matches.backIndex.mutable_data_ptr<std::int32_t>(),
                                  matches.backScore.mutable_data_ptr<float>()),
              "matching");
  }
}

} // namespace refscale::ops
