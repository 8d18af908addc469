#include "core/media/write.h"

#include <algorithm>
#include <cctype>
#include <new>

#include "core/base/files.h"
#include "core/base/said_error.h"
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
  if (picture.empty())
    throw SaidError(Kind::BadInput, REFSCALE_SENTENCE("Errors", "There is no picture to write."),
                    {});
  checkFits(traits.format, picture.width(), picture.height());
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

// What `fitted` changes for good, in words.
std::vector<std::string> lostIn(const FormatTraits& traits, const Picture& picture) {
  std::vector<std::string> lost;
  const std::string name(traits.name);
  if (picture.sample() != Sample::U8 && !traits.sixteenBit) {
    lost.push_back(name + " holds 8 bits a channel: the picture was reduced to them");
  } else if (picture.sample() == Sample::F32) {
    lost.push_back(name + " is written with 16 bits a channel: floats were reduced to them");
  }
  if (picture.hasAlpha() && !traits.alpha) {
    lost.push_back(name + " holds no transparency: the picture was laid over white");
  }
  if (traits.format == Format::WebP && picture.isGrey() && !picture.iccProfile.empty()) {
    lost.push_back(name + " holds no grey profile: the picture was converted to sRGB");
  }
  return lost;
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

std::vector<std::byte> encodeTiffWithExif(const Picture& picture, const Packets& packets,
                                          std::vector<std::string>& losses) {
  auto file = encodeTiff(picture, packets); // libtiff writes no EXIF
  if (packets.exif.empty()) return file;
  auto whole = withExif(file, packets.exif, losses);
  return whole.empty() ? std::move(file) : std::move(whole);
}

struct Encoded {
  std::vector<std::byte> file;
  std::vector<std::string> losses;
};

Encoded encoded(const Picture& picture, Format format, const WriteOptions& options) {
  const FormatTraits& traits = traitsOf(format);
  check(picture, traits, options);
  try {
    Picture kept;
    const Picture& pixels = fitted(picture, traits, kept);
    Encoded result{.file = {}, .losses = lostIn(traits, picture)};
    Packets packets{.profile = profileFor(pixels, format), .exif = {}, .xmp = {}};
    if (options.metadata == Metadata::Copy) {
      packets.exif = exifFor(pixels, result.losses);
      packets.xmp = xmpFor(pixels, result.losses);
    }
    switch (format) {
      case Format::Png:
        result.file = encodePng(pixels, packets, options.pngCompression, result.losses);
        break;
      case Format::Jpeg:
        result.file = encodeJpeg(pixels, packets, options.jpegQuality, result.losses);
        break;
      case Format::Tiff:
        result.file = encodeTiffWithExif(pixels, packets, result.losses);
        break;
      case Format::WebP:
        result.file = encodeWebP(pixels, packets, options.webpQuality);
        break;
    }
    return result;
  } catch (const std::bad_alloc& failure) {
    throw SaidError(
        Kind::OutOfMemory,
        REFSCALE_SENTENCE("Errors",
                          "There is not enough memory to write the picture; close other programs."),
        {}, failure.what());
  }
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

void checkFits(Format format, std::int64_t width, std::int64_t height) {
  const FormatTraits& traits = traitsOf(format);
  if (std::max(width, height) <= traits.longestSide) return;
  const bool another = traits.longestSide < traitsOf(Format::Png).longestSide;
  throw SaidError(
      Kind::BadInput,
      another
          ? REFSCALE_SENTENCE(
                "Errors",
                "%1 pictures have at most %2 pixels a side, not %3 x %4; write PNG or TIFF.")
          : REFSCALE_SENTENCE("Errors", "%1 pictures have at most %2 pixels a side, not %3 x %4."),
      {std::string(traits.name), std::to_string(traits.longestSide), std::to_string(width),
       std::to_string(height)});
}

std::vector<std::byte> encodePicture(const Picture& picture, Format format,
                                     const WriteOptions& options,
                                     std::vector<std::string>& losses) {
  Encoded result = encoded(picture, format, options);
  losses.insert(losses.end(), result.losses.begin(), result.losses.end());
  return std::move(result.file);
}

std::vector<std::byte> encodePicture(const Picture& picture, Format format,
                                     const WriteOptions& options) {
  return encoded(picture, format, options).file;
}

std::vector<std::string> writePicture(const Picture& picture, const std::filesystem::path& path,
                                      Format format, const WriteOptions& options) {
  AtomicFile file(
      path, options.existing); // first: a folder that is not there should not cost an encoding
  Encoded result = encoded(picture, format, options);
  file.write(result.file);
  file.commit();
  return std::move(result.losses);
}

} // namespace refscale::media
