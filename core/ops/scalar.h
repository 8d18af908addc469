// Element types as kernels without LibTorch name them. C++17, so that nvcc takes it.
#pragma once

#include <cstdint>

namespace refscale::ops {

enum class Scalar : std::uint8_t { F32, F16, BF16, F64 };

} // namespace refscale::ops
