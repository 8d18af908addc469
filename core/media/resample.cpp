#include "core/media/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/media/parallel.h"

namespace refscale::media {
namespace {

// Keys' cubic with a = -0.5, written as Pillow writes it so that rounding agrees.
double bicubicWeight(double x) {
  constexpr double kA = -0.5;
  x = std::abs(x);
  if (x < 1.0) return ((kA + 2.0) * x - (kA + 3.0)) * x * x + 1;
  if (x < 2.0) return (((x - 5) * x + 8) * x - 4) * kA;
  return 0.0;
}

// For each output position: the first input position, how many there are, and their weights.
template <typename Weight>
struct Taps {
  std::vector<int> first;
  std::vector<int> count;
  std::vector<Weight> weights; // `width` slots a position
  int width = 0;

  [[nodiscard]] const Weight* of(int position) const {
    return weights.data() + static_cast<std::size_t>(position) * width;
  }
};

// Pillow's 8-bit sums: 8 bits of value and 2 of headroom leave this many for the weights.
constexpr int kPrecisionBits = 32 - 8 - 2;

template <typename Weight>
Weight storedWeight(double weight) {
  if constexpr (std::is_integral_v<Weight>) {
    const double scaled = weight * (1 << kPrecisionBits); // rounded as Pillow rounds
    const double awayFromZero = scaled + std::copysign(0.5, scaled);
    return static_cast<Weight>(awayFromZero);
  } else {
    return static_cast<Weight>(weight);
  }
}

// libImaging/Resample.c, precompute_coeffs: the filter widens by the scale when shrinking.
template <typename Weight>
Taps<Weight> makeTaps(int inSize, int outSize) {
  const double scale = static_cast<double>(inSize) / outSize;
  const double filterScale = std::max(scale, 1.0);
  const double support = 2.0 * filterScale;
  Taps<Weight> taps;
  taps.width = static_cast<int>(std::ceil(support)) * 2 + 1;
  taps.first.resize(outSize);
  taps.count.resize(outSize);
  taps.weights.resize(static_cast<std::size_t>(outSize) * taps.width);
  std::vector<double> exact(taps.width);
  for (int position = 0; position < outSize; ++position) {
    const double centre = (position + 0.5) * scale;
    const double begin = centre - support + 0.5;
    const double behind = centre + support + 0.5;
    const int first = std::max(0, static_cast<int>(begin));
    const int end = std::min(inSize, static_cast<int>(behind));
    double sum = 0.0;
    for (int i = first; i < end; ++i) {
      exact[i - first] = bicubicWeight((i - centre + 0.5) * (1.0 / filterScale));
      sum += exact[i - first];
    }
    Weight* weights = taps.weights.data() + static_cast<std::size_t>(position) * taps.width;
    for (int i = 0; i < end - first; ++i) {
      weights[i] = storedWeight<Weight>(sum != 0.0 ? exact[i] / sum : exact[i]);
    }
    taps.first[position] = first;
    taps.count[position] = end - first;
  }
  return taps;
}

// Pillow's arithmetic: both passes round to 8 bits.
struct FixedPoint {
  using Source = std::uint8_t;
  using Middle = std::uint8_t;
  using Weight = std::int32_t;
  using Sum = std::int32_t;
  static constexpr Sum kStart = 1 << (kPrecisionBits - 1);
  static std::uint8_t middle(Sum sum) {
    return static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
  }
  static std::uint8_t result(Sum sum) { return middle(sum); }
};

// Float arithmetic; integers are rounded and clamped once, at the end.
template <typename T>
struct Floating {
  using Source = T;
  using Middle = float;
  using Weight = float;
  using Sum = float;
  static constexpr Sum kStart = 0.0F;
  static float middle(Sum sum) { return sum; }
  static T result(Sum sum) {
    if constexpr (std::is_same_v<T, float>) {
      return sum;
    } else {
      constexpr float kMax = std::numeric_limits<T>::max();
      return static_cast<T>(std::clamp(sum + 0.5F, 0.0F, kMax));
    }
  }
};

template <typename A, int kChannels>
void filterRow(const typename A::Source* source, const Taps<typename A::Weight>& taps, int width,
               typename A::Middle* destination) {
  for (int x = 0; x < width; ++x) {
    typename A::Sum sums[kChannels];
    std::fill_n(sums, kChannels, A::kStart);
    const auto* weights = taps.of(x);
    const auto* pixel = source + static_cast<std::size_t>(taps.first[x]) * kChannels;
    for (int i = 0; i < taps.count[x]; ++i, pixel += kChannels) {
      for (int c = 0; c < kChannels; ++c) sums[c] += pixel[c] * weights[i];
    }
    for (int c = 0; c < kChannels; ++c) *destination++ = A::middle(sums[c]);
  }
}

// `rows` holds horizontally filtered rows from `firstRow` on.
template <typename A>
void filterColumns(const std::vector<typename A::Middle>& rows, int firstRow,
                   const Taps<typename A::Weight>& taps, int y, std::span<typename A::Sum> sums,
                   typename A::Source* destination) {
  std::fill(sums.begin(), sums.end(), A::kStart);
  const auto* weights = taps.of(y);
  for (int i = 0; i < taps.count[y]; ++i) {
    const auto weight = weights[i];
    const auto* row = rows.data() + sums.size() * (taps.first[y] + i - firstRow);
    for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += row[x] * weight;
  }
  std::transform(sums.begin(), sums.end(), destination, A::result);
}

// The two passes, a band of output rows at a time, so that the horizontally filtered picture is
// never held whole. What a pixel gets does not depend on the bands.
template <typename A, int kChannels>
void resizeChannels(const Picture& from, Picture& to) {
  const auto across = makeTaps<typename A::Weight>(from.width(), to.width());
  const auto down = makeTaps<typename A::Weight>(from.height(), to.height());
  constexpr int kBandRows = 64;
  const int bands = (to.height() - 1) / kBandRows + 1;
  const std::size_t rowSamples = static_cast<std::size_t>(to.width()) * kChannels;
  parallelFor(bands, [&](int band) {
    StopScope::check();
    const int begin = band * kBandRows;
    const int end = std::min(to.height(), begin + kBandRows);
    const int firstRow = down.first[begin];
    const int lastRow = down.first[end - 1] + down.count[end - 1];
    std::vector<typename A::Middle> rows(rowSamples * (lastRow - firstRow));
    std::vector<typename A::Sum> sums(rowSamples);
    for (int y = firstRow; y < lastRow; ++y) {
      filterRow<A, kChannels>(from.row<typename A::Source>(y), across, to.width(),
                              rows.data() + rowSamples * (y - firstRow));
    }
    for (int y = begin; y < end; ++y) {
      filterColumns<A>(rows, firstRow, down, y, sums, to.row<typename A::Source>(y));
    }
  });
}

template <typename A>
void resizeWith(const Picture& from, Picture& to) {
  switch (from.channels()) {
    case 1:
      return resizeChannels<A, 1>(from, to);
    case 2:
      return resizeChannels<A, 2>(from, to);
    case 3:
      return resizeChannels<A, 3>(from, to);
    default:
      return resizeChannels<A, 4>(from, to);
  }
}

Picture emptyLike(const Picture& picture, int width, int height) {
  if (picture.empty()) throw Error(Kind::BadInput, "There is no picture to resize.");
  Picture result(width, height, picture.channels(), picture.sample());
  copyAttributes(picture, result);
  return result;
}

} // namespace

Picture resizeBicubicU8(const Picture& picture, int width, int height) {
  if (picture.sample() != Sample::U8) {
    throw Error(
        Kind::BadInput,
        "Pillow's byte-exact bicubic takes 8-bit pictures only; convert the picture first.");
  }
  Picture result = emptyLike(picture, width, height);
  resizeWith<FixedPoint>(picture, result);
  return result;
}

Picture resizeBicubic(const Picture& picture, int width, int height) {
  Picture result = emptyLike(picture, width, height);
  switch (picture.sample()) {
    case Sample::U8:
      resizeWith<Floating<std::uint8_t>>(picture, result);
      break;
    case Sample::U16:
      resizeWith<Floating<std::uint16_t>>(picture, result);
      break;
    case Sample::F32:
      resizeWith<Floating<float>>(picture, result);
      break;
  }
  return result;
}

} // namespace refscale::media
