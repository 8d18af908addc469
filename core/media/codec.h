// What the file formats of core/media share with read.cpp and write.cpp: one decoder and at most
// one encoder a format, on bytes in memory. Not for use outside this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/media/picture.h"
#include "core/media/read.h"
#include "core/media/write.h"

namespace refscale::media {

// The file that is decoded, and how people call it.
struct Source {
  std::span<const std::byte> bytes;
  const std::string& name;
  std::uint64_t pixelLimit;

  [[nodiscard]] std::string quotedName() const { return "\"" + name + "\""; }
};

enum class Wanted { Header, Pixels };

// What a decoder found. The pixels lie as they are stored (not turned upright); the packets are as
// they stand in the file, unchecked.
struct Decoded {
  PictureInfo info; // width and height as stored
  Picture picture;  // with profile and notes; empty when only the header was wanted
  std::vector<std::byte> exif;
  bool fileIsExif = false; // a plain TIFF: its EXIF lies in the file's own structure
  std::string xmp;
  int orientation = 0; // 1..8 where the format has a field of its own; 0: see EXIF
};

// Throws BadInput: zero sizes, sizes beyond int, and more pixels than the limit.
void checkSize(const Source& source, std::uint64_t width, std::uint64_t height);
// "is broken or cut off", and "RefScale cannot read this kind of ...".
[[noreturn]] void throwBroken(const Source& source, const std::string& detail);
[[noreturn]] void throwUnsupported(const Source& source, const std::string& what);

// All throw BadInput, Unsupported, OutOfMemory.
[[nodiscard]] Decoded decodePng(const Source& source, Wanted wanted);
[[nodiscard]] Decoded decodeJpeg(const Source& source, Wanted wanted);
[[nodiscard]] Decoded decodeTiff(const Source& source, Wanted wanted);
[[nodiscard]] Decoded decodeWebP(const Source& source, Wanted wanted);
[[nodiscard]] Decoded decodeBmp(const Source& source, Wanted wanted);
[[nodiscard]] Decoded decodePpm(const Source& source, Wanted wanted);

// What goes into a file beside the pixels; each may be empty.
struct Packets {
  std::span<const std::byte> profile;
  std::vector<std::byte> exif;
  std::string xmp;
};

// The picture has a sample type, channels and a size that the format holds (see write.cpp). Packets
// that do not fit are left out and added to `losses` in words.
[[nodiscard]] std::vector<std::byte> encodePng(const Picture& picture, const Packets& packets,
                                               int compression, std::vector<std::string>& losses);
[[nodiscard]] std::vector<std::byte> encodeJpeg(const Picture& picture, const Packets& packets,
                                                int quality, std::vector<std::string>& losses);
[[nodiscard]] std::vector<std::byte> encodeTiff(const Picture& picture, const Packets& packets);
[[nodiscard]] std::vector<std::byte> encodeWebP(const Picture& picture, const Packets& packets,
                                                int quality);

// Four inks (C, M, Y, K in the places of the channels, 0: no ink) as sRGB: by the profile when it
// is one of CMYK, by the plain formula otherwise. States the conversion in the notes.
[[nodiscard]] Picture cmykToSrgb(const Picture& inks, std::span<const std::byte> profile);

// A small grey profile with sRGB's curve, to embed into grey files.
[[nodiscard]] const std::vector<std::byte>& greyProfile();

// The picture that lies in the file by an EXIF orientation of 1 to 8, turned upright.
[[nodiscard]] Picture upright(Picture picture, int orientation);
[[nodiscard]] constexpr bool swapsSides(int orientation) noexcept {
  return orientation >= 5 && orientation <= 8;
}

} // namespace refscale::media
