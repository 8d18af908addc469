#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/media/codec.h"
#include "core/media/tiff_stream.h"

namespace refscale::media {
namespace {

struct Layout {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  std::uint16_t bits = 1;
  std::uint16_t samples = 1;
  std::uint16_t format = SAMPLEFORMAT_UINT;
  std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
  std::uint16_t planar = PLANARCONFIG_CONTIG;
  std::uint16_t compression = COMPRESSION_NONE;
  int colours = 1; // samples that are colour or ink; a palette index counts as one
  std::uint16_t alphaKind = EXTRASAMPLE_UNSPECIFIED;
  bool hasAlpha = false;

  // What the picture has after palettes are expanded; inks are still four.
  [[nodiscard]] int channels() const {
    return (photometric == PHOTOMETRIC_PALETTE ? 3 : colours) + (hasAlpha ? 1 : 0);
  }
  [[nodiscard]] Sample sample() const {
    return bits == 32 ? Sample::F32 : bits == 16 ? Sample::U16 : Sample::U8;
  }
};

class Reader {
 public:
  explicit Reader(const Source& source)
      : source_(source), stream_{.input = source.bytes}, tiff_(openTiff(stream_, "rm")) {
    if (tiff_ == nullptr) throwBroken(source_, stream_.error);
  }

  Decoded read(Wanted wanted);

 private:
  template <typename T>
  [[nodiscard]] T tag(std::uint32_t name, T otherwise) const {
    T value{};
    return TIFFGetFieldDefaulted(tiff_.get(), name, &value) != 0 ? value : otherwise;
  }
  void readLayout();
  void readAlpha();
  void checkLayout() const;
  void readPixels(Picture& picture);
  void toRange(Picture& picture);
  void readStrips(Picture& picture);
  void readTiles(Picture& picture);
  void place(const std::byte* source, int plane, int y, int x, int count, Picture& picture) const;
  void placePalette(const std::byte* source, int y, int x, int count, Picture& picture) const;
  [[nodiscard]] std::vector<std::byte> buffer(tmsize_t size) const;
  void readPackets(Decoded& decoded) const;
  [[nodiscard]] bool hasExif() const;
  void addNotes(Picture& picture);

  const Source& source_;
  TiffStream stream_;
  TiffHandle tiff_;
  Layout layout_;
  const std::uint16_t* palette_[3] = {};
  int paletteShift_ = 8;
  bool clipped_ = false; // visibly
};

void Reader::readLayout() {
  layout_.width = tag<std::uint32_t>(TIFFTAG_IMAGEWIDTH, 0);
  layout_.height = tag<std::uint32_t>(TIFFTAG_IMAGELENGTH, 0);
  layout_.bits = tag<std::uint16_t>(TIFFTAG_BITSPERSAMPLE, 1);
  layout_.samples = tag<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL, 1);
  layout_.format = tag<std::uint16_t>(TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT);
  layout_.planar = tag<std::uint16_t>(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  layout_.compression = tag<std::uint16_t>(TIFFTAG_COMPRESSION, COMPRESSION_NONE);
  layout_.photometric = tag<std::uint16_t>(
      TIFFTAG_PHOTOMETRIC, layout_.samples >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
  checkSize(source_, layout_.width, layout_.height);
  if (layout_.photometric == PHOTOMETRIC_YCBCR && layout_.compression == COMPRESSION_JPEG) {
    TIFFSetField(tiff_.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    layout_.photometric = PHOTOMETRIC_RGB;
  }
  layout_.colours = layout_.photometric == PHOTOMETRIC_RGB         ? 3
                    : layout_.photometric == PHOTOMETRIC_SEPARATED ? 4
                                                                   : 1;
  readAlpha();
  checkLayout();
}

void Reader::readAlpha() {
  std::uint16_t count = 0;
  const std::uint16_t* kinds = nullptr;
  TIFFGetFieldDefaulted(tiff_.get(), TIFFTAG_EXTRASAMPLES, &count, &kinds);
  if (layout_.samples <= layout_.colours || count == 0 || layout_.colours == 4) return;
  layout_.alphaKind = kinds[0];
  layout_.hasAlpha = kinds[0] != EXTRASAMPLE_UNSPECIFIED;
}

void Reader::checkLayout() const {
  const bool small = layout_.bits == 1 || layout_.bits == 2 || layout_.bits == 4;
  const bool integer = layout_.format == SAMPLEFORMAT_UINT || layout_.format == SAMPLEFORMAT_VOID;
  const bool grey = layout_.photometric == PHOTOMETRIC_MINISBLACK ||
                    layout_.photometric == PHOTOMETRIC_MINISWHITE;
  const bool palette = layout_.photometric == PHOTOMETRIC_PALETTE;
  const bool inks = layout_.photometric == PHOTOMETRIC_SEPARATED;
  if (tag<std::uint8_t*>(TIFFTAG_DNGVERSION, nullptr) != nullptr) {
    throwUnsupported(source_, "camera raw file (DNG)");
  }
  if (layout_.compression == COMPRESSION_OJPEG) {
    throwUnsupported(source_, "TIFF (old-style JPEG compression)");
  }
  if (!grey && !palette && !inks && layout_.photometric != PHOTOMETRIC_RGB) {
    throwUnsupported(
        source_, "TIFF (photometric interpretation " + std::to_string(layout_.photometric) + ")");
  }
  const bool depthFits =
      (layout_.bits == 8 && integer) || (layout_.bits == 16 && integer && !palette) ||
      (layout_.bits == 32 && layout_.format == SAMPLEFORMAT_IEEEFP && !palette && !inks) ||
      (small && integer && layout_.samples == 1 && (grey || palette));
  if (!depthFits) {
    throwUnsupported(source_, "TIFF (" + std::to_string(layout_.bits) + " bits, sample format " +
                                  std::to_string(layout_.format) + ")");
  }
  if (layout_.samples < layout_.colours) {
    throwBroken(source_, "too few samples a pixel for its kind of colour");
  }
  constexpr int kMostSamples = 64;
  if (layout_.samples > kMostSamples) {
    throwUnsupported(source_, "TIFF (" + std::to_string(layout_.samples) + " samples a pixel)");
  }
  if (TIFFIsCODECConfigured(layout_.compression) == 0) {
    throwUnsupported(source_, "TIFF (compression " + std::to_string(layout_.compression) + ")");
  }
}

std::vector<std::byte> Reader::buffer(tmsize_t size) const {
  // A row or tile of an honest file is not larger than the largest picture.
  const std::uint64_t limit = (source_.pixelLimit + 4096) * 16;
  if (size <= 0 || static_cast<std::uint64_t>(size) > limit) {
    throwBroken(source_, "its rows or tiles have an impossible size");
  }
  return std::vector<std::byte>(static_cast<std::size_t>(size));
}

// Unpacks indices or grey values of 1, 2, 4 or 8 bits.
std::uint8_t packedValue(const std::byte* row, int index, int bits) {
  const int perByte = 8 / bits;
  const int value = static_cast<int>(row[index / perByte]);
  return static_cast<std::uint8_t>((value >> (8 - bits * (index % perByte + 1))) &
                                   ((1 << bits) - 1));
}

void Reader::placePalette(const std::byte* source, int y, int x, int count,
                          Picture& picture) const {
  std::uint8_t* target =
      picture.row<std::uint8_t>(y) + static_cast<std::size_t>(x) * picture.channels();
  for (int i = 0; i < count; ++i, target += picture.channels()) {
    const int stored = layout_.planar == PLANARCONFIG_SEPARATE ? i : i * layout_.samples;
    const int index = packedValue(source, stored, layout_.bits);
    for (int c = 0; c < 3; ++c) {
      target[c] = static_cast<std::uint8_t>(palette_[c][index] >> paletteShift_);
    }
    if (layout_.hasAlpha && layout_.planar == PLANARCONFIG_CONTIG) {
      target[3] = static_cast<std::uint8_t>(source[stored + 1]);
    }
  }
}

// Puts `count` stored pixels of one row to (x, y). With planes apart `plane` says which channel
// they are.
void Reader::place(const std::byte* source, int plane, int y, int x, int count,
                   Picture& picture) const {
  if (layout_.photometric == PHOTOMETRIC_PALETTE && plane == 0) {
    return placePalette(source, y, x, count, picture);
  }
  const int channels = picture.channels();
  if (layout_.bits < 8) {
    std::uint8_t* target = picture.row<std::uint8_t>(y) + x;
    const int most = (1 << layout_.bits) - 1;
    for (int i = 0; i < count; ++i) {
      target[i] = static_cast<std::uint8_t>(packedValue(source, i, layout_.bits) * 255 / most);
    }
    return;
  }
  const std::size_t bytes = layout_.bits / 8;
  std::byte* target = picture.row<std::byte>(y) + bytes * channels * x;
  if (layout_.planar == PLANARCONFIG_SEPARATE) {
    const int channel = layout_.photometric == PHOTOMETRIC_PALETTE ? 2 + plane : plane;
    for (int i = 0; i < count; ++i) {
      std::memcpy(target + bytes * (static_cast<std::size_t>(i) * channels + channel),
                  source + bytes * i, bytes);
    }
  } else if (layout_.samples == channels) {
    std::memcpy(target, source, bytes * channels * count);
  } else {
    for (int i = 0; i < count; ++i) {
      std::memcpy(target + bytes * channels * i, source + bytes * layout_.samples * i,
                  bytes * channels);
    }
  }
}

void Reader::readStrips(Picture& picture) {
  auto row =
      buffer(TIFFScanlineSize64(tiff_.get()) > INT32_MAX ? 0 : TIFFScanlineSize(tiff_.get()));
  const bool apart = layout_.planar == PLANARCONFIG_SEPARATE;
  const int planes = apart ? layout_.colours + (layout_.hasAlpha ? 1 : 0) : 1;
  for (int plane = 0; plane < planes; ++plane) {
    for (int y = 0; y < picture.height(); ++y) {
      StopScope::check();
      if (TIFFReadScanline(tiff_.get(), row.data(), y, static_cast<std::uint16_t>(plane)) < 0) {
        throwBroken(source_, stream_.error);
      }
      place(row.data(), plane, y, 0, picture.width(), picture);
    }
  }
}

void Reader::readTiles(Picture& picture) {
  const auto tileWidth = static_cast<int>(
      std::min<std::uint32_t>(tag<std::uint32_t>(TIFFTAG_TILEWIDTH, 0), INT32_MAX));
  const auto tileHeight = static_cast<int>(
      std::min<std::uint32_t>(tag<std::uint32_t>(TIFFTAG_TILELENGTH, 0), INT32_MAX));
  auto tile = buffer(TIFFTileSize(tiff_.get()));
  const std::size_t tileRow = TIFFTileRowSize(tiff_.get());
  const bool apart = layout_.planar == PLANARCONFIG_SEPARATE;
  const int planes = apart ? layout_.colours + (layout_.hasAlpha ? 1 : 0) : 1;
  if (tileWidth <= 0 || tileHeight <= 0 || tileRow * tileHeight > tile.size()) {
    throwBroken(source_, "its tiles have an impossible size");
  }
  for (int plane = 0; plane < planes; ++plane) {
    for (std::int64_t top = 0; top < picture.height(); top += tileHeight) {
      for (std::int64_t left = 0; left < picture.width(); left += tileWidth) {
        StopScope::check();
        const int x = static_cast<int>(left);
        const int y = static_cast<int>(top);
        if (TIFFReadTile(tiff_.get(), tile.data(), x, y, 0, static_cast<std::uint16_t>(plane)) <
            0) {
          throwBroken(source_, stream_.error);
        }
        const int columns = std::min(tileWidth, picture.width() - x);
        const int rows = std::min(tileHeight, picture.height() - y);
        for (int row = 0; row < rows; ++row) {
          place(tile.data() + tileRow * row, plane, y + row, x, columns, picture);
        }
      }
    }
  }
}

// Colour channels of a white-is-zero picture the right way round.
template <typename T>
void invert(Picture& picture, T most) {
  for (int y = 0; y < picture.height(); ++y) {
    T* pixel = picture.row<T>(y);
    for (int x = 0; x < picture.width(); ++x, pixel += picture.channels())
      pixel[0] = static_cast<T>(most - pixel[0]);
  }
}

// Undoes the multiplication of colours by alpha.
template <typename T>
void unmultiply(Picture& picture, double most) {
  const int alpha = picture.channels() - 1;
  for (int y = 0; y < picture.height(); ++y) {
    T* pixel = picture.row<T>(y);
    for (int x = 0; x < picture.width(); ++x, pixel += picture.channels()) {
      if (!(pixel[alpha] > 0)) continue;
      for (int c = 0; c < alpha; ++c) {
        const double value = pixel[c] * most / pixel[alpha];
        pixel[c] = static_cast<T>(std::is_integral_v<T> ? std::min(value + 0.5, most) : value);
      }
    }
  }
}

std::span<float> floatsOf(Picture& picture) {
  return {picture.row<float>(0), picture.bytes().size() / sizeof(float)};
}

void checkFinite(const Source& source, Picture& picture) {
  if (std::ranges::all_of(floatsOf(picture), [](float v) { return std::isfinite(v); })) return;
  throw Error(Kind::BadInput, source.quotedName() +
                                  " is broken: some of its pixels are infinite or not numbers; "
                                  "write it again with the program that made it.");
}

// Floats of a Picture span 0..1; those of a file need not.
void Reader::toRange(Picture& picture) {
  constexpr float kVisible = 0.5F / 65535; // floats are written with 16 bits
  for (float& value : floatsOf(picture)) {
    clipped_ = clipped_ || value < -kVisible || value > 1 + kVisible;
    value = std::clamp(value, 0.0F, 1.0F);
  }
}

void Reader::readPixels(Picture& picture) {
  if (layout_.photometric == PHOTOMETRIC_PALETTE) {
    std::uint16_t* maps[3] = {};
    if (TIFFGetField(tiff_.get(), TIFFTAG_COLORMAP, &maps[0], &maps[1], &maps[2]) == 0) {
      throwBroken(source_, "its palette is missing");
    }
    // Some programs wrote palettes of 8 bits instead of 16.
    bool wide = false;
    for (int c = 0; c < 3; ++c) {
      palette_[c] = maps[c];
      wide = wide ||
             std::any_of(maps[c], maps[c] + (1 << layout_.bits), [](int v) { return v > 255; });
    }
    paletteShift_ = wide ? 8 : 0;
  }
  picture = Picture(static_cast<int>(layout_.width), static_cast<int>(layout_.height),
                    layout_.channels(), layout_.sample());
  stream_.dataLost = false;
  stream_.error.clear();
  if (TIFFIsTiled(tiff_.get()) != 0) {
    readTiles(picture);
  } else {
    readStrips(picture);
  }
  if (stream_.dataLost) throwBroken(source_, stream_.error);
  const bool inverted = layout_.photometric == PHOTOMETRIC_MINISWHITE;
  const bool multiplied = layout_.hasAlpha && layout_.alphaKind == EXTRASAMPLE_ASSOCALPHA;
  switch (picture.sample()) {
    case Sample::U8:
      if (inverted) invert<std::uint8_t>(picture, 255);
      if (multiplied) unmultiply<std::uint8_t>(picture, 255);
      break;
    case Sample::U16:
      if (inverted) invert<std::uint16_t>(picture, 65535);
      if (multiplied) unmultiply<std::uint16_t>(picture, 65535);
      break;
    case Sample::F32:
      checkFinite(source_, picture); // first: a colour divided by next to no alpha may overflow
      if (inverted) invert<float>(picture, 1.0F);
      if (multiplied) unmultiply<float>(picture, 1.0);
      toRange(picture);
      break;
  }
}

void Reader::readPackets(Decoded& decoded) const {
  std::uint32_t size = 0;
  const std::byte* bytes = nullptr;
  if (TIFFGetField(tiff_.get(), TIFFTAG_ICCPROFILE, &size, &bytes) != 0 && bytes != nullptr) {
    decoded.picture.iccProfile.assign(bytes, bytes + size);
  }
  if (TIFFGetField(tiff_.get(), TIFFTAG_XMLPACKET, &size, &bytes) != 0 && bytes != nullptr) {
    decoded.xmp.assign(reinterpret_cast<const char*>(bytes), size);
  }
  const int orientation = tag<std::uint16_t>(TIFFTAG_ORIENTATION, 1);
  decoded.fileIsExif = TIFFIsBigTIFF(tiff_.get()) == 0;
  decoded.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
}

bool Reader::hasExif() const {
  return std::ranges::any_of(
      std::initializer_list<std::uint32_t>{TIFFTAG_EXIFIFD, TIFFTAG_GPSIFD, TIFFTAG_MAKE,
                                           TIFFTAG_MODEL, TIFFTAG_DATETIME, TIFFTAG_ARTIST,
                                           TIFFTAG_COPYRIGHT, TIFFTAG_IMAGEDESCRIPTION},
      [&](std::uint32_t name) {
        std::uint64_t offsetOrText = 0;
        return TIFFGetField(tiff_.get(), name, &offsetOrText) != 0;
      });
}

void Reader::addNotes(Picture& picture) {
  if (layout_.photometric == PHOTOMETRIC_PALETTE) {
    picture.notes.emplace_back("palette expanded to RGB");
  } else if (layout_.bits < 8) {
    picture.notes.push_back(std::to_string(layout_.bits) + "-bit grey expanded to 8 bit");
  }
  if (layout_.samples > layout_.colours + (layout_.hasAlpha ? 1 : 0)) {
    picture.notes.emplace_back("extra channels left out");
  }
  if (clipped_) picture.notes.emplace_back("floats outside 0 to 1 clipped to it");
  if (TIFFIsBigTIFF(tiff_.get()) != 0 && hasExif()) { // Exiv2 does not read it
    picture.notes.emplace_back("EXIF data of a BigTIFF left out");
  }
  if (TIFFReadDirectory(tiff_.get()) != 0) {
    picture.notes.emplace_back("several pages: first picture taken");
  }
}

Decoded Reader::read(Wanted wanted) {
  readLayout();
  const bool inks = layout_.photometric == PHOTOMETRIC_SEPARATED;
  Decoded decoded;
  decoded.info = {.format = "TIFF",
                  .width = static_cast<int>(layout_.width),
                  .height = static_cast<int>(layout_.height),
                  .channels = inks ? 3 : layout_.channels(),
                  .sample = layout_.sample()};
  if (wanted == Wanted::Pixels) readPixels(decoded.picture);
  readPackets(decoded);
  if (wanted == Wanted::Header) return decoded;
  if (inks) {
    const auto profile = std::move(decoded.picture.iccProfile);
    decoded.picture.iccProfile.clear();
    decoded.picture = cmykToSrgb(decoded.picture, profile);
  }
  addNotes(decoded.picture);
  return decoded;
}

} // namespace

Decoded decodeTiff(const Source& source, Wanted wanted) {
  return Reader(source).read(wanted);
}

} // namespace refscale::media
