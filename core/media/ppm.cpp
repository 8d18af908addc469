#include <cctype>

#include "core/media/codec.h"

// Netpbm's grey and colour pictures, as text (P2, P3) and binary (P5, P6).
namespace refscale::media {
namespace {

class Reader {
 public:
  explicit Reader(const Source& source) : source_(source) {}
  Decoded read(Wanted wanted);

 private:
  [[nodiscard]] bool atEnd() const { return at_ >= source_.bytes.size(); }
  int next() {
    if (atEnd()) throwBroken(source_, "the file ends too early");
    return static_cast<int>(source_.bytes[at_++]);
  }
  std::uint32_t number(); // after white space and comments, followed by one white space or the end
  std::uint32_t sample();

  const Source& source_;
  std::size_t at_ = 2;
  bool text_ = false;
  std::uint32_t most_ = 255;
};

std::uint32_t Reader::number() {
  int c = next();
  while (std::isspace(c) != 0 || c == '#') {
    while (c == '#' && next() != '\n') continue;
    c = next();
  }
  std::uint32_t result = 0;
  for (; std::isdigit(c) != 0; c = next()) {
    if (result > 99'999'999) throwBroken(source_, "a number is too large");
    result = result * 10 + static_cast<std::uint32_t>(c - '0');
    if (atEnd()) return result;
  }
  if (std::isspace(c) == 0) throwBroken(source_, "a number was expected");
  return result;
}

std::uint32_t Reader::sample() {
  const std::uint32_t high = most_ > 255 && !text_ ? static_cast<std::uint32_t>(next()) << 8 : 0;
  const std::uint32_t value = text_ ? number() : high | static_cast<std::uint32_t>(next());
  if (value > most_) throwBroken(source_, "a value is larger than the header's maximum");
  return value;
}

Decoded Reader::read(Wanted wanted) {
  const char kind = static_cast<char>(source_.bytes[1]);
  text_ = kind == '2' || kind == '3';
  const std::uint32_t width = number();
  const std::uint32_t height = number();
  most_ = number();
  checkSize(source_, width, height);
  if (most_ == 0 || most_ > 65535) throwBroken(source_, "the maximum is not 1 to 65535");
  const std::uint32_t full = most_ > 255 ? 65535 : 255;
  Decoded decoded;
  decoded.info = {.format = "PPM",
                  .width = static_cast<int>(width),
                  .height = static_cast<int>(height),
                  .channels = kind == '2' || kind == '5' ? 1 : 3,
                  .sample = most_ > 255 ? Sample::U16 : Sample::U8};
  if (wanted == Wanted::Header) return decoded;
  const std::uint64_t samples = std::uint64_t{width} * height * decoded.info.channels;
  if (samples > (source_.bytes.size() - at_) / (text_ ? 1 : sampleBytes(decoded.info.sample))) {
    throwBroken(source_, "the file ends too early");
  }
  Picture& picture = decoded.picture;
  picture =
      Picture(decoded.info.width, decoded.info.height, decoded.info.channels, decoded.info.sample);
  for (int y = 0; y < picture.height(); ++y) {
    for (int i = 0; i < picture.width() * picture.channels(); ++i) {
      const std::uint32_t value = (sample() * full + most_ / 2) / most_;
      if (full == 255) {
        picture.row<std::uint8_t>(y)[i] = static_cast<std::uint8_t>(value);
      } else {
        picture.row<std::uint16_t>(y)[i] = static_cast<std::uint16_t>(value);
      }
    }
  }
  if (most_ != full) {
    picture.notes.push_back("values up to " + std::to_string(most_) + " spread to the full range");
  }
  return decoded;
}

} // namespace

Decoded decodePpm(const Source& source, Wanted wanted) {
  return Reader(source).read(wanted);
}

} // namespace refscale::media
