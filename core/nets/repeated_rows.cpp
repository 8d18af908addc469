#include "core/nets/repeated_rows.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
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
  const auto height = static_cast<std::int64_t>(hashes.size());
  std::unordered_map<std::size_t, std::int64_t> seen; // the last row of each kind
  RepeatedRows run;
  for (std::int64_t y = 0; y <= height; ++y) {
    std::int64_t earlier = -1;
    if (y < height) {
      const auto [known, isNew] = seen.try_emplace(hashes[static_cast<std::size_t>(y)], y);
      if (!isNew) earlier = std::exchange(known->second, y);
    }
    if (earlier >= 0 && run.rows > 0 && y - earlier == run.top - run.earlier) {
      ++run.rows;
      continue;
    }
    if (run.rows >= kLeastRows && isFault(run, output, input)) return run;
    run = {y, earlier, earlier >= 0 ? 1 : 0};
  }
  return std::nullopt;
}

} // namespace refscale::nets
