// Writing picture files: PNG, JPEG, TIFF, WebP. Written beside the target and renamed when
// complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/files.h"
#include "core/media/picture.h"

namespace refscale::media {

enum class Format { Png, Jpeg, Tiff, WebP };
enum class Metadata { Copy, Strip };

struct WriteOptions {
  int jpegQuality = 95;   // 1..100; chroma not subsampled from 90 on
  int pngCompression = 6; // 0..9
  int webpQuality = 95;   // 1..100; 101 means lossless
  Metadata metadata = Metadata::Copy;
  Existing existing = Existing::Replace;
};

// From a name's extension or a word ("png", "jpg", "tif", "webp"); throws Unsupported with the
// list.
[[nodiscard]] Format formatFromPath(const std::filesystem::path& path);
[[nodiscard]] Format formatFromName(std::string_view name);
[[nodiscard]] const char* formatExtension(Format format) noexcept; // ".png", ...

// Whether a format can hold this many bits a channel and an alpha channel.
[[nodiscard]] bool holdsSixteenBit(Format format) noexcept;
[[nodiscard]] bool holdsAlpha(Format format) noexcept;

// Throws BadInput when the format cannot hold a picture of this size.
void checkFits(Format format, std::int64_t width, std::int64_t height);

// Writes pixels, profile (none means sRGB, and the file is tagged so), EXIF and XMP with the
// picture's own size in their size fields and orientation 1. What the format cannot hold is
// converted: 16 bit and float to 8 bit for JPEG and WebP, alpha laid over white for JPEG; float to
// 16 bit for PNG and TIFF; grey to RGB for WebP. What does not fit is left out: EXIF or XMP above
// 64 KiB of a JPEG, EXIF of a TIFF above 1 GiB. Returns what was lost by that, in words for a
// report. Throws NotFound, Io, NoSpace, BadInput (options out of range, too large for the format);
// the target then is what it was before.
std::vector<std::string> writePicture(const Picture& picture, const std::filesystem::path& path,
                                      Format format, const WriteOptions& options = {});
// The same in memory; what was lost is added to `losses`, or nobody asks.
[[nodiscard]] std::vector<std::byte> encodePicture(const Picture& picture, Format format,
                                                   const WriteOptions& options,
                                                   std::vector<std::string>& losses);
[[nodiscard]] std::vector<std::byte> encodePicture(const Picture& picture, Format format,
                                                   const WriteOptions& options = {});

} // namespace refscale::media
