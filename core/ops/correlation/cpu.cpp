#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <limits>
#include <vector>

#include "core/ops/correlation/backend.h"
#include "core/ops/correlation/cpu_kernels.h"
#include "core/ops/correlation/ring.h"

namespace refscale::ops {

void matchOnCpu(const MatchSides& sides, const BestMatchOptions& options, const RunContext& context,
                BestMatches& matches) {
  const MatchKernels& kernels = matchKernels(cpuLevel());
  auto* const index = matches.index.mutable_data_ptr<std::int32_t>();
  auto* const score = matches.score.mutable_data_ptr<float>();
  auto* const second = matches.second.mutable_data_ptr<float>();
  BackBest back;
  if (options.bothWays) {
    matches.backScore.fill_(std::numeric_limits<float>::lowest());
    matches.backIndex.zero_();
    back = {matches.backScore.mutable_data_ptr<float>(),
            matches.backIndex.mutable_data_ptr<std::int32_t>()};
  }
  const auto patchRows = sides.inverseReference.size(0);
  std::vector<float> rowBest(static_cast<size_t>(sides.tile * patchRows));

  // Threads share out the reference's rows, then the input's patches: nobody meets at a result.
  overStrips(sides, context, [&](const MatchStrip& strip, std::int64_t, std::int64_t) {
    at::parallel_for(0, patchRows, 1, [&](std::int64_t from, std::int64_t to) {
      std::vector<float> line(static_cast<size_t>(sides.width2));
      kernels.scan(strip, static_cast<int>(from), static_cast<int>(to), rowBest.data(), back,
                   line.data());
    });
    at::parallel_for(0, strip.patches, 1, [&](std::int64_t from, std::int64_t to) {
      std::vector<float> line(static_cast<size_t>(sides.width2));
      for (auto patch = static_cast<int>(from); patch < to; ++patch) {
        const std::int64_t number = strip.number + patch;
        float best = 0;
        float other = 0;
        kernels.pick(strip, patch, options.excludeRadius, rowBest.data(), index + number, &best,
                     &other, line.data());
        score[number] = best * strip.inverseInput[patch];
        second[number] =
            other == std::numeric_limits<float>::lowest() ? -1 : other * strip.inverseInput[patch];
      }
    });
  });
  if (options.bothWays) matches.backScore.mul_(sides.inverseReference);
}

} // namespace refscale::ops
