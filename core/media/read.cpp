#include "core/media/read.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <limits>
#include <new>
#include <string_view>

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/said_error.h"
#include "core/media/codec.h"
#include "core/media/metadata.h"

namespace refscale::media {
namespace {

constexpr const char* kWorkingFormats = "PNG, JPEG, TIFF, WebP, BMP and PPM";

using Decoder = Decoded (*)(const Source&, Wanted);

// `magic` at `offset`; a dot stands for any byte.
struct Signature {
  std::size_t offset;
  std::string_view magic;
  Decoder decode;    // null: known, but not read
  const char* known; // its name
};

using namespace std::string_view_literals;
constexpr std::array kSignatures = {
    Signature{0, "\x89PNG\r\n\x1a\n"sv, decodePng, "PNG"},
    Signature{0, "\xff\xd8\xff"sv, decodeJpeg, "JPEG"},
    Signature{0, "II\x2a\0"sv, decodeTiff, "TIFF"},
    Signature{0, "MM\0\x2a"sv, decodeTiff, "TIFF"},
    Signature{0, "II\x2b\0"sv, decodeTiff, "TIFF"},
    Signature{0, "MM\0\x2b"sv, decodeTiff, "TIFF"},
    Signature{0, "RIFF....WEBP"sv, decodeWebP, "WebP"},
    Signature{0, "P2"sv, decodePpm, "PPM"},
    Signature{0, "P3"sv, decodePpm, "PPM"},
    Signature{0, "P5"sv, decodePpm, "PPM"},
    Signature{0, "P6"sv, decodePpm, "PPM"},
    Signature{0, "BM"sv, decodeBmp, "BMP"},
    Signature{0, "GIF8"sv, nullptr, "GIF picture"},
    Signature{4, "ftypavif"sv, nullptr, "AVIF picture"},
    Signature{4, "ftypavis"sv, nullptr, "AVIF picture"},
    Signature{4, "ftyphei"sv, nullptr, "HEIF picture"}, // heic, heix and their layered kin
    Signature{4, "ftyphev"sv, nullptr, "HEIF picture"}, // hevc, hevx: several pictures
    Signature{4, "ftypmif"sv, nullptr, "HEIF or AVIF picture"},
    Signature{4, "ftypmsf"sv, nullptr, "HEIF or AVIF picture"},
    Signature{4, "ftyp"sv, nullptr, "video"},
    Signature{0, "\xff\x0a"sv, nullptr, "JPEG XL picture"},
    Signature{4, "JXL "sv, nullptr, "JPEG XL picture"},
    Signature{4, "jP  "sv, nullptr, "JPEG 2000 picture"},
    Signature{0, "8BPS"sv, nullptr, "Photoshop file"},
    Signature{0, "%PDF"sv, nullptr, "PDF document"},
    Signature{0, "P1"sv, nullptr, "one-bit PBM picture"},
    Signature{0, "P4"sv, nullptr, "one-bit PBM picture"},
    Signature{0, "P7"sv, nullptr, "PAM picture"},
    Signature{0, "<svg"sv, nullptr, "SVG drawing"},
    Signature{0, "<?xml"sv, nullptr, "XML file"},
    Signature{0, "\x76\x2f\x31\x01"sv, nullptr, "OpenEXR picture"},
};

bool matches(std::span<const std::byte> file, const Signature& signature) {
  if (file.size() < signature.offset + signature.magic.size()) return false;
  for (std::size_t i = 0; i < signature.magic.size(); ++i) {
    const char wanted = signature.magic[i];
    if (wanted != '.' && static_cast<char>(file[signature.offset + i]) != wanted) return false;
  }
  return true;
}

Decoded decode(const Source& source, Wanted wanted) {
  if (source.bytes.empty()) {
    throw SaidError(Kind::BadInput,
                    REFSCALE_SENTENCE("Errors", "%1 is empty; it holds no picture."),
                    {source.quotedName()});
  }
  const auto* signature = std::ranges::find_if(
      kSignatures, [&](const Signature& s) { return matches(source.bytes, s); });
  if (signature == kSignatures.end()) {
    throw SaidError(
        Kind::Unsupported,
        REFSCALE_SENTENCE("Errors", "%1 is not a picture that RefScale knows; it reads %2."),
        {source.quotedName(), kWorkingFormats});
  }
  if (signature->decode == nullptr) throwUnsupported(source, signature->known);
  try {
    return signature->decode(source, wanted);
  } catch (const std::bad_alloc& failure) {
    throw SaidError(Kind::OutOfMemory,
                    REFSCALE_SENTENCE("Errors",
                                      "There is not enough memory to read %1; close other programs "
                                      "or use a smaller picture."),
                    {source.quotedName()}, failure.what());
  }
}

// In the unit of --pixel-limit.
std::string megapixels(std::uint64_t pixels) {
  char text[32];
  (void)std::snprintf(text, sizeof text, "%g megapixels", static_cast<double>(pixels) / 1e6);
  return text;
}

// A file is hashed whole: what lies in it beside a picture must not make that endless.
void checkFileSize(const Source& source) {
  constexpr std::uint64_t kBeside = 1ULL << 32;
  constexpr std::uint64_t kPixelBytes = 32; // a float RGBA pixel is half of that
  if (source.bytes.size() <= kBeside) return;
  if ((source.bytes.size() - kBeside) / kPixelBytes <= source.pixelLimit) return;
  throw SaidError(Kind::BadInput,
                  REFSCALE_SENTENCE("Errors",
                                    "%1 has %2 MiB, more than a picture within the limit of %3; "
                                    "raise it with --pixel-limit if the file is what you expect."),
                  {source.quotedName(), std::to_string(source.bytes.size() >> 20),
                   megapixels(source.pixelLimit)});
}

} // namespace

void checkSize(const Source& source, std::uint64_t width, std::uint64_t height) {
  const std::string size = std::to_string(width) + " x " + std::to_string(height);
  if (width == 0 || height == 0) {
    throw SaidError(Kind::BadInput,
                    REFSCALE_SENTENCE("Errors", "%1 holds no picture: its size is %2 pixels."),
                    {source.quotedName(), size});
  }
  constexpr std::uint64_t kMost = std::numeric_limits<int>::max();
  if (width > kMost || height > kMost) {
    throw SaidError(
        Kind::BadInput,
        REFSCALE_SENTENCE(
            "Errors",
            "%1 has %2 pixels, more than any picture that RefScale can hold; reduce it first."),
        {source.quotedName(), size});
  }
  if (width > source.pixelLimit / height) {
    throw SaidError(Kind::BadInput,
                    REFSCALE_SENTENCE("Errors",
                                      "%1 has %2 pixels, more than the limit of %3; raise it with "
                                      "--pixel-limit if the file is what you expect."),
                    {source.quotedName(), size, megapixels(source.pixelLimit)});
  }
}

void throwBroken(const Source& source, const std::string& detail) {
  throw SaidError(
      Kind::BadInput,
      REFSCALE_SENTENCE("Errors", "%1 is broken or cut off; get a complete copy of it."),
      {source.quotedName()}, detail);
}

void throwUnsupported(const Source& source, const std::string& what) {
  throw SaidError(
      Kind::Unsupported,
      REFSCALE_SENTENCE(
          "Errors",
          "%1 is a kind of file that RefScale cannot read: %2; convert it to PNG. It reads %3."),
      {source.quotedName(), what, kWorkingFormats});
}

Picture readPicture(std::span<const std::byte> file, const std::string& name,
                    const ReadOptions& options) {
  const Source source{file, name, options.pixelLimit};
  checkFileSize(source);
  Decoded decoded = decode(source, Wanted::Pixels);
  const int orientation =
      takeMetadata(decoded.fileIsExif ? file : decoded.exif, decoded.xmp, decoded.picture);
  Picture picture = upright(std::move(decoded.picture),
                            decoded.orientation != 0 ? decoded.orientation : orientation);
  picture.fileHash = sha256(file);
  return picture;
}

Picture readPicture(const std::filesystem::path& path, const ReadOptions& options) {
  {
    // A header is refused before the file is read. Pixels are not decoded from the mapping: a
    // medium that goes away meanwhile would end the program.
    const MappedFile file(path);
    const std::string name = path.string();
    const Source source{file.bytes(), name, options.pixelLimit};
    checkFileSize(source);
    (void)decode(source, Wanted::Header);
  }
  return readPicture(readFile(path, std::numeric_limits<std::uint64_t>::max()), path.string(),
                     options);
}

PictureInfo readInfo(const std::filesystem::path& path, const ReadOptions& options) {
  const MappedFile file(path); // only the pages that the header touches are read
  const std::string name = path.string();
  const Source source{file.bytes(), name, options.pixelLimit};
  Decoded decoded = decode(source, Wanted::Header);
  const int orientation =
      decoded.orientation != 0 ? decoded.orientation : exifOrientation(decoded.exif);
  if (swapsSides(orientation)) std::swap(decoded.info.width, decoded.info.height);
  return decoded.info;
}

bool hasPictureExtension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::string_view kExtensions[] = {".png",  ".jpg", ".jpeg", ".jpe", ".tif", ".tiff",
                                              ".webp", ".bmp", ".dib",  ".ppm", ".pgm", ".pnm"};
  return std::ranges::find(kExtensions, extension) != std::end(kExtensions);
}

std::vector<std::filesystem::path> picturesIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  auto entry = std::filesystem::directory_iterator(folder, failed);
  for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
    std::error_code gone;
    const bool hidden = entry->path().filename().string().front() == '.';
    if (!hidden && hasPictureExtension(entry->path()) && entry->is_regular_file(gone)) {
      files.push_back(entry->path());
    }
  }
  if (failed) {
    throw SaidError(
        Kind::NotFound,
        REFSCALE_SENTENCE("Errors", "The folder %1 cannot be read; check its name and its rights."),
        {folder.string()}, failed.message());
  }
  std::ranges::sort(files);
  return files;
}

} // namespace refscale::media
