#include "core/ops/correlation/cpu_kernels.h"

namespace refscale::ops {

namespace level_baseline {
extern const MatchKernels kMatch;
}
#ifdef REFSCALE_X86_LEVELS
namespace level_avx2 {
extern const MatchKernels kMatch;
}
namespace level_avx512 {
extern const MatchKernels kMatch;
}
namespace level_avx512bf16 {
extern const MatchKernels kMatch;
}
#endif

const MatchKernels& matchKernels(CpuLevel level) {
  switch (level) {
#ifdef REFSCALE_X86_LEVELS
    case CpuLevel::Avx2:
      return level_avx2::kMatch;
    case CpuLevel::Avx512:
      return level_avx512::kMatch;
    case CpuLevel::Avx512Bf16:
      return level_avx512bf16::kMatch;
#endif
    default:
      return level_baseline::kMatch;
  }
}

} // namespace refscale::ops
