#include "core/ops/deform_conv/cpu_kernels.h"

namespace refscale::ops {

#define REFSCALE_DECLARE(level)           \
  namespace level {                       \
  extern const DeformKernels kDeformF32;  \
  extern const DeformKernels kDeformBf16; \
  extern const DeformKernels kDeformF64;  \
  }
REFSCALE_DECLARE(level_baseline)
#ifdef REFSCALE_X86_LEVELS
REFSCALE_DECLARE(level_avx2)
REFSCALE_DECLARE(level_avx512)
REFSCALE_DECLARE(level_avx512bf16)
#endif
#undef REFSCALE_DECLARE

std::size_t deformScratchBytes(const DeformProblem& problem) {
  constexpr std::size_t kBlocks = 24; // of Lanes: 8, four times 2, twice 4
  const std::size_t padded = (static_cast<std::size_t>(problem.lanes()) + kDeformPadding - 1) /
                             kDeformPadding * kDeformPadding;
  return kBlocks * padded * sizeof(double);
}

const DeformKernels& deformKernels(Scalar type, CpuLevel level) {
  const auto choose = [type](const DeformKernels& f32, const DeformKernels& bf16,
                             const DeformKernels& f64) -> const DeformKernels& {
    if (type == Scalar::BF16) return bf16;
    return type == Scalar::F64 ? f64 : f32;
  };
  switch (level) {
#ifdef REFSCALE_X86_LEVELS
    case CpuLevel::Avx2:
      return choose(level_avx2::kDeformF32, level_avx2::kDeformBf16, level_avx2::kDeformF64);
    case CpuLevel::Avx512:
      return choose(level_avx512::kDeformF32, level_avx512::kDeformBf16, level_avx512::kDeformF64);
    case CpuLevel::Avx512Bf16:
      return choose(level_avx512bf16::kDeformF32, level_avx512bf16::kDeformBf16,
                    level_avx512bf16::kDeformF64);
#endif
    default:
      return choose(level_baseline::kDeformF32, level_baseline::kDeformBf16,
                    level_baseline::kDeformF64);
  }
}

} // namespace refscale::ops
