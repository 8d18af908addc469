// Named tensors as files hold them, free of LibTorch: dtype, shape and bytes. What every reader of
// this folder gives and every network takes. Values are contiguous, row-major, little-endian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace refscale::weights {

enum class DType : std::uint8_t { F64, F32, F16, BF16, I64, I32, I16, I8, U8, Bool };
[[nodiscard]] std::size_t dtypeBytes(DType type) noexcept;
[[nodiscard]] const char* dtypeName(DType type) noexcept; // safetensors' names: "F32", "BOOL", ...

// The bytes may lie in a mapped file, at any alignment; `owner` keeps that alive as long as a
// tensor is.
struct TensorView {
  DType type = DType::F32;
  std::vector<std::int64_t> shape;
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;

  [[nodiscard]] std::int64_t elements() const noexcept;
};

// Bounds on what a file may claim: far above any network, low enough that no size or stride that is
// computed from a shape overflows.
constexpr std::size_t kMaxDimensions = 16;
constexpr std::int64_t kMaxElements = std::int64_t{1} << 56;

// The number of elements of a shape that nobody vouches for; nothing when a dimension is negative
// or the bounds above are passed.
[[nodiscard]] std::optional<std::int64_t> checkedElements(
    std::span<const std::int64_t> shape) noexcept;

// Sorted by name, so that saving and hashing are the same for the same content.
struct TensorSet {
  std::map<std::string, TensorView> tensors;
  std::map<std::string, std::string> metadata; // safetensors' __metadata__: the model card
};

// Owning tensors, for files in the making. `values` are converted to `type` (F32, F16 or BF16,
// round to nearest even) where they come as float.
[[nodiscard]] TensorView makeTensor(DType type, std::vector<std::int64_t> shape,
                                    std::vector<std::byte> bytes);
[[nodiscard]] TensorView makeTensor(std::vector<std::int64_t> shape, std::span<const float> values,
                                    DType type = DType::F32);

// The values of a floating-point tensor as float; throws BadInput for other types.
[[nodiscard]] std::vector<float> toFloats(const TensorView& tensor);

} // namespace refscale::weights
