#include <bit>
#include <cstring>

#include "core/media/codec.h"

// Windows bitmaps, uncompressed: palettes of 1, 4 and 8 bits, 24 bits, and 16 and 32 bits with
// masks. There is no library for them worth its dependency.
namespace refscale::media {
namespace {

// A colour channel inside a 16 or 32-bit pixel.
struct Mask {
  std::uint32_t bits = 0;

  [[nodiscard]] std::uint8_t of(std::uint32_t pixel) const {
    if (bits == 0) return 0;
    const int shift = std::countr_zero(bits);
    const std::uint64_t most = bits >> shift;
    return static_cast<std::uint8_t>(((pixel & bits) >> shift) * std::uint64_t{255} / most);
  }
};

struct Header {
  std::uint32_t pixelOffset = 0;
  std::uint32_t size = 0; // of the second header
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  bool topDown = false;
  int bits = 0;
  std::uint32_t compression = 0;
  std::uint32_t colours = 0;
  Mask masks[4]; // red, green, blue, alpha
};

class Reader {
 public:
  explicit Reader(const Source& source) : source_(source) {}
  Decoded read(Wanted wanted);

 private:
  template <typename T>
  [[nodiscard]] T value(std::size_t at) const {
    if (at > source_.bytes.size() || source_.bytes.size() - at < sizeof(T)) {
      throwBroken(source_, "the file ends too early");
    }
    T result{};
    std::memcpy(&result, source_.bytes.data() + at, sizeof(T)); // little endian, like the host
    return result;
  }
  void readHeader();
  void readMasks();
  void readRow(std::size_t at, std::uint8_t* target) const;
  void readPaletteRow(std::size_t at, std::uint8_t* target) const;

  const Source& source_;
  Header header_;
};

static_assert(std::endian::native == std::endian::little);

void Reader::readHeader() {
  header_.pixelOffset = value<std::uint32_t>(10);
  header_.size = value<std::uint32_t>(14);
  if (header_.size == 12) { // OS/2
    header_.width = value<std::uint16_t>(18);
    header_.height = value<std::uint16_t>(20);
    header_.bits = value<std::uint16_t>(24);
  } else if (header_.size >= 40) {
    const auto height = static_cast<std::int64_t>(value<std::int32_t>(22));
    header_.width = value<std::uint32_t>(18);
    header_.height = static_cast<std::uint32_t>(height < 0 ? -height : height);
    header_.topDown = height < 0;
    header_.bits = value<std::uint16_t>(28);
    header_.compression = value<std::uint32_t>(30);
    header_.colours = value<std::uint32_t>(46);
  } else {
    throwUnsupported(source_, "BMP (header of " + std::to_string(header_.size) + " bytes)");
  }
  checkSize(source_, header_.width, header_.height);
  readMasks();
}

void Reader::readMasks() {
  constexpr std::uint32_t kPlain = 0;
  constexpr std::uint32_t kMasks = 3;
  constexpr std::uint32_t kMasksWithAlpha = 6;
  const int bits = header_.bits;
  const bool masked = (bits == 16 || bits == 32) &&
                      (header_.compression == kMasks || header_.compression == kMasksWithAlpha);
  const bool known = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
  if (!known || (header_.compression != kPlain && !masked)) {
    throwUnsupported(source_, "BMP (" + std::to_string(bits) + " bits, compression " +
                                  std::to_string(header_.compression) + ")");
  }
  if (masked) {
    for (int i = 0; i < 3; ++i) header_.masks[i].bits = value<std::uint32_t>(54 + 4 * i);
    const bool alpha = header_.size >= 56 || header_.compression == kMasksWithAlpha;
    if (alpha) header_.masks[3].bits = value<std::uint32_t>(66);
  } else if (bits == 16) {
    header_.masks[0].bits = 0x7C00;
    header_.masks[1].bits = 0x03E0;
    header_.masks[2].bits = 0x001F;
  } else if (bits == 32) { // the fourth byte has no meaning
    header_.masks[0].bits = 0x00FF0000;
    header_.masks[1].bits = 0x0000FF00;
    header_.masks[2].bits = 0x000000FF;
  }
}

void Reader::readPaletteRow(std::size_t at, std::uint8_t* target) const {
  const std::size_t entry = header_.size == 12 ? 3 : 4;
  const std::size_t palette = 14 + std::size_t{header_.size};
  const std::uint32_t most = 1U << header_.bits;
  const std::uint32_t colours =
      header_.colours == 0 || header_.colours > most ? most : header_.colours;
  const int perByte = 8 / header_.bits;
  for (std::uint32_t x = 0; x < header_.width; ++x, target += 3) {
    const auto packed = value<std::uint8_t>(at + x / perByte);
    const int shift = 8 - header_.bits * static_cast<int>(x % perByte + 1);
    const std::uint32_t index = (packed >> shift) & (most - 1);
    if (index >= colours) throwBroken(source_, "a pixel points outside the palette");
    for (int c = 0; c < 3; ++c) target[c] = value<std::uint8_t>(palette + entry * index + 2 - c);
  }
}

void Reader::readRow(std::size_t at, std::uint8_t* target) const {
  if (header_.bits <= 8) return readPaletteRow(at, target);
  const int channels = header_.masks[3].bits != 0 ? 4 : 3;
  for (std::uint32_t x = 0; x < header_.width; ++x, target += channels) {
    if (header_.bits == 24) {
      for (int c = 0; c < 3; ++c) target[c] = value<std::uint8_t>(at + std::size_t{x} * 3 + 2 - c);
      continue;
    }
    const std::uint32_t pixel = header_.bits == 16 ? value<std::uint16_t>(at + std::size_t{x} * 2)
                                                   : value<std::uint32_t>(at + std::size_t{x} * 4);
    for (int c = 0; c < channels; ++c) target[c] = header_.masks[c].of(pixel);
  }
}

Decoded Reader::read(Wanted wanted) {
  readHeader();
  Decoded decoded;
  decoded.info = {.format = "BMP",
                  .width = static_cast<int>(header_.width),
                  .height = static_cast<int>(header_.height),
                  .channels = header_.masks[3].bits != 0 ? 4 : 3,
                  .sample = Sample::U8};
  if (wanted == Wanted::Header) return decoded;
  const std::uint64_t stride = (std::uint64_t{header_.width} * header_.bits + 31) / 32 * 4;
  const std::uint64_t size = source_.bytes.size();
  // The last row may lack its padding.
  const std::uint64_t lastRow = (std::uint64_t{header_.width} * header_.bits + 7) / 8;
  if (header_.pixelOffset > size ||
      size - header_.pixelOffset < stride * (header_.height - 1) + lastRow) {
    throwBroken(source_, "the file ends too early");
  }
  decoded.picture =
      Picture(decoded.info.width, decoded.info.height, decoded.info.channels, Sample::U8);
  for (int y = 0; y < decoded.info.height; ++y) {
    const int stored = header_.topDown ? y : decoded.info.height - 1 - y;
    readRow(header_.pixelOffset + stride * stored, decoded.picture.row<std::uint8_t>(y));
  }
  if (header_.bits <= 8) {
    decoded.picture.notes.emplace_back("palette expanded to RGB");
  } else if (header_.bits == 16) {
    decoded.picture.notes.emplace_back("16 bits a pixel expanded to 8 bits a channel");
  }
  return decoded;
}

} // namespace

Decoded decodeBmp(const Source& source, Wanted wanted) {
  return Reader(source).read(wanted);
}

} // namespace refscale::media
