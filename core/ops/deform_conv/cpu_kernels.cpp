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
  A* mask; // 0 where the position is outside or no number
  A* weightY[2];
  A* weightX[2];
  A* slopeY[2]; // derivative of weightY: -1, 1 or 0
  A* slopeX[2];
  A* weight[4];            // of the corners, mask applied
  std::int32_t* corner[4]; // in units of 1 << shift elements

  Lanes(void* scratch, int count) {
    const int padded = (count + 15) / 16 * 16;
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
  for (int i = 0, k = 0; i < p.kernelH; ++i) {
    for (int j = 0; j < p.kernelW; ++j, ++k) {
      lanes.tapY[k] = static_cast<A>(at.y + i - p.kernelH / 2);
      lanes.tapX[k] = static_cast<A>(at.x + j - p.kernelW / 2);
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

// The position, or -1, where all weights are 0, when it is outside or NaN: what is converted to an
// integer always fits one. Written as selections, which become vector code.
template <typename A>
REFSCALE_INLINE A insideOr(A position, A size) {
  const A low = position > -1 ? position : A(-1);
  return low < size ? low : A(-1);
}

// One direction of a bilinear sample: the two neighbours, clamped into the map, and their weights,
// zero outside.
template <typename A>
struct Axis {
  std::int32_t low, high;
  A weightLow, weightHigh, slopeLow, slopeHigh;
  Axis(A position, std::int32_t size) {
    std::int32_t floor = static_cast<std::int32_t>(position);
    floor -= static_cast<std::int32_t>(static_cast<A>(floor) > position);
    const A fraction = position - static_cast<A>(floor);
    const bool lowInside = floor >= 0;
    const bool highInside = floor + 1 < size;
    const A rest = 1 - fraction;
    weightLow = lowInside ? rest : A(0);
    weightHigh = highInside ? fraction : A(0);
    slopeLow = lowInside ? A(-1) : A(0);
    slopeHigh = highInside ? A(1) : A(0);
    low = lowInside ? floor : 0;
    const std::int32_t next = floor + 1;
    high = highInside ? next : size - 1;
  }
};

// Fills weights and corners for the groups [groupFirst, groupFirst + groups) of one pixel.
template <typename A, bool kWithSlopes>
void locate(const DeformProblem& p, const CornerUnits& units, const OutputPixel& at, int groupFirst,
            int groups, Lanes<A>& lanes) {
  const int taps = p.kernelH * p.kernelW;
  const int count = groups * taps;
  placeTaps(p, at, groups, lanes);
  const A* __restrict offset =
      channelsAt(p.offset, place(p.offset, at) + 2 * groupFirst * taps, 2 * count, lanes.rawOffset);
  const A* __restrict mask =
      channelsAt(p.mask, place(p.mask, at) + groupFirst * taps, count, lanes.rawMask);
  const A height = static_cast<A>(p.inHeight);
  const A width = static_cast<A>(p.inWidth);
  const Lanes<A> l = lanes;
#pragma GCC ivdep
  for (int j = 0; j < count; ++j) {
    const A y = insideOr(offset[2 * j] + l.tapY[j], height);
    const A x = insideOr(offset[2 * j + 1] + l.tapX[j], width);
    const A given = mask[j]; // read always: a conditional load would keep the loop from vectors
    const A givenIfY = y > -1 ? given : A(0);
    const A m = x > -1 ? givenIfY : A(0);
    const Axis<A> ay(y, p.inHeight);
    const Axis<A> ax(x, p.inWidth);
    l.weight[0][j] = m * ay.weightLow * ax.weightLow;
    l.weight[1][j] = m * ay.weightLow * ax.weightHigh;
    l.weight[2][j] = m * ay.weightHigh * ax.weightLow;
    l.weight[3][j] = m * ay.weightHigh * ax.weightHigh;
    l.corner[0][j] = ay.low * units.strideY + ax.low * units.strideX;
    l.corner[1][j] = ay.low * units.strideY + ax.high * units.strideX;
    l.corner[2][j] = ay.high * units.strideY + ax.low * units.strideX;
    l.corner[3][j] = ay.high * units.strideY + ax.high * units.strideX;
    if constexpr (kWithSlopes) {
      l.mask[j] = m;
      l.weightY[0][j] = ay.weightLow;
      l.weightY[1][j] = ay.weightHigh;
      l.weightX[0][j] = ax.weightLow;
      l.weightX[1][j] = ax.weightHigh;
      l.slopeY[0][j] = ay.slopeLow;
      l.slopeY[1][j] = ay.slopeHigh;
      l.slopeX[0][j] = ax.slopeLow;
      l.slopeX[1][j] = ax.slopeHigh;
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
