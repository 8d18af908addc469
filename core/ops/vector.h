// Vectors of numbers for the kernels that are compiled once a CpuLevel: loads and stores with
// conversion from and to bf16, on the compiler's vector types. Only for such sources: everything
// here has internal linkage and is forced inline, because two levels must never share a function.
#pragma once

#include <cstdint>
#ifdef __AVX512BF16__
#include <immintrin.h>
#endif

#define REFSCALE_INLINE [[gnu::always_inline]] static inline

#if defined(__AVX512F__)
#define REFSCALE_VECTOR_BYTES 64
#elif defined(__AVX2__)
#define REFSCALE_VECTOR_BYTES 32
#else
#define REFSCALE_VECTOR_BYTES 16
#endif

namespace refscale::ops::REFSCALE_LEVEL {
namespace {

template <typename T>
constexpr int kLanes = REFSCALE_VECTOR_BYTES / static_cast<int>(sizeof(T));

template <typename T, int kWidth>
struct Vector {
  using Type [[gnu::vector_size(kWidth * sizeof(T))]] = T;
  // The same at any address of a T.
  using Loose [[gnu::vector_size(kWidth * sizeof(T)), gnu::aligned(alignof(T)), gnu::may_alias]] =
      T;
};

REFSCALE_INLINE float fromBf16(std::uint16_t bits) {
  return __builtin_bit_cast(float, static_cast<std::uint32_t>(bits) << 16);
}

REFSCALE_INLINE std::uint16_t toBf16(float value) {
  const auto bits = __builtin_bit_cast(std::uint32_t, value);
  if (value != value) return static_cast<std::uint16_t>((bits >> 16) | 0x40);
  return static_cast<std::uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

// How a stored number is computed with: bf16 (uint16_t here) as float, others as themselves.
template <typename S>
struct Element {
  using Wide = S;
  REFSCALE_INLINE S widen(S value) { return value; }
  REFSCALE_INLINE S narrow(S value) { return value; }
};
template <>
struct Element<std::uint16_t> {
  using Wide = float;
  REFSCALE_INLINE float widen(std::uint16_t value) { return fromBf16(value); }
  REFSCALE_INLINE std::uint16_t narrow(float value) { return toBf16(value); }
};

template <typename S, int kWidth>
using WideVector = typename Vector<typename Element<S>::Wide, kWidth>::Type;

template <typename S, int kWidth>
REFSCALE_INLINE WideVector<S, kWidth> load(const S* from) {
  using Loose = typename Vector<S, kWidth>::Loose;
  const auto raw = *reinterpret_cast<const Loose*>(from);
  if constexpr (sizeof(S) == 2) {
    using Bits = typename Vector<std::uint32_t, kWidth>::Type;
    return reinterpret_cast<WideVector<S, kWidth>>(__builtin_convertvector(raw, Bits) << 16);
  } else {
    return raw;
  }
}

template <typename S, int kWidth>
REFSCALE_INLINE void store(S* to, WideVector<S, kWidth> value) {
  using Loose = typename Vector<S, kWidth>::Loose;
  auto* target = reinterpret_cast<Loose*>(to);
  if constexpr (sizeof(S) != 2) {
    *target = value;
  } else {
#ifdef __AVX512BF16__
    if constexpr (kWidth == 16) {
      *target = reinterpret_cast<Loose>(_mm512_cvtneps_pbh(reinterpret_cast<__m512>(value)));
      return;
    } else if constexpr (kWidth == 8) {
      *target = reinterpret_cast<Loose>(_mm256_cvtneps_pbh(reinterpret_cast<__m256>(value)));
      return;
    }
#endif
    using Bits = typename Vector<std::uint32_t, kWidth>::Type;
    const auto bits = reinterpret_cast<Bits>(value);
    const auto rounded = (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
    const auto quiet = bits >> 16 | 0x40; // NaN stays NaN
    *target = __builtin_convertvector(value != value ? quiet : rounded,
                                      typename Vector<std::uint16_t, kWidth>::Type);
  }
}

} // namespace
} // namespace refscale::ops::REFSCALE_LEVEL
