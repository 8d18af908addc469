#include "core/media/picture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <type_traits>

#include "core/base/said_error.h"

namespace refscale::media {
namespace {

std::string sizeText(int width, int height) {
  return std::to_string(width) + " x " + std::to_string(height);
}

template <typename To, typename From>
To convertSample(From value) {
  if constexpr (std::is_same_v<To, From>) {
    return value;
  } else if constexpr (std::is_same_v<From, float>) {
    constexpr float kMax = std::numeric_limits<To>::max();
    // Written so that NaN fails the comparison and becomes 0.
    const float clamped = value > 0.0F ? std::min(value, 1.0F) : 0.0F;
    const float halfUp = clamped * kMax + 0.5F; // std::lround is slow
    return static_cast<To>(halfUp);
  } else if constexpr (std::is_same_v<To, float>) {
    return static_cast<float>(value) / static_cast<float>(std::numeric_limits<From>::max());
  } else if constexpr (std::is_same_v<To, std::uint16_t>) {
    return static_cast<To>(value * 257);
  } else {
    return static_cast<To>((value + 128) / 257);
  }
}

template <typename To, typename From>
void convertRows(const Picture& from, Picture& to) {
  const auto samples = static_cast<std::size_t>(from.width()) * from.channels();
  for (int y = 0; y < from.height(); ++y) {
    std::transform(from.row<From>(y), from.row<From>(y) + samples, to.row<To>(y),
                   convertSample<To, From>);
  }
}

template <typename From>
void convertFrom(const Picture& from, Picture& to) {
  switch (to.sample()) {
    case Sample::U8:
      return convertRows<std::uint8_t, From>(from, to);
    case Sample::U16:
      return convertRows<std::uint16_t, From>(from, to);
    case Sample::F32:
      return convertRows<float, From>(from, to);
  }
}

// Copies `count` channels of each pixel, from channel `first` of one picture to channel `target` of
// the other; both have the same size and sample.
void copyChannels(const Picture& from, int first, int count, Picture& to, int target) {
  const std::size_t bytes = sampleBytes(from.sample());
  const std::size_t fromStep = bytes * from.channels();
  const std::size_t toStep = bytes * to.channels();
  for (int y = 0; y < from.height(); ++y) {
    const std::byte* source = from.row<std::byte>(y) + bytes * first;
    std::byte* destination = to.row<std::byte>(y) + bytes * target;
    for (int x = 0; x < from.width(); ++x, source += fromStep, destination += toStep) {
      std::memcpy(destination, source, bytes * count);
    }
  }
}

template <typename T>
void lumaRows(const Picture& rgb, Picture& grey) {
  for (int y = 0; y < rgb.height(); ++y) {
    const T* source = rgb.row<T>(y);
    T* destination = grey.row<T>(y);
    for (int x = 0; x < rgb.width(); ++x, source += rgb.channels()) {
      const double luma = 0.2126 * source[0] + 0.7152 * source[1] + 0.0722 * source[2];
      const double rounding = std::is_integral_v<T> ? 0.5 : 0.0;
      destination[static_cast<std::size_t>(x) * grey.channels()] = static_cast<T>(luma + rounding);
    }
  }
}

void require(bool condition, const char* what) {
  if (!condition) throw Error(Kind::Internal, what);
}

} // namespace

Picture::Picture(int width, int height, int channels, Sample sample)
    : width_(width), height_(height), channels_(channels), sample_(sample) {
  if (width <= 0 || height <= 0) {
    throw Error(Kind::BadInput, "A picture of " + sizeText(width, height) +
                                    " pixels has no content; both sides must be at least 1.");
  }
  if (channels < 1 || channels > 4) {
    throw Error(Kind::BadInput, "A picture has 1 to 4 channels, not " + std::to_string(channels) +
                                    "; convert it to grey or RGB.");
  }
  try {
    // Two ints and 16 bytes a pixel can exceed 64 bits.
    if (static_cast<std::size_t>(height) > data_.max_size() / stride()) throw std::bad_alloc();
    data_.resize(stride() * static_cast<std::size_t>(height));
  } catch (const std::bad_alloc& failure) {
    throw SaidError(Kind::OutOfMemory,
                    REFSCALE_SENTENCE("Errors",
                                      "There is not enough memory for a picture of %1 pixels; "
                                      "close other programs or use a smaller picture."),
                    {sizeText(width, height)}, failure.what());
  }
}

std::size_t Picture::stride() const noexcept {
  return static_cast<std::size_t>(width_) * static_cast<std::size_t>(channels_) *
         sampleBytes(sample_);
}

void copyAttributes(const Picture& from, Picture& to) {
  to.iccProfile = from.iccProfile;
  to.exif = from.exif;
  to.xmp = from.xmp;
  to.fileHash = from.fileHash;
  to.notes = from.notes;
}

Picture converted(const Picture& picture, Sample sample) {
  if (picture.sample() == sample) return picture;
  Picture result(picture.width(), picture.height(), picture.channels(), sample);
  copyAttributes(picture, result);
  switch (picture.sample()) {
    case Sample::U8:
      convertFrom<std::uint8_t>(picture, result);
      break;
    case Sample::U16:
      convertFrom<std::uint16_t>(picture, result);
      break;
    case Sample::F32:
      convertFrom<float>(picture, result);
      break;
  }
  return result;
}

Picture withoutAlpha(const Picture& picture) {
  if (!picture.hasAlpha()) return picture;
  Picture result(picture.width(), picture.height(), picture.channels() - 1, picture.sample());
  copyAttributes(picture, result);
  copyChannels(picture, 0, result.channels(), result, 0);
  return result;
}

Picture alphaOf(const Picture& picture) {
  require(picture.hasAlpha(), "alphaOf needs a picture with an alpha channel.");
  Picture result(picture.width(), picture.height(), 1, picture.sample());
  copyChannels(picture, picture.channels() - 1, 1, result, 0);
  return result;
}

Picture withAlpha(const Picture& colour, const Picture& alpha) {
  require(!colour.hasAlpha() && alpha.channels() == 1 && colour.sample() == alpha.sample() &&
              colour.width() == alpha.width() && colour.height() == alpha.height(),
          "withAlpha needs a colour and a one-channel alpha picture of the same size and sample.");
  Picture result(colour.width(), colour.height(), colour.channels() + 1, colour.sample());
  copyAttributes(colour, result);
  copyChannels(colour, 0, colour.channels(), result, 0);
  copyChannels(alpha, 0, 1, result, colour.channels());
  return result;
}

Picture greyToRgb(const Picture& grey) {
  require(!grey.empty() && grey.isGrey(), "greyToRgb needs a grey picture.");
  Picture result(grey.width(), grey.height(), grey.channels() + 2, grey.sample());
  copyAttributes(grey, result);
  result.iccProfile.clear();
  for (int channel = 0; channel < 3; ++channel) copyChannels(grey, 0, 1, result, channel);
  if (grey.hasAlpha()) copyChannels(grey, 1, 1, result, 3);
  return result;
}

Picture rgbToGrey(const Picture& rgb) {
  require(!rgb.empty() && !rgb.isGrey(), "rgbToGrey needs an RGB picture.");
  Picture result(rgb.width(), rgb.height(), rgb.channels() - 2, rgb.sample());
  copyAttributes(rgb, result);
  result.iccProfile.clear();
  switch (rgb.sample()) {
    case Sample::U8:
      lumaRows<std::uint8_t>(rgb, result);
      break;
    case Sample::U16:
      lumaRows<std::uint16_t>(rgb, result);
      break;
    case Sample::F32:
      lumaRows<float>(rgb, result);
      break;
  }
  if (rgb.hasAlpha()) copyChannels(rgb, 3, 1, result, 1);
  return result;
}

Picture cropped(const Picture& picture, int x, int y, int width, int height) {
  // The comparisons are written so that no sum can overflow.
  if (x < 0 || y < 0 || width <= 0 || height <= 0 || x > picture.width() - width ||
      y > picture.height() - height) {
    throw Error(Kind::BadInput, "A cut of " + sizeText(width, height) + " at " + std::to_string(x) +
                                    ", " + std::to_string(y) +
                                    " does not lie inside the picture of " +
                                    sizeText(picture.width(), picture.height()) + " pixels.");
  }
  Picture result(width, height, picture.channels(), picture.sample());
  copyAttributes(picture, result);
  const std::size_t pixel = sampleBytes(picture.sample()) * picture.channels();
  for (int row = 0; row < height; ++row) {
    std::memcpy(result.row<std::byte>(row), picture.row<std::byte>(y + row) + pixel * x,
                result.stride());
  }
  return result;
}

} // namespace refscale::media
