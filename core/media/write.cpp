#include "core/media/write.h"

#include <algorithm>
#include <cctype>
#include <new>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/media/codec.h"
#include "core/media/color.h"
#include "core/media/metadata.h"

namespace refscale::media {
namespace {

struct FormatTraits {
  Format format;
  std::string_view name;
  const char* extension;
  int longestSide;
  bool sixteenBit;
  bool alpha;
};

constexpr FormatTraits kFormats[] = {
    {Format::Png, "PNG", ".png", 0x7fffffff, true, true},
    {Format::Jpeg, "JPEG", ".jpg", 65500, false, false}, // libjpeg's own limit
    {Format::Tiff, "TIFF", ".tif", 0x7fffffff, true, true},
    {Format::WebP, "WebP", ".webp", 16383, false, true},
};

const FormatTraits& traitsOf(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

[[noreturn]] void throwUnknown(std::string_view what) {
  throw Error(Kind::Unsupported, "RefScale cannot write \"" + std::string(what) +
                                     "\" pictures; use png, jpg, tif or webp.");
}

void checkRange(const char* option, int value, int least, int most) {
  if (value >= least && value <= most) return;
  throw Error(Kind::BadInput, std::string(option) + " goes from " + std::to_string(least) + " to " +
                                  std::to_string(most) + ", not " + std::to_string(value) + ".");
}

void check(const Picture& picture, const FormatTraits& traits, const WriteOptions& options) {
  checkRange("JPEG quality", options.jpegQuality, 1, 100);
  checkRange("PNG compression", options.pngCompression, 0, 9);
  checkRange("WebP quality", options.webpQuality, 1, 101);
  if (picture.empty()) throw Error(Kind::BadInput, "There is no picture to write.");
  if (std::max(picture.width(), picture.height()) > traits.longestSide) {
    throw Error(Kind::BadInput, std::string(traits.name) + " pictures have at most " +
                                    std::to_string(traits.longestSide) + " pixels a side, not " +
                                    std::to_string(picture.width()) + " x " +
                                    std::to_string(picture.height()) + "; write PNG or TIFF.");
  }
}

// Straight alpha laid over white; 8 bit.
Picture overWhite(const Picture& picture) {
  Picture result = withoutAlpha(picture);
  const int colours = result.channels();
  for (int y = 0; y < picture.height(); ++y) {
    const std::uint8_t* from = picture.row<std::uint8_t>(y);
    std::uint8_t* to = result.row<std::uint8_t>(y);
    for (int x = 0; x < picture.width(); ++x, from += colours + 1, to += colours) {
      const int alpha = from[colours];
      for (int c = 0; c < colours; ++c) {
        to[c] = static_cast<std::uint8_t>((from[c] * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
  }
  return result;
}

// The picture as the format can hold it. `kept` is where a changed copy lives.
const Picture& fitted(const Picture& picture, const FormatTraits& traits, Picture& kept) {
  const Picture* current = &picture;
  const auto change = [&](Picture changed) {
    kept = std::move(changed);
    current = &kept;
  };
  if (!traits.sixteenBit) {
    if (picture.sample() != Sample::U8) change(converted(picture, Sample::U8));
  } else if (picture.sample() == Sample::F32) {
    change(converted(picture, Sample::U16));
  }
  if (!traits.alpha && current->hasAlpha()) change(overWhite(*current));
  if (traits.format == Format::WebP && current->isGrey()) {
    // WebP is RGB only: a grey profile would not fit, so its colours are converted with it.
    change(greyToRgb(toSrgb(*current)));
  }
  return *current;
}

std::span<const std::byte> profileFor(const Picture& picture, Format format) {
  if (!picture.iccProfile.empty()) return picture.iccProfile;
  if (format == Format::Png) return {}; // an sRGB chunk instead
  return picture.isGrey() ? greyProfile() : srgbProfile();
}

std::vector<std::byte> encodeWithoutExif(const Picture& picture, const Packets& packets,
                                         Format format, const WriteOptions& options) {
  switch (format) {
    case Format::Png:
      return encodePng(picture, packets, options.pngCompression);
    case Format::Jpeg:
      return encodeJpeg(picture, packets, options.jpegQuality);
    case Format::Tiff:
      return encodeTiff(picture, packets);
    case Format::WebP:
      return encodeWebP(picture, packets, options.webpQuality);
  }
  throw Error(Kind::Internal, "There is no such picture format.");
}

} // namespace

Format formatFromName(std::string_view name) {
  std::string word(name);
  std::ranges::transform(word, word.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (word.starts_with('.')) word.erase(0, 1);
  if (word == "png") return Format::Png;
  if (word == "jpg" || word == "jpeg" || word == "jpe") return Format::Jpeg;
  if (word == "tif" || word == "tiff") return Format::Tiff;
  if (word == "webp") return Format::WebP;
  throwUnknown(name);
}

Format formatFromPath(const std::filesystem::path& path) {
  return formatFromName(path.extension().string());
}

const char* formatExtension(Format format) noexcept {
  return traitsOf(format).extension;
}

bool holdsSixteenBit(Format format) noexcept {
  return traitsOf(format).sixteenBit;
}

bool holdsAlpha(Format format) noexcept {
  return traitsOf(format).alpha;
}

std::vector<std::byte> encodePicture(const Picture& picture, Format format,
                                     const WriteOptions& options) {
  const FormatTraits& traits = traitsOf(format);
  check(picture, traits, options);
  try {
    Picture kept;
    const Picture& pixels = fitted(picture, traits, kept);
    Packets packets{.profile = profileFor(pixels, format), .exif = {}, .xmp = {}};
    if (options.metadata == Metadata::Copy) {
      packets.exif = exifFor(pixels);
      packets.xmp = xmpFor(pixels);
    }
    auto file = encodeWithoutExif(pixels, packets, format, options);
    // libtiff writes no EXIF; Exiv2 reads plain TIFF only and holds the file in memory twice.
    constexpr std::size_t kMostForExif = std::size_t{1} << 30;
    if (format == Format::Tiff && !packets.exif.empty() && file.size() <= kMostForExif) {
      return withExif(std::move(file), packets.exif);
    }
    return file;
  } catch (const std::bad_alloc& failure) {
    throw Error(Kind::OutOfMemory,
                "There is not enough memory to write the picture; close other programs.",
                failure.what());
  }
}

void writePicture(const Picture& picture, const std::filesystem::path& path, Format format,
                  const WriteOptions& options) {
  AtomicFile file(
      path, options.existing); // first: a folder that is not there should not cost an encoding
  file.write(encodePicture(picture, format, options));
  file.commit();
}

} // namespace refscale::media
