// EXIF and XMP by Exiv2: taken from files into what a Picture carries, and made ready for a file
// that holds other pixels. The packets are not interpreted beyond orientation and sizes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/media/picture.h"

namespace refscale::media {

// Puts EXIF (without thumbnails and without what describes the file's own layout, orientation 1)
// and XMP into `picture`. `exif` is a TIFF structure, possibly a whole TIFF file; both are hostile.
// What cannot be read is left out with a note. Returns the EXIF orientation, 1 where there is none.
int takeMetadata(std::span<const std::byte> exif, const std::string& xmp, Picture& picture);

// EXIF orientation alone, 1 where there is none or it cannot be read.
[[nodiscard]] int exifOrientation(std::span<const std::byte> exif);

// The picture's EXIF and XMP with its present size in their size fields and, where it has no
// profile, sRGB in those of colour; empty where it has none. What is lost is added to `losses` in
// words.
[[nodiscard]] std::vector<std::byte> exifFor(const Picture& picture,
                                             std::vector<std::string>& losses);
[[nodiscard]] std::string xmpFor(const Picture& picture, std::vector<std::string>& losses);

// A property of RefScale's own XMP namespace: one text, or a list of them.
struct XmpProperty {
  std::string name; // a letter first, letters and digits alone
  std::vector<std::string> values;
  bool list = false;
};
inline constexpr const char* kXmpNamespace = "urn:x-refscale:provenance:1.0/";
// Adds them to the picture's XMP; those of the same names that it has are replaced. What is in it
// otherwise stays, unless it cannot be read.
void addToXmp(Picture& picture, std::span<const XmpProperty> properties);

// Pixels a unit, as EXIF and TIFF count units (2: inch, 3: centimetre); nothing where EXIF has
// none.
struct Resolution {
  float x, y;
  int unit;
};
[[nodiscard]] std::optional<Resolution> resolutionIn(std::span<const std::byte> exif);

// The TIFF file `tiff` with the EXIF data added to its directory; empty, and said in `losses`,
// where that cannot be done (BigTIFF, above 1 GiB).
[[nodiscard]] std::vector<std::byte> withExif(std::span<const std::byte> tiff,
                                              std::span<const std::byte> exif,
                                              std::vector<std::string>& losses);

} // namespace refscale::media
