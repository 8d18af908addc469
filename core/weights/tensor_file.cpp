#include "core/weights/tensor_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/base/error.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

static_assert(std::endian::native == std::endian::little,
              "files are little-endian and are used in place");

template <typename T>
T load(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof(T)); // bytes of a mapped file need not be aligned
  return value;
}

float halfToFloat(std::uint16_t half) {
  const std::uint32_t sign = (half & 0x8000u) << 16;
  const std::uint32_t exponent = (half >> 10) & 0x1fu;
  const std::uint32_t fraction = half & 0x3ffu;
  if (exponent == 0) { // zero or subnormal: fraction * 2^-24, exact in float
    const float magnitude = std::ldexp(static_cast<float>(fraction), -24);
    return sign != 0 ? -magnitude : magnitude;
  }
  const std::uint32_t wide = exponent == 0x1f ? 0xffu : exponent + 112;
  return std::bit_cast<float>(sign | (wide << 23) | (fraction << 13));
}

// Drops the low `count` bits, rounding to nearest, ties to even.
std::uint32_t roundedShift(std::uint32_t value, int count) {
  const std::uint32_t half = 1u << (count - 1);
  const std::uint32_t rest = value & ((1u << count) - 1);
  const std::uint32_t kept = value >> count;
  return kept + ((rest > half || (rest == half && (kept & 1u) != 0)) ? 1 : 0);
}

std::uint16_t floatToHalf(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  const auto sign = static_cast<std::uint16_t>((bits >> 16) & 0x8000u);
  const std::uint32_t magnitude = bits & 0x7fffffffu;
  if (magnitude > 0x7f800000u) return sign | 0x7e00u;  // NaN
  if (magnitude >= 0x477ff000u) return sign | 0x7c00u; // rounds to 2^16 and above: infinity
  if (magnitude >= 0x38800000u) {
    return static_cast<std::uint16_t>(sign | roundedShift(magnitude - (112u << 23), 13));
  }
  const int exponent = static_cast<int>(magnitude >> 23);
  if (exponent < 102) return sign; // below half of the smallest subnormal
  const std::uint32_t mantissa = (magnitude & 0x7fffffu) | 0x800000u;
  return static_cast<std::uint16_t>(sign | roundedShift(mantissa, 126 - exponent));
}

std::uint16_t floatToBfloat(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  if ((bits & 0x7fffffffu) > 0x7f800000u) return static_cast<std::uint16_t>((bits >> 16) | 0x40u);
  return static_cast<std::uint16_t>(roundedShift(bits, 16));
}

} // namespace

std::size_t dtypeBytes(DType type) noexcept {
  switch (type) {
    case DType::F64:
    case DType::I64:
      return 8;
    case DType::F32:
    case DType::I32:
      return 4;
    case DType::F16:
    case DType::BF16:
    case DType::I16:
      return 2;
    case DType::I8:
    case DType::U8:
    case DType::Bool:
      return 1;
  }
  return 1;
}

const char* dtypeName(DType type) noexcept {
  switch (type) {
    case DType::F64:
      return "F64";
    case DType::F32:
      return "F32";
    case DType::F16:
      return "F16";
    case DType::BF16:
      return "BF16";
    case DType::I64:
      return "I64";
    case DType::I32:
      return "I32";
    case DType::I16:
      return "I16";
    case DType::I8:
      return "I8";
    case DType::U8:
      return "U8";
    case DType::Bool:
      return "BOOL";
  }
  return "?";
}

std::int64_t TensorView::elements() const noexcept {
  std::int64_t count = 1;
  for (const auto size : shape) count *= size;
  return count;
}

std::optional<std::int64_t> checkedElements(std::span<const std::int64_t> shape) noexcept {
  if (shape.size() > kMaxDimensions) return {};
  std::int64_t count = 1;  // what the tensor holds
  std::int64_t extent = 1; // the same with empty dimensions counted as 1: bounds every stride
  for (const auto size : shape) {
    if (size < 0) return {};
    if (__builtin_mul_overflow(extent, std::max<std::int64_t>(size, 1), &extent)) return {};
    count *= size; // at most extent
  }
  if (extent > kMaxElements) return {};
  return count;
}

TensorView makeTensor(DType type, std::vector<std::int64_t> shape, std::vector<std::byte> bytes) {
  const auto count = checkedElements(shape);
  if (!count || static_cast<std::uint64_t>(*count) * dtypeBytes(type) != bytes.size()) {
    throw Error(Kind::Internal, "A tensor was made of the wrong number of values; report this.",
                shapeText(shape) + " " + dtypeName(type) + " from " + std::to_string(bytes.size()) +
                    " bytes");
  }
  auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
  TensorView tensor;
  tensor.type = type;
  tensor.shape = std::move(shape);
  tensor.bytes = *owner;
  tensor.owner = std::move(owner);
  return tensor;
}

TensorView makeTensor(std::vector<std::int64_t> shape, std::span<const float> values, DType type) {
  std::vector<std::byte> bytes(values.size() * dtypeBytes(type));
  switch (type) {
    case DType::F32:
      if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
      break;
    case DType::F16:
    case DType::BF16:
      for (std::size_t i = 0; i < values.size(); ++i) {
        const auto half = type == DType::F16 ? floatToHalf(values[i]) : floatToBfloat(values[i]);
        std::memcpy(bytes.data() + 2 * i, &half, 2);
      }
      break;
    default:
      throw Error(Kind::Internal, "Only F32, F16 and BF16 are made from floats; report this.",
                  dtypeName(type));
  }
  return makeTensor(type, std::move(shape), std::move(bytes));
}

std::vector<float> toFloats(const TensorView& tensor) {
  const std::byte* at = tensor.bytes.data();
  std::vector<float> values(tensor.bytes.size() / dtypeBytes(tensor.type));
  switch (tensor.type) {
    case DType::F64:
      for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(load<double>(at + 8 * i));
      }
      break;
    case DType::F32:
      if (!values.empty()) std::memcpy(values.data(), at, values.size() * sizeof(float));
      break;
    case DType::F16:
      for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = halfToFloat(load<std::uint16_t>(at + 2 * i));
      }
      break;
    case DType::BF16:
      for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = std::bit_cast<float>(std::uint32_t{load<std::uint16_t>(at + 2 * i)} << 16);
      }
      break;
    default:
      throw Error(Kind::BadInput,
                  std::string("A tensor of type ") + dtypeName(tensor.type) +
                      " stands where weights are expected; use a file with floating-point "
                      "weights.");
  }
  return values;
}

} // namespace refscale::weights
