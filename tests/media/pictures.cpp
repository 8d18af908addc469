#include "tests/media/pictures.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/media/read.h"

namespace refscale::test {

media::Picture gradient(int width, int height, int channels, media::Sample sample) {
  media::Picture real(width, height, channels, media::Sample::F32);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width * channels; ++x) {
      const int c = x % channels;
      const double u = width > 1 ? static_cast<double>(x / channels) / (width - 1) : 0;
      const double v = height > 1 ? static_cast<double>(y) / (height - 1) : 0;
      real.row<float>(y)[x] = static_cast<float>(c == 0   ? u
                                                 : c == 1 ? v
                                                 : c == 2 ? (u + v) / 2
                                                          : 1 - u * v);
    }
  }
  return media::converted(real, sample);
}

bool samePixels(const media::Picture& a, const media::Picture& b) {
  return a.width() == b.width() && a.height() == b.height() && a.channels() == b.channels() &&
         a.sample() == b.sample() && std::ranges::equal(a.bytes(), b.bytes());
}

double difference(const media::Picture& a, const media::Picture& b) {
  if (a.width() != b.width() || a.height() != b.height() || a.channels() != b.channels())
    return 1e9;
  const auto x = media::converted(a, media::Sample::F32);
  const auto y = media::converted(b, media::Sample::F32);
  double sum = 0;
  const std::size_t samples = x.bytes().size() / sizeof(float);
  for (std::size_t i = 0; i < samples; ++i) {
    const double d = 255.0 * (x.row<float>(0)[i] - y.row<float>(0)[i]);
    sum += d * d;
  }
  return std::sqrt(sum / static_cast<double>(samples));
}

std::optional<Kind> kindOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  return std::nullopt;
}

std::string messageOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

media::Picture readBytes(const Bytes& file, std::uint64_t pixelLimit) {
  return media::readPicture(file, "test", {.pixelLimit = pixelLimit});
}

bool hasNote(const media::Picture& picture, const std::string& word) {
  return std::ranges::any_of(
      picture.notes, [&](const std::string& note) { return note.find(word) != std::string::npos; });
}

void append(Bytes& file, const void* data, std::size_t size) {
  if (size == 0) return;
  file.resize(file.size() + size); // insert() makes GCC 12 warn of overflows that cannot happen
  std::memcpy(&file[file.size() - size], data, size);
}

void append(Bytes& file, std::string_view text) {
  append(file, text.data(), text.size());
}

void appendBig(Bytes& file, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    file.push_back(static_cast<std::byte>(value >> shift));
  }
}

Bytes bytesOf(std::string_view text) {
  Bytes file;
  append(file, text);
  return file;
}

Bytes exifWithOrientation(int orientation) {
  Bytes exif = bytesOf(std::string_view("II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18));
  appendLittle(exif, static_cast<std::uint32_t>(orientation));
  appendLittle<std::uint32_t>(exif, 0);
  return exif;
}

Bytes withMarker(const Bytes& jpeg, int marker, const Bytes& content) {
  Bytes file(jpeg.begin(), jpeg.begin() + 2);
  const std::size_t size = content.size() + 2;
  for (const std::size_t byte :
       {std::size_t{0xFF}, static_cast<std::size_t>(marker), size >> 8, size & 0xFF}) {
    file.push_back(static_cast<std::byte>(byte));
  }
  append(file, content.data(), content.size());
  append(file, jpeg.data() + 2, jpeg.size() - 2);
  return file;
}

Bytes exifMarker(const Bytes& exif) {
  Bytes content = bytesOf(std::string_view("Exif\0\0", 6));
  append(content, exif.data(), exif.size());
  return content;
}

} // namespace refscale::test
