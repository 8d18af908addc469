// A picture in memory as the whole program passes it around: upright, with its colour profile and
// metadata beside the pixels. Knows nothing of files; see read.h, write.h and color.h for those.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace refscale::media {

enum class Sample : std::uint8_t { U8, U16, F32 };
[[nodiscard]] constexpr std::size_t sampleBytes(Sample s) noexcept {
  return s == Sample::U8 ? 1 : s == Sample::U16 ? 2 : 4;
}

// Channel orders: 1 grey; 2 grey, alpha; 3 RGB; 4 RGB, alpha. Alpha is straight, never
// premultiplied. Integers span their whole range (0..255, 0..65535); floats 0..1.
class Picture {
 public:
  Picture() = default;
  // Zero-filled. Throws BadInput unless 1 <= channels <= 4 and both sides are positive, OutOfMemory
  // when there is not enough of it.
  Picture(int width, int height, int channels, Sample sample);

  [[nodiscard]] int width() const noexcept { return width_; }
  [[nodiscard]] int height() const noexcept { return height_; }
  [[nodiscard]] int channels() const noexcept { return channels_; }
  [[nodiscard]] Sample sample() const noexcept { return sample_; }
  [[nodiscard]] bool empty() const noexcept { return data_.empty(); }
  [[nodiscard]] bool hasAlpha() const noexcept { return channels_ == 2 || channels_ == 4; }
  [[nodiscard]] bool isGrey() const noexcept { return channels_ <= 2; }
  [[nodiscard]] std::size_t stride() const noexcept; // bytes of a row

  template <typename T>
  [[nodiscard]] T* row(int y) noexcept {
    return reinterpret_cast<T*>(data_.data() + stride() * static_cast<std::size_t>(y));
  }
  template <typename T>
  [[nodiscard]] const T* row(int y) const noexcept {
    return reinterpret_cast<const T*>(data_.data() + stride() * static_cast<std::size_t>(y));
  }
  [[nodiscard]] std::span<std::byte> bytes() noexcept { return data_; }
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return data_; }

  // --- what travels beside the pixels -----------------------------------------------------------
  std::vector<std::byte> iccProfile; // empty: sRGB
  std::vector<std::byte> exif;       // as Exiv2 encodes it, orientation already 1; may be empty
  std::string xmp;                   // the packet as XML; may be empty
  std::string fileHash;              // SHA-256 of the file it came from; empty for made pictures
  std::vector<std::string> notes;    // stated conversions: "CMYK converted to sRGB", ...

 private:
  int width_ = 0;
  int height_ = 0;
  int channels_ = 0;
  Sample sample_ = Sample::U8;
  std::vector<std::byte> data_;
};

// Profile, metadata, hash and notes of one picture for another that was made from it.
void copyAttributes(const Picture& from, Picture& to);

// Same picture in another sample type, rounding to nearest, clamping floats to 0..1 (NaN becomes
// 0).
[[nodiscard]] Picture converted(const Picture& picture, Sample sample);

// Colour channels only (grey or RGB), and the alpha channel only (as a grey picture).
[[nodiscard]] Picture withoutAlpha(const Picture& picture);
[[nodiscard]] Picture alphaOf(const Picture& picture); // throws Internal when there is none
[[nodiscard]] Picture withAlpha(const Picture& colour,
                                const Picture& alpha); // same size and sample
// Alpha, where there is one, stays; a profile is dropped, as it fits the old channels only (convert
// by color.h first). Throw Internal for a picture that is not grey, or not RGB.
[[nodiscard]] Picture greyToRgb(const Picture& grey);
[[nodiscard]] Picture rgbToGrey(const Picture& rgb); // BT.709 luma of the encoded values
// By quarters of a turn, clockwise; negative the other way.
[[nodiscard]] Picture turned(const Picture& picture, int quarters);
// Throws BadInput when the rectangle is empty or reaches outside the picture.
[[nodiscard]] Picture cropped(const Picture& picture, int x, int y, int width, int height);

} // namespace refscale::media
