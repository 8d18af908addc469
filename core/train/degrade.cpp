#include "core/train/degrade.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/media/resample.h"

namespace refscale::train {
namespace {

std::uint8_t toByte(float value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

// --- JPEG's loss
// ----------------------------------------------------------------------------------

constexpr int kBlock = 8;
using Table = std::array<int, kBlock * kBlock>;
// ITU-T T.81, annex K.
constexpr Table kLuma = {16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
                         14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
                         18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
                         49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};
constexpr Table kChroma = {17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99,
                           24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
                           99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
                           99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

using Block = std::array<float, kBlock * kBlock>;

const Block& cosines() { // row k: basis k, orthonormal
  static const Block table = [] {
    Block t{};
    for (int k = 0; k < kBlock; ++k) {
      for (int n = 0; n < kBlock; ++n) {
        const double norm = k == 0 ? std::sqrt(1.0 / kBlock) : std::sqrt(2.0 / kBlock);
        t[k * kBlock + n] = static_cast<float>(
            norm * std::cos(3.14159265358979323846 * (2 * n + 1) * k / (2 * kBlock)));
      }
    }
    return t;
  }();
  return table;
}

Block transformed(const Block& in, bool forward) {
  const Block& c = cosines();
  const auto basis = [&](int k, int n) { return forward ? c[k * kBlock + n] : c[n * kBlock + k]; };
  Block rows{};
  Block out{};
  for (int y = 0; y < kBlock; ++y) {
    for (int k = 0; k < kBlock; ++k) {
      float sum = 0;
      for (int n = 0; n < kBlock; ++n) sum += basis(k, n) * in[y * kBlock + n];
      rows[y * kBlock + k] = sum;
    }
  }
  for (int k = 0; k < kBlock; ++k) {
    for (int x = 0; x < kBlock; ++x) {
      float sum = 0;
      for (int n = 0; n < kBlock; ++n) sum += basis(k, n) * rows[n * kBlock + x];
      out[k * kBlock + x] = sum;
    }
  }
  return out;
}

struct Plane {
  int width, height;
  std::vector<float> values;
  Plane(int w, int h) : width(w), height(h), values(static_cast<std::size_t>(w) * h) {}
  float& at(int x, int y) { return values[static_cast<std::size_t>(y) * width + x]; }
  [[nodiscard]] float clamped(int x, int y) const {
    return values[static_cast<std::size_t>(std::min(y, height - 1)) * width +
                  std::min(x, width - 1)];
  }
};

void quantise(Plane& plane, const Table& table, int quality) {
  const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality; // libjpeg's
  Block steps{};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = static_cast<float>(std::clamp((table[i] * scale + 50) / 100, 1, 255));
  }
  for (int top = 0; top < plane.height; top += kBlock) {
    for (int left = 0; left < plane.width; left += kBlock) {
      Block block{};
      for (int y = 0; y < kBlock; ++y) {
        for (int x = 0; x < kBlock; ++x) {
          block[y * kBlock + x] = plane.clamped(left + x, top + y) - 128;
        }
      }
      block = transformed(block, true);
      for (std::size_t i = 0; i < block.size(); ++i) {
        block[i] = std::round(block[i] / steps[i]) * steps[i];
      }
      block = transformed(block, false);
      for (int y = 0; y < std::min(kBlock, plane.height - top); ++y) {
        for (int x = 0; x < std::min(kBlock, plane.width - left); ++x) {
          plane.at(left + x, top + y) = std::clamp(block[y * kBlock + x] + 128, 0.0F, 255.0F);
        }
      }
    }
  }
}

Plane halved(const Plane& plane) {
  Plane half((plane.width + 1) / 2, (plane.height + 1) / 2);
  for (int y = 0; y < half.height; ++y) {
    for (int x = 0; x < half.width; ++x) {
      half.at(x, y) = (plane.clamped(2 * x, 2 * y) + plane.clamped(2 * x + 1, 2 * y) +
                       plane.clamped(2 * x, 2 * y + 1) + plane.clamped(2 * x + 1, 2 * y + 1)) /
                      4;
    }
  }
  return half;
}

// --- other kernels
// --------------------------------------------------------------------------------

// Mean of each 4x4 block: what a sensor does.
media::Picture boxReduced(const media::Picture& truth) {
  media::Picture out(truth.width() / 4, truth.height() / 4, 3, media::Sample::U8);
  for (int y = 0; y < out.height(); ++y) {
    auto* row = out.row<std::uint8_t>(y);
    for (int i = 0; i < 3 * out.width(); ++i) {
      int sum = 0;
      for (int dy = 0; dy < 4; ++dy) {
        const auto* from = truth.row<std::uint8_t>(4 * y + dy) + 12 * (i / 3) + i % 3;
        for (int dx = 0; dx < 4; ++dx) sum += from[3 * dx];
      }
      row[i] = static_cast<std::uint8_t>((sum + 8) / 16);
    }
  }
  return out;
}

} // namespace

void blur(media::Picture& picture, double sigma) {
  if (sigma < 0.1) return;
  const int radius = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
  std::vector<float> kernel(2 * static_cast<std::size_t>(radius) + 1);
  float sum = 0;
  for (int i = -radius; i <= radius; ++i) {
    kernel[i + radius] = static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma)));
    sum += kernel[i + radius];
  }
  for (float& k : kernel) k /= sum;
  const int w = picture.width();
  const int h = picture.height();
  std::vector<float> across(static_cast<std::size_t>(w) * h * 3);
  for (int y = 0; y < h; ++y) {
    const auto* row = picture.row<std::uint8_t>(y);
    for (int i = 0; i < 3 * w; ++i) {
      float value = 0;
      for (int k = -radius; k <= radius; ++k) {
        value += kernel[k + radius] * row[3 * std::clamp(i / 3 + k, 0, w - 1) + i % 3];
      }
      across[static_cast<std::size_t>(y) * 3 * w + i] = value;
    }
  }
  for (int y = 0; y < h; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int i = 0; i < 3 * w; ++i) {
      float value = 0;
      for (int k = -radius; k <= radius; ++k) {
        value += kernel[k + radius] *
                 across[static_cast<std::size_t>(std::clamp(y + k, 0, h - 1)) * 3 * w + i];
      }
      row[i] = toByte(value);
    }
  }
}

void addNoise(media::Picture& picture, double deviation, Random& random) {
  if (deviation <= 0) return;
  constexpr double kShared = 1.0 / 3;
  for (int y = 0; y < picture.height(); ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < picture.width(); ++x) {
      const double grey = std::sqrt(kShared) * random.normal();
      for (int c = 0; c < 3; ++c) {
        const double own = std::sqrt(1 - kShared) * random.normal();
        row[3 * x + c] =
            toByte(static_cast<float>(row[3 * x + c] + 255 * deviation * (grey + own)));
      }
    }
  }
}

void compressAsJpeg(media::Picture& picture, int quality) {
  quality = std::clamp(quality, 1, 100);
  const int w = picture.width();
  const int h = picture.height();
  Plane luma(w, h);
  Plane blue(w, h);
  Plane red(w, h);
  for (int y = 0; y < h; ++y) {
    const auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < w; ++x) {
      const float r = row[3 * x];
      const float g = row[3 * x + 1];
      const float b = row[3 * x + 2];
      luma.at(x, y) = 0.299F * r + 0.587F * g + 0.114F * b;
      blue.at(x, y) = 128 - 0.168736F * r - 0.331264F * g + 0.5F * b;
      red.at(x, y) = 128 + 0.5F * r - 0.418688F * g - 0.081312F * b;
    }
  }
  Plane blueHalf = halved(blue);
  Plane redHalf = halved(red);
  quantise(luma, kLuma, quality);
  quantise(blueHalf, kChroma, quality);
  quantise(redHalf, kChroma, quality);
  for (int y = 0; y < h; ++y) {
    auto* row = picture.row<std::uint8_t>(y);
    for (int x = 0; x < w; ++x) {
      const float b = blueHalf.at(x / 2, y / 2) - 128;
      const float r = redHalf.at(x / 2, y / 2) - 128;
      const float l = luma.at(x, y);
      row[3 * x] = toByte(l + 1.402F * r);
      row[3 * x + 1] = toByte(l - 0.344136F * b - 0.714136F * r);
      row[3 * x + 2] = toByte(l + 1.772F * b);
    }
  }
}

media::Picture reduced(const media::Picture& truth, Degradation degradation,
                       const RealisticOptions& options, Random& random) {
  const int width = truth.width() / 4;
  const int height = truth.height() / 4;
  if (degradation == Degradation::Bicubic) return media::resizeBicubicU8(truth, width, height);
  media::Picture soft = truth;
  blur(soft, random.uniform(options.blurLow, options.blurHigh));
  media::Picture small =
      random.chance(0.5) ? media::resizeBicubicU8(soft, width, height) : boxReduced(soft);
  if (random.chance(options.noiseShare)) {
    addNoise(small, options.noise * random.uniform(), random);
  }
  if (random.chance(options.jpegShare)) {
    compressAsJpeg(small, static_cast<int>(random.uniform(options.jpegLow, options.jpegHigh + 1)));
  }
  return small;
}

} // namespace refscale::train
