// Pictures and files that the tests of core/media make in code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/media/picture.h"

namespace refscale::test {

using Bytes = std::vector<std::byte>;

// Smooth colours that differ between channels, alpha included, over the whole range.
media::Picture gradient(int width, int height, int channels, media::Sample sample);

bool samePixels(const media::Picture& a, const media::Picture& b);

// Root of the mean squared difference in 8-bit steps; a large number where the pictures differ in
// kind.
double difference(const media::Picture& a, const media::Picture& b);

// The kind of the Error that an action ends in; nothing when it does not.
std::optional<Kind> kindOf(const std::function<void()>& action);
// Its message; empty when there is none.
std::string messageOf(const std::function<void()>& action);

media::Picture readBytes(const Bytes& file, std::uint64_t pixelLimit = 1'000'000);
bool hasNote(const media::Picture& picture, const std::string& word);

void append(Bytes& file, const void* data, std::size_t size);
void append(Bytes& file, std::string_view text);

// The hosts of this program are little endian.
template <typename T>
void appendLittle(Bytes& file, T value) {
  append(file, &value, sizeof value);
}

void appendBig(Bytes& file, std::uint32_t value);
Bytes bytesOf(std::string_view text);

// The smallest EXIF packet that holds an orientation.
Bytes exifWithOrientation(int orientation);

// A JPEG with a packet put in as its first marker (0xE1 for EXIF and XMP).
Bytes withMarker(const Bytes& jpeg, int marker, const Bytes& content);
Bytes exifMarker(const Bytes& exif);

} // namespace refscale::test
