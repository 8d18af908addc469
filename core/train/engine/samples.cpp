#include "core/train/engine/samples.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

#include "core/base/error.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/pictures.h"
#include "core/train/random.h"

namespace refscale::train {
namespace {

constexpr int kCell = 4;
// Pixels of the reference kept around what the matches point at: learned offsets, taps, the reach
// of VGG-19 up to relu2_1 and of the low-pass.
constexpr int kMargin = 24;

at::Tensor bytesOf(const media::Picture& picture) { // [H, W, 3], U8
  at::Tensor tensor = at::empty({picture.height(), picture.width(), 3}, at::kByte);
  std::memcpy(tensor.mutable_data_ptr<std::uint8_t>(), picture.bytes().data(),
              picture.bytes().size());
  return tensor;
}

media::Picture pictureOf(const at::Tensor& bytes) {
  const at::Tensor whole = bytes.contiguous();
  media::Picture picture(static_cast<int>(whole.size(1)), static_cast<int>(whole.size(0)), 3,
                         media::Sample::U8);
  std::memcpy(picture.bytes().data(), whole.const_data_ptr<std::uint8_t>(), picture.bytes().size());
  return picture;
}

at::Tensor floats(const at::Tensor& bytes) { // [H, W, 3] -> [3, H, W], 0..1
  return bytes.permute({2, 0, 1}).to(at::kFloat).div_(255);
}

// Flips and transposition of a map [H, W, ...].
at::Tensor shown(const at::Tensor& map, const View& view) {
  at::Tensor out = map;
  if (view.flipX) out = out.flip({1});
  if (view.flipY) out = out.flip({0});
  return view.transpose ? out.transpose(0, 1) : out;
}

// The same for displacements from a picture of side `from` to one of width x height.
at::Tensor shownFlow(const at::Tensor& flow, const View& view, int from, int width, int height) {
  at::Tensor out = shown(flow, view);
  const at::Tensor x = out.select(2, 0);
  const at::Tensor y = out.select(2, 1);
  const at::Tensor dx = view.flipX ? (width - from) - x : x;
  const at::Tensor dy = view.flipY ? (height - from) - y : y;
  return view.transpose ? at::stack({dy, dx}, 2) : at::stack({dx, dy}, 2);
}

// One pair as it is shown, the reference still whole.
struct Prepared {
  at::Tensor lr, truth, up, reference; // bytes [H, W, 3]
  at::Tensor flow;                     // [w, w, 2], from the window's first pixel to `reference`
  at::Tensor score, agreement;         // [w, w]
  int cutLeft = 0, cutTop = 0, cutRight = 0, cutBottom = 0; // what the matches reach
};

template <typename T>
at::Tensor fieldTensor(const Field<T>& field) {
  constexpr std::int64_t kDepth = std::is_same_v<T, float> ? 1 : 2; // else Vec2f
  at::Tensor tensor = at::empty({field.height, field.width, kDepth}, at::kFloat);
  std::memcpy(tensor.mutable_data_ptr<float>(), field.values.data(),
              field.values.size() * sizeof(T));
  return kDepth == 1 ? tensor.squeeze(2) : tensor;
}

// Multiples of the cell around the positions that the window's flow points at.
void measureReach(Prepared& pair, int window) {
  const at::Tensor flow = pair.flow.contiguous();
  const auto* values = flow.const_data_ptr<float>();
  float low[2] = {1e9F, 1e9F};
  float high[2] = {-1e9F, -1e9F};
  for (int y = 0; y < window; ++y) {
    for (int x = 0; x < window; ++x) {
      const auto* v = values + 2 * (static_cast<std::size_t>(y) * window + x);
      const float at[2] = {kCell * x + v[0], kCell * y + v[1]};
      for (int axis = 0; axis < 2; ++axis) {
        low[axis] = std::min(low[axis], at[axis]);
        high[axis] = std::max(high[axis], at[axis] + kCell - 1);
      }
    }
  }
  const auto down = [](float v, int size) {
    return std::clamp(static_cast<int>(std::floor((v - kMargin) / kCell)) * kCell, 0, size);
  };
  const auto up = [](float v, int size) {
    return std::clamp(static_cast<int>(std::ceil((v + kMargin) / kCell)) * kCell, 0, size);
  };
  const int width = static_cast<int>(pair.reference.size(1));
  const int height = static_cast<int>(pair.reference.size(0));
  pair.cutLeft = down(low[0], width - kCell);
  pair.cutTop = down(low[1], height - kCell);
  pair.cutRight = std::max(pair.cutLeft + kCell, up(high[0], width));
  pair.cutBottom = std::max(pair.cutTop + kCell, up(high[1], height));
}

Prepared prepare(const Pack& pack, const View& view) {
  const PackSample& sample = pack.sample(view.sample);
  const int side = pack.inputSize();
  const int cells = side / kCell;
  const bool none = view.withoutReference || sample.reference.picture < 0;
  const media::Picture small = pack.reduced(view.sample);
  const media::Picture enlarged = media::resizeBicubicU8(small, side, side);

  Prepared pair;
  pair.lr = shown(bytesOf(small), view);
  const at::Tensor truth = shown(bytesOf(pack.pixels(sample.input)), view);
  const at::Tensor up = shown(bytesOf(enlarged), view);
  at::Tensor flow, score, agreement;
  if (none) { // the enlarged input is its own reference, matched by identity
    pair.reference = up;
    flow = at::zeros({cells, cells, 2}, at::kFloat);
    score = at::ones({cells, cells}, at::kFloat);
    agreement = score;
  } else {
    const PackMatches matches = pack.matches(view.sample);
    pair.reference = shown(bytesOf(pack.pixels(sample.seen())), view);
    flow = shownFlow(fieldTensor(matches.pixels), view, side, sample.seen().width,
                     sample.seen().height);
    score = shown(fieldTensor(matches.score), view);
    agreement = shown(fieldTensor(matches.agreement), view);
  }
  const auto cells2d = [&](const at::Tensor& map) {
    return map.narrow(0, view.top, view.window).narrow(1, view.left, view.window);
  };
  const auto pixels2d = [&](const at::Tensor& map) {
    return map.narrow(0, kCell * view.top, kCell * view.window)
        .narrow(1, kCell * view.left, kCell * view.window);
  };
  pair.truth = pixels2d(truth);
  pair.up = pixels2d(up);
  pair.flow = cells2d(flow) + at::tensor({static_cast<float>(kCell * view.left),
                                          static_cast<float>(kCell * view.top)});
  pair.score = cells2d(score);
  pair.agreement = cells2d(agreement);
  measureReach(pair, view.window);
  return pair;
}

// A range of `length` pixels that holds first..last of a reference of `size`.
int placed(int first, int length, int size) {
  return std::max(0, std::min(first, size - length));
}

// The reference's part of width x height pixels; where it is smaller its border is repeated.
at::Tensor cut(const at::Tensor& reference, int left, int top, int width, int height) {
  at::Tensor part =
      reference.narrow(0, top, std::min<std::int64_t>(height, reference.size(0) - top))
          .narrow(1, left, std::min<std::int64_t>(width, reference.size(1) - left));
  if (part.size(0) == height && part.size(1) == width) return part;
  return bytesOf(pipeline::extended(pictureOf(part), width, height));
}

at::Tensor lowPassed(const at::Tensor& bytes) {
  const media::Picture picture = pictureOf(bytes);
  const media::Picture small =
      media::resizeBicubicU8(picture, picture.width() / kCell, picture.height() / kCell);
  return bytesOf(media::resizeBicubicU8(small, picture.width(), picture.height()));
}

} // namespace

ViewChooser::ViewChooser(const Pack& pack, const TrainConfig& config)
    : byKind_(kPairKindNames.size()),
      inputSide_(pack.inputSize() / kCell),
      window_(std::min(config.window, inputSide_)),
      batch_(config.batch),
      seed_(static_cast<std::uint64_t>(config.seed)) {
  if (!pack.hasMatches()) {
    throw Error(Kind::BadInput,
                "The pack keeps no matches, which the restoration learns from; make it again "
                "without --no-matches.");
  }
  for (int i = 0; i < pack.size(); ++i) {
    const PackSample& sample = pack.sample(i);
    if (sample.split == Split::Train) byKind_[static_cast<std::size_t>(sample.kind)].push_back(i);
  }
  const std::array wanted = {config.shareScene, config.shareNeighbour, config.shareSynthetic,
                             config.shareUnrelated, config.shareNone};
  double sum = 0;
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    sum += wanted[k] * static_cast<double>(byKind_[k].size());
    shares_.push_back(sum);
  }
  if (!(sum > 0)) {
    throw Error(Kind::BadInput,
                "No pair of the pack may be drawn; check the shares of the kinds in the "
                "configuration.");
  }
  for (double& share : shares_) share /= sum;
}

std::vector<View> ViewChooser::choose(int step, int attempt) const {
  std::vector<View> views;
  for (int slot = 0; slot < batch_; ++slot) {
    Random random(seed_, {static_cast<std::uint64_t>(step), static_cast<std::uint64_t>(slot),
                          static_cast<std::uint64_t>(attempt)});
    const double u = random.uniform();
    std::size_t kind = 0;
    while (kind + 1 < shares_.size() && (u >= shares_[kind] || byKind_[kind].empty())) ++kind;
    while (byKind_[kind].empty()) --kind;
    View view;
    view.sample = byKind_[kind][random.below(static_cast<int>(byKind_[kind].size()))];
    view.window = window_;
    view.left = random.below(inputSide_ - window_ + 1);
    view.top = random.below(inputSide_ - window_ + 1);
    view.flipX = random.chance(0.5);
    view.flipY = random.chance(0.5);
    view.transpose = random.chance(0.5);
    views.push_back(view);
  }
  return views;
}

RestorationBatch makeBatch(const Pack& pack, const std::vector<View>& views) {
  std::vector<Prepared> pairs;
  int width = 0;
  int height = 0;
  for (const View& view : views) {
    pairs.push_back(prepare(pack, view));
    width = std::max(width, pairs.back().cutRight - pairs.back().cutLeft);
    height = std::max(height, pairs.back().cutBottom - pairs.back().cutTop);
  }
  RestorationBatch batch;
  std::vector<at::Tensor> lr, truth, up, reference, low, flow, score, agreement;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    Prepared& pair = pairs[i];
    const int left = placed(pair.cutLeft, width, static_cast<int>(pair.reference.size(1)));
    const int top = placed(pair.cutTop, height, static_cast<int>(pair.reference.size(0)));
    const at::Tensor part = cut(pair.reference, left, top, width, height);
    lr.push_back(floats(pair.lr));
    truth.push_back(floats(pair.truth));
    up.push_back(floats(pair.up));
    reference.push_back(floats(part));
    low.push_back(floats(lowPassed(part)));
    flow.push_back(pair.flow - at::tensor({static_cast<float>(left), static_cast<float>(top)}));
    score.push_back(pair.score);
    agreement.push_back(pair.agreement);
    batch.left.push_back(views[i].left);
    batch.top.push_back(views[i].top);
  }
  batch.lr = at::stack(lr);
  batch.truth = at::stack(truth);
  batch.up = at::stack(up);
  batch.reference = at::stack(reference);
  batch.lowReference = at::stack(low);
  batch.flow = at::stack(flow);
  batch.score = at::stack(score);
  batch.agreement = at::stack(agreement);
  return batch;
}

} // namespace refscale::train
