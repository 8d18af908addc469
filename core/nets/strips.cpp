#include "core/nets/strips.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <algorithm>

#include "core/base/run_context.h"

namespace refscale::nets {
namespace {

// Of a strip: four times 64 channels in float32, what a layer reads, writes and gathers from.
constexpr std::int64_t kPixelBytes = 4 * 64 * 4;
constexpr std::int64_t kStripPixels = kUsualBudget / kPixelBytes;
constexpr std::int64_t kFewestPixels = kStripPixels / 8;
constexpr std::int64_t kSmallestStrip = 128; // rows: below, what is made twice costs too much

// Less where the run has a smaller budget.
std::int64_t stripPixels() {
  const RunContext* context = StopScope::context();
  if (context == nullptr || context->memoryBudget <= 0) return kStripPixels;
  return std::clamp(context->memoryBudget / kPixelBytes, kFewestPixels, kStripPixels);
}

} // namespace

at::Tensor Strip::wanted(const at::Tensor& made, std::int64_t dimension) const {
  const std::int64_t height = x.size(2);
  const std::int64_t madeHeight = made.size(dimension);
  return made.narrow(dimension, (top - first) * madeHeight / height, rows * madeHeight / height);
}

std::int64_t stripRows(const at::Tensor& x, std::int64_t height, std::int64_t width) {
  const std::int64_t pixels = stripPixels();
  const bool whole = !x.is_cpu() && pixels == kStripPixels;
  if (c10::GradMode::is_enabled() || whole || x.size(0) != 1) return height;
  constexpr std::int64_t kCell = 4;
  const std::int64_t smallest = kSmallestStrip * pixels / kStripPixels;
  const std::int64_t rows = std::max(smallest, pixels / width) / kCell * kCell;
  return height > rows + rows / 2 ? rows : height;
}

at::Tensor Strips::map(const std::function<at::Tensor(const Strip&)>& work) const {
  const std::int64_t height = x_.size(2);
  const std::int64_t most = stripRows(x_, height, x_.size(3));
  if (most == height) {
    StopScope::check();
    return work({x_, 0, 0, height});
  }
  at::Tensor result;
  for (std::int64_t top = 0; top < height; top += most) {
    StopScope::check();
    const std::int64_t rows = std::min(most, height - top);
    const std::int64_t first = std::max<std::int64_t>(0, top - reach_);
    const std::int64_t end = std::min(height, top + rows + reach_);
    const Strip strip{x_.narrow(2, first, end - first), first, top, rows};
    const at::Tensor made = work(strip);
    const at::Tensor part = strip.wanted(made, 2);
    const std::int64_t madeRows = part.size(2);
    if (!result.defined()) {
      result = at::empty({1, made.size(1), height * madeRows / rows, made.size(3)}, made.options(),
                         at::MemoryFormat::ChannelsLast);
    }
    result.narrow(2, top * madeRows / rows, madeRows).copy_(part);
  }
  return result;
}

} // namespace refscale::nets
