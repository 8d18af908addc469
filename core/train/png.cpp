#include "core/train/png.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "core/base/error.h"
#include "core/base/files.h"

namespace refscale::train {
namespace {

using Bytes = std::vector<std::uint8_t>;

void addBig(Bytes& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(value >> shift));
  }
}

std::uint32_t crc(std::span<const std::uint8_t> bytes) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> t{};
    for (std::uint32_t n = 0; n < 256; ++n) {
      std::uint32_t c = n;
      for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xedb88320U ^ (c >> 1) : c >> 1;
      t[n] = c;
    }
    return t;
  }();
  std::uint32_t c = 0xffffffffU;
  for (const auto byte : bytes) c = table[(c ^ byte) & 255U] ^ (c >> 8);
  return c ^ 0xffffffffU;
}

std::uint32_t adler(std::span<const std::uint8_t> bytes) {
  constexpr std::uint32_t kModulus = 65521;
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (const auto byte : bytes) {
    a = (a + byte) % kModulus;
    b = (b + a) % kModulus;
  }
  return b << 16 | a;
}

void addChunk(Bytes& out, const char* type, const Bytes& data) {
  addBig(out, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = out.size();
  for (int i = 0; i < 4; ++i) out.push_back(static_cast<std::uint8_t>(type[i]));
  out.insert(out.end(), data.begin(), data.end());
  addBig(out, crc(std::span(out).subspan(begin)));
}

// A zlib stream of stored blocks.
Bytes stored(const Bytes& data) {
  constexpr std::size_t kBlock = 65535;
  Bytes out = {0x78, 0x01};
  for (std::size_t at = 0; at < data.size(); at += kBlock) {
    const std::size_t size = std::min(kBlock, data.size() - at);
    out.push_back(at + size == data.size() ? 1 : 0);
    for (const std::size_t value : {size, ~size}) {
      out.push_back(static_cast<std::uint8_t>(value));
      out.push_back(static_cast<std::uint8_t>(value >> 8));
    }
    out.insert(out.end(), data.begin() + static_cast<std::ptrdiff_t>(at),
               data.begin() + static_cast<std::ptrdiff_t>(at + size));
  }
  addBig(out, adler(data));
  return out;
}

} // namespace

void writePng(const media::Picture& picture, const std::filesystem::path& path) {
  if (picture.channels() != 3 || picture.sample() != media::Sample::U8 || picture.empty()) {
    throw Error(Kind::Internal, "Only 8-bit RGB pictures are drawn as sheets; report this.");
  }
  Bytes rows;
  for (int y = 0; y < picture.height(); ++y) {
    const auto* row = picture.row<std::uint8_t>(y);
    rows.push_back(0); // no filter
    rows.insert(rows.end(), row, row + picture.stride());
  }
  Bytes header;
  addBig(header, static_cast<std::uint32_t>(picture.width()));
  addBig(header, static_cast<std::uint32_t>(picture.height()));
  header.insert(header.end(), {8, 2, 0, 0, 0}); // bits, RGB, deflate, filters, not interlaced
  Bytes file = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  addChunk(file, "IHDR", header);
  addChunk(file, "IDAT", stored(rows));
  addChunk(file, "IEND", {});
  AtomicFile out(path);
  out.write(std::as_bytes(std::span(file)));
  out.commit();
}

} // namespace refscale::train
