#include "core/nets/repeated_rows.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace refscale::nets {
namespace {

constexpr std::int64_t kFactor = 4;
constexpr std::int64_t kLeastRows = 32;
constexpr std::int64_t kColumns = 256; // compared at first
constexpr double kVisible = 16 / 255.0;

// One number a row, equal for equal rows.
std::vector<std::size_t> hashesOf(const at::Tensor& output) {
  const std::int64_t step = std::max<std::int64_t>(1, output.size(3) / kColumns);
  const at::Tensor sample = output.slice(3, 0, output.size(3), step)
                                .to(at::kCPU, at::kFloat)
                                .permute({0, 2, 1, 3})
                                .contiguous();
  const auto bytes = static_cast<std::size_t>(sample.size(2) * sample.size(3)) * sizeof(float);
  std::vector<std::size_t> hashes(static_cast<std::size_t>(sample.size(1)));
  const auto* row = reinterpret_cast<const char*>(sample.const_data_ptr<float>());
  for (std::size_t& hash : hashes) {
    hash = std::hash<std::string_view>()({row, bytes});
    row += bytes;
  }
  return hashes;
}

bool isFault(const RepeatedRows& found, const at::Tensor& output, const at::Tensor& input) {
  const at::Tensor first = output.narrow(2, found.earlier, found.rows);
  if (!first.equal(output.narrow(2, found.top, found.rows))) return false; // columns between
  const bool plain = (first.amax({0, 2, 3}) == first.amin({0, 2, 3})).all().item<bool>();
  if (plain) return false;
  const std::int64_t rows = found.rows / kFactor;
  const at::Tensor change =
      input.narrow(2, found.top / kFactor, rows) - input.narrow(2, found.earlier / kFactor, rows);
  return change.abs().max().item<double>() > kVisible;
}

} // namespace

std::optional<RepeatedRows> findRepeatedRows(const at::Tensor& output, const at::Tensor& input) {
  const std::vector<std::size_t> hashes = hashesOf(output);
  // Where rows of each kind began last: equal rows below one another count as one place.
  std::unordered_map<std::size_t, std::size_t> begun;
  std::size_t top = 0;
  std::size_t earlier = 0;
  std::size_t rows = 0;
  for (std::size_t y = 0; y <= hashes.size(); ++y) {
    if (y < hashes.size() && rows > 0 && hashes[y] == hashes[y - (top - earlier)]) {
      ++rows;
    } else {
      const RepeatedRows found{static_cast<std::int64_t>(top), static_cast<std::int64_t>(earlier),
                               static_cast<std::int64_t>(rows)};
      if (found.rows >= kLeastRows && isFault(found, output, input)) return found;
      rows = 0;
    }
    if (y == hashes.size() || (y > 0 && hashes[y] == hashes[y - 1])) continue;
    const auto [before, isNew] = begun.try_emplace(hashes[y], y);
    if (isNew) continue;
    if (rows == 0) {
      top = y;
      earlier = before->second;
      rows = 1;
    }
    before->second = y;
  }
  return std::nullopt;
}

} // namespace refscale::nets
