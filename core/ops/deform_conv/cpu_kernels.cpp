// Compiled once a CpuLevel, into a namespace of its own (REFSCALE_LEVEL). Nothing here may call an
// inline function of a shared header: the linker keeps one copy of those for the whole program, and
// it could be the one with instructions that the machine does not have.
#include "core/ops/deform_conv/cpu_kernels.h"

#include "core/ops/vector.h"

namespace refscale::ops::REFSCALE_LEVEL {
extern const DeformKernels kDeformF32;
extern const DeformKernels kDeformBf16;
extern const DeformKernels kDeformF64;

namespace {

// What the bilinear samples of one output pixel need, one entry a (group, tap).
template <typename A>
struct Lanes {
  A* tapY; // position of the tap without the learned offset
  A* tapX;
  A* rawOffset; // converted where the map is not of type A
  A* rawMask;
  A* offsetY;
  A* offsetX;
  A* mask; // 0 where the position is outside or no number
  A* weightY[2];
  A* weightX[2];
  A* slopeY[2]; // derivative of weightY: -1, 1 or 0
  A* slopeX[2];
  A* weight[4];            // of the corners, mask applied
  std::int32_t* corner[4]; // in units of 1 << shift elements
  int padded;              // entries of each: whole vectors

  Lanes(void* scratch, int count) {
    padded = (count + kDeformPadding - 1) / kDeformPadding * kDeformPadding;
    A* next = static_cast<A*>(scratch);
    const auto take = [&](int blocks) {
      A* taken = next;
      next += static_cast<std::ptrdiff_t>(blocks) * padded;
      return taken;
    };
    tapY = take(1);
    tapX = take(1);
    rawOffset = take(2);
    rawMask = take(1);
    offsetY = take(1);
    offsetX = take(1);
    mask = take(1);
    for (int i = 0; i < 2; ++i) {
      weightY[i] = take(1);
      weightX[i] = take(1);
      slopeY[i] = take(1);
      slopeX[i] = take(1);
    }
    for (int i = 0; i < 4; ++i) weight[i] = take(1);
    for (int i = 0; i < 4; ++i) corner[i] = reinterpret_cast<std::int32_t*>(take(1));
  }
};

// The input's strides as multiples of a power of two, so that 32 bits reach far.
struct CornerUnits {
  int shift = 0;
  std::int32_t strideY = 0;
  std::int32_t strideX = 0;

  explicit CornerUnits(const DeformProblem& p) {
    while (shift < 12 && ((p.input.strideY | p.input.strideX) >> shift & 1) == 0) ++shift;
    strideY = static_cast<std::int32_t>(p.input.strideY >> shift);
    strideX = static_cast<std::int32_t>(p.input.strideX >> shift);
  }
};

struct OutputPixel {
  int n, y, x;
  OutputPixel(const DeformProblem& p, std::int64_t number)
      : n(static_cast<int>(number / (static_cast<std::int64_t>(p.outHeight) * p.outWidth))),
        y(static_cast<int>(number / p.outWidth % p.outHeight)),
        x(static_cast<int>(number % p.outWidth)) {}
  void next(const DeformProblem& p) {
    if (++x < p.outWidth) return;
    x = 0;
    if (++y < p.outHeight) return;
    y = 0;
    ++n;
  }
};

std::int64_t place(const ChannelMap& map, const OutputPixel& at) {
  return at.n * map.strideN + at.y * map.strideY + at.x * map.strideX;
}

// `count` channels from `channel` on, as A; converted into `buffer` where needed.
template <typename A>
const A* channelsAt(const ChannelMap& map, std::int64_t element, int count, A* buffer) {
  if (map.type == (sizeof(A) == 8 ? Scalar::F64 : Scalar::F32)) {
    return static_cast<const A*>(map.data) + element;
  }
  if (map.type == Scalar::BF16) {
    const auto* from = static_cast<const std::uint16_t*>(map.data) + element;
    for (int i = 0; i < count; ++i) buffer[i] = static_cast<A>(fromBf16(from[i]));
  } else {
    const auto* from = static_cast<const float*>(map.data) + element;
    for (int i = 0; i < count; ++i) buffer[i] = static_cast<A>(from[i]);
  }
  return buffer;
}

// Where the taps of one pixel lie before the learned offset, for `groups` groups alike.
template <typename A>
void placeTaps(const DeformProblem& p, const OutputPixel& at, int groups, Lanes<A>& lanes) {
  const int taps = p.kernelH * p.kernelW;
  const BaseMap& b = p.base;
  const float* base =
      b.data == nullptr ? nullptr : b.data + at.n * b.strideN + at.y * b.strideY + at.x * b.strideX;
  const int top = at.y - p.kernelH / 2;
  const int left = at.x - p.kernelW / 2;
  for (int i = 0, k = 0; i < p.kernelH; ++i) {
    for (int j = 0; j < p.kernelW; ++j, ++k) {
      lanes.tapY[k] = static_cast<A>(top + i);
      lanes.tapX[k] = static_cast<A>(left + j);
      if (base != nullptr) {
        lanes.tapX[k] += static_cast<A>(base[k * b.strideTap]);
        lanes.tapY[k] += static_cast<A>(base[k * b.strideTap + b.strideXY]);
      }
    }
  }
  for (int g = 1; g < groups; ++g) {
    for (int k = 0; k < taps; ++k) {
      lanes.tapY[g * taps + k] = lanes.tapY[k];
      lanes.tapX[g * taps + k] = lanes.tapX[k];
    }
  }
}

// One direction of a bilinear sample, a vector of lanes at a time: the two neighbours, clamped into
// the map, and their weights, 0 outside. A position that is outside or NaN becomes -1, where all
// weights are 0, so that what is converted to an integer always fits one.
template <typename A>
struct Axis {
  using Values = typename Vector<A, kLanes<A>>::Type;
  using Ints = typename Vector<std::int32_t, kLanes<A>>::Type;
  Values position, weightLow, weightHigh, slopeLow, slopeHigh;
  Ints low, high;

  REFSCALE_INLINE Axis of(Values given, A size) {
    const Values zero = {};
    Axis axis;
    axis.position = given > -1 ? given : zero - 1;
    axis.position = axis.position < size ? axis.position : zero - 1;
    Values floor = __builtin_convertvector(__builtin_convertvector(axis.position, Ints), Values);
    floor = floor > axis.position ? floor - 1 : floor;
    const Values fraction = axis.position - floor;
    const auto lowInside = floor >= 0;
    const auto highInside = floor + 1 < size;
    axis.weightLow = lowInside ? 1 - fraction : zero;
    axis.weightHigh = highInside ? fraction : zero;
    axis.slopeLow = lowInside ? zero - 1 : zero;
    axis.slopeHigh = highInside ? zero + 1 : zero;
    axis.low = __builtin_convertvector(lowInside ? floor : zero, Ints);
    axis.high = __builtin_convertvector(highInside ? floor + 1 : zero + (size - 1), Ints);
    return axis;
  }
};

// Fills weights and corners for the groups [groupFirst, groupFirst + groups) of one pixel.
template <typename A, bool kWithSlopes>
void locate(const DeformProblem& p, const CornerUnits& units, const OutputPixel& at, int groupFirst,
            int groups, Lanes<A>& l) {
  constexpr int kWidth = kLanes<A>;
  const int taps = p.kernelH * p.kernelW;
  const int count = groups * taps;
  placeTaps(p, at, groups, l);
  const A* __restrict offset =
      channelsAt(p.offset, place(p.offset, at) + 2 * groupFirst * taps, 2 * count, l.rawOffset);
  const A* __restrict mask =
      channelsAt(p.mask, place(p.mask, at) + groupFirst * taps, count, l.rawMask);
  A* __restrict offsetY = l.offsetY;
  A* __restrict offsetX = l.offsetX;
  A* __restrict maskCopy = l.rawMask;
  for (int j = 0; j < count; ++j) {
    offsetY[j] = offset[2 * j];
    offsetX[j] = offset[2 * j + 1];
  }
  // Whole vectors are read below: not beyond the end of somebody else's memory.
  if (mask != maskCopy) {
    for (int j = 0; j < count; ++j) maskCopy[j] = mask[j];
  }
  const A height = static_cast<A>(p.inHeight);
  const A width = static_cast<A>(p.inWidth);
  const typename Axis<A>::Values zero = {};
  for (int j = 0; j < count; j += kWidth) {
    const auto y = Axis<A>::of(load<A, kWidth>(offsetY + j) + load<A, kWidth>(l.tapY + j), height);
    const auto x = Axis<A>::of(load<A, kWidth>(offsetX + j) + load<A, kWidth>(l.tapX + j), width);
    typename Axis<A>::Values m = load<A, kWidth>(maskCopy + j);
    m = y.position > -1 ? m : zero;
    m = x.position > -1 ? m : zero;
    store<A, kWidth>(l.weight[0] + j, m * y.weightLow * x.weightLow);
    store<A, kWidth>(l.weight[1] + j, m * y.weightLow * x.weightHigh);
    store<A, kWidth>(l.weight[2] + j, m * y.weightHigh * x.weightLow);
    store<A, kWidth>(l.weight[3] + j, m * y.weightHigh * x.weightHigh);
    const auto rowLow = y.low * units.strideY;
    const auto rowHigh = y.high * units.strideY;
    const auto columnLow = x.low * units.strideX;
    const auto columnHigh = x.high * units.strideX;
    store<std::int32_t, kWidth>(l.corner[0] + j, rowLow + columnLow);
    store<std::int32_t, kWidth>(l.corner[1] + j, rowLow + columnHigh);
    store<std::int32_t, kWidth>(l.corner[2] + j, rowHigh + columnLow);
    store<std::int32_t, kWidth>(l.corner[3] + j, rowHigh + columnHigh);
    if constexpr (kWithSlopes) {
      store<A, kWidth>(l.mask + j, m);
      store<A, kWidth>(l.weightY[0] + j, y.weightLow);
      store<A, kWidth>(l.weightY[1] + j, y.weightHigh);
      store<A, kWidth>(l.weightX[0] + j, x.weightLow);
      store<A, kWidth>(l.weightX[1] + j, x.weightHigh);
      store<A, kWidth>(l.slopeY[0] + j, y.slopeLow);
      store<A, kWidth>(l.slopeY[1] + j, y.slopeHigh);
      store<A, kWidth>(l.slopeX[0] + j, x.slopeLow);
      store<A, kWidth>(l.slopeX[1] + j, x.slopeHigh);
    }
  }
}

// to[c] = sum of weight * corner over four corners. kCount channels, or `count` where kCount is 0.
template <typename S, int kCount>
REFSCALE_INLINE void blend(const S* const* corners, const typename Element<S>::Wide* weights,
                           int count, S* __restrict to) {
  using A = typename Element<S>::Wide;
  constexpr int kWidth = kCount == 0 || kCount % kLanes<A> == 0 ? kLanes<A> : kCount;
  const int n = kCount == 0 ? count : kCount;
  int c = 0;
  for (; c + kWidth <= n; c += kWidth) {
    auto sum = load<S, kWidth>(corners[0] + c) * weights[0];
    sum += load<S, kWidth>(corners[1] + c) * weights[1];
    sum += load<S, kWidth>(corners[2] + c) * weights[2];
    sum += load<S, kWidth>(corners[3] + c) * weights[3];
    store<S, kWidth>(to + c, sum);
  }
  if constexpr (kCount == 0) {
    for (; c < n; ++c) {
      A sum = 0;
      for (int i = 0; i < 4; ++i) sum += Element<S>::widen(corners[i][c]) * weights[i];
      to[c] = Element<S>::narrow(sum);
    }
  }
}

template <typename S, int kCount>
void gatherGroups(const DeformProblem& p, std::int64_t first, std::int64_t last, S* columns,
                  void* scratch) {
  using A = typename Element<S>::Wide;
  const int taps = p.kernelH * p.kernelW;
  const int size = p.channels / p.groups;
  const CornerUnits units(p);
  Lanes<A> lanes(scratch, p.groups * taps);
  OutputPixel at(p, first);
  for (std::int64_t pixel = first; pixel < last; ++pixel, at.next(p)) {
    locate<A, false>(p, units, at, 0, p.groups, lanes);
    const S* image = static_cast<const S*>(p.input.data) + at.n * p.input.strideN;
    for (int g = 0, j = 0; g < p.groups; ++g) {
      const S* group = image + static_cast<std::ptrdiff_t>(g) * size;
      S* to = columns + static_cast<std::ptrdiff_t>(g) * size;
      for (int k = 0; k < taps; ++k, ++j, to += p.channels) {
        const S* corners[4];
        A weights[4];
        for (int i = 0; i < 4; ++i) {
          corners[i] = group + (static_cast<std::ptrdiff_t>(lanes.corner[i][j]) << units.shift);
          weights[i] = lanes.weight[i][j];
        }
        blend<S, kCount>(corners, weights, size, to);
      }
    }
    columns += static_cast<std::ptrdiff_t>(taps) * p.channels;
  }
}

template <typename S>
void gather(const DeformProblem& p, std::int64_t first, std::int64_t last, void* columns,
            void* scratch) {
  S* to = static_cast<S*>(columns);
  switch (p.channels / p.groups) {
    case 4:
      return gatherGroups<S, 4>(p, first, last, to, scratch);
    case 8:
      return gatherGroups<S, 8>(p, first, last, to, scratch);
    case 16:
      return gatherGroups<S, 16>(p, first, last, to, scratch);
    case 32:
      return gatherGroups<S, 32>(p, first, last, to, scratch);
    default:
      return gatherGroups<S, 0>(p, first, last, to, scratch);
  }
}

// The inner product of a column's gradient with the channels of one corner.
template <typename A>
REFSCALE_INLINE A dot(const A* a, const A* b, int count) {
  constexpr int kWidth = 16 / static_cast<int>(sizeof(A));
  typename Vector<A, kWidth>::Type sums = {};
  int c = 0;
  for (; c + kWidth <= count; c += kWidth) sums += load<A, kWidth>(a + c) * load<A, kWidth>(b + c);
  A sum = 0;
  for (int i = 0; i < kWidth; ++i) sum += sums[i];
  for (; c < count; ++c) sum += a[c] * b[c];
  return sum;
}

template <typename A>
void offsetGradients(const DeformProblem& p, std::int64_t first, std::int64_t last,
                     const void* gradColumns, void* gradOffset, void* gradMask, void* scratch) {
  const int taps = p.kernelH * p.kernelW;
  const int count = p.groups * taps;
  const int size = p.channels / p.groups;
  const CornerUnits units(p);
  Lanes<A> l(scratch, count);
  const A* gradient = static_cast<const A*>(gradColumns);
  A* toOffset = static_cast<A*>(gradOffset) + 2 * first * count;
  A* toMask = static_cast<A*>(gradMask) + first * count;
  OutputPixel at(p, first);
  for (std::int64_t pixel = first; pixel < last; ++pixel, at.next(p)) {
    locate<A, true>(p, units, at, 0, p.groups, l);
    const A* image = static_cast<const A*>(p.input.data) + at.n * p.input.strideN;
    for (int j = 0; j < count; ++j) {
      const int channel = j / taps * size;
      const A* column = gradient + static_cast<std::ptrdiff_t>(j % taps) * p.channels + channel;
      A s[4]; // how the result changes with each corner's share
      for (int i = 0; i < 4; ++i) {
        const auto corner = static_cast<std::ptrdiff_t>(l.corner[i][j]) << units.shift;
        s[i] = dot(column, image + corner + channel, size);
      }
      const A alongX[2] = {l.weightX[0][j] * s[0] + l.weightX[1][j] * s[1],
                           l.weightX[0][j] * s[2] + l.weightX[1][j] * s[3]};
      const A alongY[2] = {l.weightY[0][j] * s[0] + l.weightY[1][j] * s[2],
                           l.weightY[0][j] * s[1] + l.weightY[1][j] * s[3]};
      toMask[j] = l.weightY[0][j] * alongX[0] + l.weightY[1][j] * alongX[1];
      toOffset[2 * j] = l.mask[j] * (l.slopeY[0][j] * alongX[0] + l.slopeY[1][j] * alongX[1]);
      toOffset[2 * j + 1] = l.mask[j] * (l.slopeX[0][j] * alongY[0] + l.slopeX[1][j] * alongY[1]);
    }
    gradient += static_cast<std::ptrdiff_t>(taps) * p.channels;
    toOffset += 2 * count;
    toMask += count;
  }
}

template <typename A>
void scatter(const DeformProblem& p, std::int64_t first, std::int64_t last, int channelFirst,
             int channelLast, const void* gradColumns, void* gradInput, void* scratch) {
  const int taps = p.kernelH * p.kernelW;
  const int group = channelFirst / (p.channels / p.groups);
  DeformProblem target = p; // corners count in the gradient's own strides
  target.input.strideX = p.channels;
  target.input.strideY = static_cast<std::int64_t>(p.inWidth) * p.channels;
  target.input.strideN = p.inHeight * target.input.strideY;
  const CornerUnits units(target);
  Lanes<A> lanes(scratch, taps);
  const A* column = static_cast<const A*>(gradColumns);
  OutputPixel at(p, first);
  for (std::int64_t pixel = first; pixel < last; ++pixel, at.next(p)) {
    locate<A, false>(target, units, at, group, 1, lanes);
    A* image = static_cast<A*>(gradInput) + at.n * target.input.strideN;
    for (int k = 0; k < taps; ++k, column += p.channels) {
      for (int i = 0; i < 4; ++i) {
        const A weight = lanes.weight[i][k];
        if (weight == 0) continue;
        A* __restrict to = image + (static_cast<std::ptrdiff_t>(lanes.corner[i][k]) << units.shift);
        for (int c = channelFirst; c < channelLast; ++c) to[c] += weight * column[c];
      }
    }
  }
}

} // namespace

const DeformKernels kDeformF32 = {gather<float>, offsetGradients<float>, scatter<float>};
const DeformKernels kDeformBf16 = {gather<std::uint16_t>, nullptr, nullptr};
const DeformKernels kDeformF64 = {gather<double>, offsetGradients<double>, scatter<double>};

} // namespace refscale::ops::REFSCALE_LEVEL
