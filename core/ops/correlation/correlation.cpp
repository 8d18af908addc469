#include "core/ops/correlation/correlation.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <ATen/cpu/Utils.h>
#include <ATen/native/CPUBlas.h>

#include <algorithm>
#include <limits>
#include <string>

#include "core/base/error.h"
#include "core/ops/correlation/backend.h"
#include "core/ops/cpu_level.h"

namespace refscale::ops {
namespace {

constexpr std::int64_t kRingBytes = 256 << 20;

std::string sizeOf(const at::Tensor& map) {
  return std::to_string(map.size(2)) + " x " + std::to_string(map.size(1)) + " cells";
}

void checkMap(const at::Tensor& map, const char* name) {
  if (!map.defined() || map.dim() != 3 || !map.is_floating_point() || map.size(0) == 0) {
    throw Error(Kind::BadInput,
                std::string("Matching takes feature maps [C, h, w]; the ") + name + "'s is none.");
  }
  if (map.size(1) < 3 || map.size(2) < 3) {
    throw Error(Kind::BadInput,
                std::string("The ") + name +
                    " is too small to be matched: it needs 3 x 3 feature cells, which are 12 x 12 "
                    "output pixels.",
                sizeOf(map));
  }
  if (map.size(1) > std::numeric_limits<std::int32_t>::max() / map.size(2)) {
    throw Error(Kind::Unsupported,
                std::string("The ") + name + " is too large to be matched whole.", sizeOf(map));
  }
}

// [C, h, w] -> [h * w, C], so that each cell is summed in the same way wherever it lies.
at::Tensor cellRows(const at::Tensor& map, at::ScalarType type) {
  return map.to(type).permute({1, 2, 0}).reshape({-1, map.size(0)}).contiguous();
}

// 1 / (L2 norm of each 3x3 patch + 1e-5), [h - 2, w - 2].
at::Tensor inversePatchNorms(const at::Tensor& rows, std::int64_t height, std::int64_t width,
                             const char* name) {
  const at::Tensor squares =
      rows.to(at::kFloat).square().sum(1).view({height, width}); // float32: of the values as stored
  if (!squares.isfinite().all().item<bool>()) {
    throw Error(Kind::BadInput, std::string("The features of the ") + name +
                                    " hold values that are no numbers; the picture or the model is "
                                    "broken.");
  }
  at::Tensor sum = at::zeros({height - 2, width - 2}, squares.options());
  for (int dy = 0; dy < 3; ++dy) {
    for (int dx = 0; dx < 3; ++dx) {
      sum += squares.narrow(0, dy, height - 2).narrow(1, dx, width - 2);
    }
  }
  return (sum.sqrt() + 1e-5).reciprocal();
}

// Input patches a strip such that three rows of products stay within the memory allowed; tiles of
// about equal width.
int tileWidth(std::int64_t patches, std::int64_t cells, const RunContext& context) {
  std::int64_t bytes = kRingBytes;
  if (context.memoryBudget > 0) bytes = std::min(bytes, context.memoryBudget / 2);
  const std::int64_t most = bytes / (3 * cells * static_cast<std::int64_t>(sizeof(float))) - 2;
  if (most < 1) {
    throw Error(Kind::OutOfMemory,
                "The reference is too large to be matched exactly in the memory allowed; use a "
                "smaller reference or allow more memory.",
                std::to_string(cells) + " cells");
  }
  const std::int64_t tiles = (patches + most - 1) / most;
  return static_cast<int>((patches + tiles - 1) / tiles);
}

} // namespace

bool matchesInBfloat16(const at::Device& device) {
  static const bool able = cpuLevel() == CpuLevel::Avx512Bf16 &&
                           at::native::cpublas::could_pack(at::kBFloat16) && at::cpu::init_amx();
  return device.is_cpu() && able;
}

BestMatches bestMatches(const at::Tensor& input, const at::Tensor& reference,
                        const BestMatchOptions& options, const RunContext& context) {
  const at::NoGradGuard guard;
  checkMap(input, "input");
  checkMap(reference, "reference");
  if (input.size(0) != reference.size(0) || input.device() != reference.device()) {
    throw Error(Kind::BadInput,
                "Input and reference are to have features of the same kind on the same device.",
                std::to_string(input.size(0)) + " channels on " + input.device().str() + ", " +
                    std::to_string(reference.size(0)) + " on " + reference.device().str());
  }
  if (options.excludeRadius < 0) {
    throw Error(Kind::BadInput, "The radius around the best match is to be 0 or more.");
  }
  const auto h = input.size(1);
  const auto w = input.size(2);
  const auto h2 = reference.size(1);
  const auto w2 = reference.size(2);
  context.checkStop();

  const bool stacked = input.scalar_type() == at::kBFloat16 &&
                       reference.scalar_type() == at::kBFloat16 && input.size(0) % 2 == 0 &&
                       matchesInBfloat16(input.device());
  const at::ScalarType type = stacked ? at::kBFloat16 : at::kFloat;
  MatchSides sides;
  const at::Tensor inputRows = cellRows(input, type);
  sides.reference = cellRows(reference, type);
  sides.inverseInput = inversePatchNorms(inputRows, h, w, "input");
  sides.inverseReference = inversePatchNorms(sides.reference, h2, w2, "reference");
  sides.input = inputRows.view({h, w, input.size(0)});
  sides.width2 = static_cast<int>(w2);
  if (!stacked) sides.tile = tileWidth(w - 2, h2 * w2, context);

  const auto floats = sides.inverseInput.options();
  const auto ints = floats.dtype(at::kInt);
  BestMatches matches;
  matches.index = at::empty({h - 2, w - 2}, ints);
  matches.score = at::empty({h - 2, w - 2}, floats);
  matches.second = at::empty({h - 2, w - 2}, floats);
  if (options.bothWays) {
    matches.backIndex = at::empty({h2 - 2, w2 - 2}, ints);
    matches.backScore = at::empty({h2 - 2, w2 - 2}, floats);
  }
  if (input.is_cuda()) {
    matchOnCuda(sides, options, context, matches);
  } else if (stacked) {
    matchStacked(sides, options, context, matches);
  } else {
    matchOnCpu(sides, options, context, matches);
  }
  return matches;
}

} // namespace refscale::ops
