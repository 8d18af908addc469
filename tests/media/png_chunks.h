// PNG files put together from chunks, for what libpng would not write.
#pragma once

#include <zlib.h>

#include <algorithm>

#include "tests/media/pictures.h"

namespace refscale::test {

inline Bytes pngStart() {
  return bytesOf("\x89PNG\r\n\x1a\n");
}

inline void appendChunk(Bytes& file, std::string_view type, const Bytes& content) {
  appendBig(file, static_cast<std::uint32_t>(content.size()));
  const std::size_t start = file.size();
  append(file, type);
  append(file, content.data(), content.size());
  const auto* bytes = reinterpret_cast<const Bytef*>(file.data() + start);
  appendBig(file,
            static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(file.size() - start))));
}

inline void appendHeader(Bytes& file, std::uint32_t width, std::uint32_t height, int depth,
                         int colour) {
  Bytes header;
  appendBig(header, width);
  appendBig(header, height);
  for (const int value : {depth, colour, 0, 0, 0}) header.push_back(static_cast<std::byte>(value));
  appendChunk(file, "IHDR", header);
}

inline void appendPixels(Bytes& file, const Bytes& rows) {
  Bytes packed(compressBound(rows.size()));
  uLongf size = packed.size();
  compress(reinterpret_cast<Bytef*>(packed.data()), &size,
           reinterpret_cast<const Bytef*>(rows.data()), rows.size());
  packed.resize(size);
  appendChunk(file, "IDAT", packed);
}

inline int countChunks(const Bytes& file, std::string_view type) {
  int found = 0;
  for (std::size_t at = 8; at + 12 <= file.size();) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      length = length << 8 | static_cast<std::uint32_t>(file[at + i]);
    }
    if (std::equal(type.begin(), type.end(), reinterpret_cast<const char*>(&file[at + 4]))) {
      ++found;
    }
    at += std::size_t{length} + 12;
  }
  return found;
}

} // namespace refscale::test
