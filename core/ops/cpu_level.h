// Which vector instructions the CPU kernels may use. The same kernel source is compiled once a
// level and chosen at run time, so that one program runs on old and new machines.
#pragma once

namespace refscale::ops {

enum class CpuLevel { Baseline, Avx2, Avx512, Avx512Bf16 };

// The best level that this machine has and this program was built for. $REFSCALE_CPU_LEVEL
// (baseline, avx2, avx512, avx512bf16) lowers it: for tests, and to find a fault.
[[nodiscard]] CpuLevel cpuLevel();
[[nodiscard]] const char* cpuLevelName(CpuLevel level) noexcept;

} // namespace refscale::ops
