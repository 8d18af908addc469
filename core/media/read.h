// Reading picture files: PNG, JPEG, TIFF, WebP, BMP and PPM, by content, not by name. Every file is
// hostile until decoded: sizes are checked against the limit before anything is allocated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/media/picture.h"

namespace refscale::media {

struct ReadOptions {
  std::uint64_t pixelLimit = 200'000'000; // width x height; checked on the header alone
};

// What a header says, without decoding (for lists, estimates and limits).
struct PictureInfo {
  std::string format; // "PNG", "JPEG", "TIFF", "WebP", ...
  int width = 0;      // upright
  int height = 0;
  int channels = 0;
  Sample sample = Sample::U8;
};

// Upright pixels (EXIF orientation applied and reset), profile and metadata. CMYK becomes sRGB,
// palettes and bit depths below 8 become 8 bit, floats are clipped to 0..1, of an animation or a
// multi-page file the first picture is taken: each such conversion is stated in Picture::notes.
// Throws NotFound, Io, BadInput (broken, truncated, no picture, pixels that are no numbers, over
// the limit), Unsupported.
[[nodiscard]] Picture readPicture(const std::filesystem::path& path,
                                  const ReadOptions& options = {});
[[nodiscard]] Picture readPicture(std::span<const std::byte> file, const std::string& name,
                                  const ReadOptions& options = {});
[[nodiscard]] PictureInfo readInfo(const std::filesystem::path& path,
                                   const ReadOptions& options = {});

// True for the file name extensions that readPicture is meant for.
[[nodiscard]] bool hasPictureExtension(const std::filesystem::path& path);

// The files of a folder with such names, in their order; hidden ones and folders inside are left
// out. Throws NotFound when the folder cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> picturesIn(const std::filesystem::path& folder);

} // namespace refscale::media
