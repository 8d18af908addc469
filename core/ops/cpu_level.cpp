#include "core/ops/cpu_level.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace refscale::ops {
namespace {

constexpr std::array kLevels = {CpuLevel::Baseline, CpuLevel::Avx2, CpuLevel::Avx512,
                                CpuLevel::Avx512Bf16};

CpuLevel detected() {
#ifdef REFSCALE_X86_LEVELS
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return CpuLevel::Baseline;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw") ||
      !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512vl")) {
    return CpuLevel::Avx2;
  }
  return __builtin_cpu_supports("avx512bf16") ? CpuLevel::Avx512Bf16 : CpuLevel::Avx512;
#else
  return CpuLevel::Baseline;
#endif
}

CpuLevel allowed() {
  const char* chosen = std::getenv("REFSCALE_CPU_LEVEL"); // NOLINT(concurrency-mt-unsafe)
  if (chosen != nullptr) {
    for (const CpuLevel level : kLevels) {
      if (std::string_view(chosen) == cpuLevelName(level)) return level;
    }
  }
  return kLevels.back();
}

} // namespace

CpuLevel cpuLevel() {
  static const CpuLevel level = std::min(detected(), allowed());
  return level;
}

const char* cpuLevelName(CpuLevel level) noexcept {
  switch (level) {
    case CpuLevel::Baseline:
      return "baseline";
    case CpuLevel::Avx2:
      return "avx2";
    case CpuLevel::Avx512:
      return "avx512";
    case CpuLevel::Avx512Bf16:
      return "avx512bf16";
  }
  return "unknown";
}

} // namespace refscale::ops
