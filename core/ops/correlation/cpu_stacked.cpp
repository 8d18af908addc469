// The exact matcher on a processor's matrix units. A patch has three rows: their products are
// summed by the matrix product itself, so that of the nine additions of a patch score two are left,
// and what is in work at a time stays in the cache: strips of input patches against one row of the
// reference.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/native/CPUBlas.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "core/ops/correlation/backend.h"
#include "core/ops/correlation/cpu_kernels.h"

namespace refscale::ops {
namespace {

constexpr int kPatches = 94; // in a strip: with its two cells more, whole tiles of 16 rows
constexpr float kNone = std::numeric_limits<float>::lowest();

// The reference's rows as the matrix units take them: in blocks of up to 64 columns, whole groups
// of 16, two channels of a column side by side.
class PackedRows {
 public:
  PackedRows(const at::Tensor& cells, int width)
      : rows_(cells.size(0) / width), channels_(cells.size(1)) {
    const at::Tensor rows = cells.view({rows_, width, channels_ / 2, 2});
    for (int column = 0; column < width; column += kBlock) {
      const int count = std::min(kBlock, width - column);
      const int padded = (count + kGroup - 1) / kGroup * kGroup;
      at::Tensor block = at::zeros({rows_, channels_ / 2, padded, 2}, cells.options());
      block.narrow(2, 0, count).copy_(rows.narrow(1, column, count).transpose(1, 2));
      blocks_.push_back({block, padded});
    }
  }

  // Columns that product() writes.
  [[nodiscard]] std::int64_t columns() const {
    return static_cast<std::int64_t>(blocks_.size() - 1) * kBlock + blocks_.back().columns;
  }

  // sums[x * columns() + q] = the products of cells x of the input's rows y, y + 1, y + 2 with
  // cells q of the reference's rows from `row` on, summed. `input`: the first cell, [h, w, C].
  void product(const at::BFloat16* input, std::int64_t inputWidth, int cells, int row,
               float* sums) const {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const Block& block = blocks_[b];
      const std::int64_t size = channels_ * block.columns;
      const auto* packed = block.values.const_data_ptr<at::BFloat16>();
      for (int d = 0; d < 3; ++d) {
        at::native::cpublas::brgemm(cells, block.columns, channels_, channels_, block.columns,
                                    columns(), d > 0, input + d * inputWidth * channels_,
                                    packed + (row + d) * size, sums + b * kBlock);
      }
    }
  }

 private:
  static constexpr int kBlock = 64;
  static constexpr int kGroup = 16;
  struct Block {
    at::Tensor values; // [rows, channels / 2, columns, 2]
    std::int64_t columns;
  };
  std::int64_t rows_, channels_;
  std::vector<Block> blocks_;
};

// A strip of input patches against all rows of the reference.
class Strip {
 public:
  Strip(const MatchSides& sides, const PackedRows& packed, const MatchKernels& kernels)
      : packed_(packed),
        kernels_(kernels),
        cells_(sides.input.const_data_ptr<at::BFloat16>()),
        inputWidth_(sides.input.size(1)),
        channels_(sides.input.size(2)),
        inverseInput_(sides.inverseInput.const_data_ptr<float>()),
        inverseReference_(sides.inverseReference.const_data_ptr<float>()),
        rows_(static_cast<int>(sides.inverseReference.size(0))),
        count_(static_cast<int>(sides.inverseReference.size(1))),
        best_(static_cast<std::size_t>(rows_) * kPatches),
        place_(best_.size()) {}

  void move(std::int64_t y, std::int64_t x, int patches) {
    y_ = y;
    x_ = x;
    patches_ = patches;
  }

  // Best score and place of each patch in each row; the way back where `back` is asked for.
  void scan(BackBest back) {
    eachRow([&](int row, const StackedRow& stacked) {
      BackBest here;
      const std::int64_t at = static_cast<std::int64_t>(row) * count_;
      if (back.score != nullptr) here = {back.score + at, back.index + at};
      kernels_.scanStacked(stacked, best(row), place(row), here);
    });
  }

  // Of one patch, after scan().
  struct Found {
    int row = 0, place = 0;
    float score = 0;
    float second = kNone;
  };

  // The rows around a patch's best one are looked at once more, where their best may lie too close
  // to it to count as elsewhere.
  [[nodiscard]] std::vector<Found> pick(int excludeRadius) {
    std::vector<Found> found(static_cast<std::size_t>(patches_));
    std::vector<std::vector<int>> again(static_cast<std::size_t>(rows_));
    for (int patch = 0; patch < patches_; ++patch) {
      Found& f = found[static_cast<std::size_t>(patch)];
      for (int row = 1; row < rows_; ++row) {
        if (best(row)[patch] > best(f.row)[patch]) f.row = row;
      }
      f.place = place(f.row)[patch];
      f.score = best(f.row)[patch];
      for (int row = std::max(0, f.row - excludeRadius);
           row <= std::min(rows_ - 1, f.row + excludeRadius); ++row) {
        if (std::abs(place(row)[patch] - f.place) <= excludeRadius) {
          again[static_cast<std::size_t>(row)].push_back(patch);
        }
      }
    }
    eachRow(
        [&](int row, const StackedRow& stacked) {
          for (const int patch : again[static_cast<std::size_t>(row)]) {
            const int middle = found[static_cast<std::size_t>(patch)].place;
            best(row)[patch] = kernels_.outside(stacked, patch, std::max(0, middle - excludeRadius),
                                                std::min(count_, middle + excludeRadius + 1));
          }
        },
        [&](int row) { return !again[static_cast<std::size_t>(row)].empty(); });
    for (int patch = 0; patch < patches_; ++patch) {
      for (int row = 0; row < rows_; ++row) {
        float& second = found[static_cast<std::size_t>(patch)].second;
        second = std::max(second, best(row)[patch]);
      }
    }
    return found;
  }

 private:
  // work(row, its sums) for the reference's rows that are wanted, shared out among the threads.
  template <typename Work, typename Wanted>
  void eachRow(const Work& work, const Wanted& wanted) {
    at::parallel_for(0, rows_, 1, [&](std::int64_t from, std::int64_t to) {
      std::vector<float> sums(static_cast<std::size_t>((patches_ + 2) * packed_.columns()));
      const std::int64_t first = y_ * (inputWidth_ - 2) + x_;
      StackedRow stacked;
      stacked.sums = sums.data();
      stacked.stride = packed_.columns();
      stacked.patches = patches_;
      stacked.count = count_;
      stacked.inverseInput = inverseInput_ + first;
      stacked.number = static_cast<std::int32_t>(first);
      for (auto row = static_cast<int>(from); row < to; ++row) {
        if (!wanted(row)) continue;
        packed_.product(cells_ + (y_ * inputWidth_ + x_) * channels_, inputWidth_, patches_ + 2,
                        row, sums.data());
        stacked.inverseReference = inverseReference_ + static_cast<std::int64_t>(row) * count_;
        work(row, stacked);
      }
      at::native::cpublas::brgemm_release();
    });
  }
  template <typename Work>
  void eachRow(const Work& work) {
    eachRow(work, [](int) { return true; });
  }

  float* best(int row) { return best_.data() + static_cast<std::ptrdiff_t>(row) * kPatches; }
  std::int32_t* place(int row) {
    return place_.data() + static_cast<std::ptrdiff_t>(row) * kPatches;
  }

  const PackedRows& packed_;
  const MatchKernels& kernels_;
  const at::BFloat16* cells_;
  std::int64_t inputWidth_, channels_;
  const float* inverseInput_;
  const float* inverseReference_;
  int rows_, count_;
  std::int64_t y_ = 0, x_ = 0;
  int patches_ = 0;
  std::vector<float> best_; // [rows][kPatches]
  std::vector<std::int32_t> place_;
};

} // namespace

void matchStacked(const MatchSides& sides, const BestMatchOptions& options,
                  const RunContext& context, BestMatches& matches) {
  const PackedRows packed(sides.reference, sides.width2);
  Strip strip(sides, packed, matchKernels(cpuLevel()));
  BackBest back;
  if (options.bothWays) {
    matches.backScore.fill_(kNone);
    matches.backIndex.zero_();
    back = {matches.backScore.mutable_data_ptr<float>(),
            matches.backIndex.mutable_data_ptr<std::int32_t>()};
  }
  const std::int64_t height = sides.inverseInput.size(0);
  const std::int64_t width = sides.inverseInput.size(1);
  const auto count = static_cast<std::int32_t>(sides.inverseReference.size(1));
  for (std::int64_t y = 0; y < height; ++y) {
    for (std::int64_t x = 0; x < width; x += kPatches) {
      context.checkStop();
      strip.move(y, x, static_cast<int>(std::min<std::int64_t>(kPatches, width - x)));
      strip.scan(back);
      std::int64_t number = y * width + x;
      for (const auto& found : strip.pick(options.excludeRadius)) {
        const float scale = sides.inverseInput.const_data_ptr<float>()[number];
        matches.index.mutable_data_ptr<std::int32_t>()[number] = found.row * count + found.place;
        matches.score.mutable_data_ptr<float>()[number] = found.score * scale;
        matches.second.mutable_data_ptr<float>()[number] =
            found.second == kNone ? -1 : found.second * scale;
        ++number;
      }
    }
    context.progress(Stage::Match, y + 1, height);
  }
  if (options.bothWays) matches.backScore.mul_(sides.inverseReference);
}

} // namespace refscale::ops
