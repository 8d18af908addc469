// A TIFF file in memory for libtiff: its input and output callbacks, and its messages, which are
// kept instead of printed. The layout of pixels is tiff.cpp's and tiff_write.cpp's business.
#pragma once

#include <tiffio.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace refscale::media {

struct TiffStream {
  std::span<const std::byte> input = {};    // when reading
  std::vector<std::byte>* output = nullptr; // when writing; libtiff reads it back, too
  toff_t position = 0;
  std::string error = {}; // the first message of an error
  bool dataLost = false;  // a codec said that pixels are missing, and went on
};

using TiffHandle = std::unique_ptr<TIFF, decltype(&TIFFClose)>;

// `mode` as for TIFFOpen. Null when libtiff refuses; stream.error then says why. The stream must
// outlive the handle.
[[nodiscard]] TiffHandle openTiff(TiffStream& stream, const char* mode);

} // namespace refscale::media
