#include <png.h>

#include <bit>
#include <cstring>
#include <new>
#include <string_view>

#include "core/base/error.h"
#include "core/base/run_context.h"
#include "core/media/codec.h"

namespace refscale::media {
namespace {

constexpr char kXmpKey[] = "XML:com.adobe.xmp";
// Before PNG had a place for EXIF, programs wrote it in hexadecimal as a text; some still do.
constexpr const char* kRawExifKeys[] = {"Raw profile type exif", "Raw profile type APP1"};
constexpr char kRawXmpKey[] = "Raw profile type xmp";

// What libpng's callbacks see. libpng reports errors by longjmp: the frames that it skips hold
// nothing with a destructor, everything that must be freed is a member of Reader or Writer.
struct Stream {
  std::span<const std::byte> input;
  std::vector<std::byte>* output = nullptr;
  bool profileRefused = false;
  char message[200] = {};
};

[[noreturn]] void onError(png_structp png, png_const_charp message) {
  auto* stream = static_cast<Stream*>(png_get_error_ptr(png));
  std::strncpy(stream->message, message, sizeof stream->message - 1);
  png_longjmp(png, 1);
}

void onWarning(png_structp png, png_const_charp message) {
  auto* stream = static_cast<Stream*>(png_get_error_ptr(png));
  if (std::strncmp(message, "iCCP", 4) == 0) stream->profileRefused = true;
}

void onRead(png_structp png, png_bytep target, std::size_t count) {
  auto* stream = static_cast<Stream*>(png_get_io_ptr(png));
  if (count > stream->input.size()) png_error(png, "the file ends too early");
  std::memcpy(target, stream->input.data(), count);
  stream->input = stream->input.subspan(count);
}

void onWrite(png_structp png, png_bytep bytes, std::size_t count) {
  auto* stream = static_cast<Stream*>(png_get_io_ptr(png));
  bool written = true;
  try {
    const auto* begin = reinterpret_cast<const std::byte*>(bytes);
    stream->output->insert(stream->output->end(), begin, begin + count);
  } catch (const std::bad_alloc&) {
    written = false;
  }
  if (!written) png_error(png, "out of memory");
}

void onFlush(png_structp) {}

// libpng refuses profiles that it takes for faulty, among them the sRGB profile that many cameras
// embed; one that is really broken is left out instead of failing the picture.
void acceptProfiles(png_structp png) {
  png_set_option(png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
  png_set_benign_errors(png, 1);
}

class Reader {
 public:
  explicit Reader(const Source& source) : source_(source), stream_{source.bytes} {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, &stream_, onError, onWarning);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
    if (info_ == nullptr) throw Error(Kind::OutOfMemory, "There is not enough memory for libpng.");
    png_set_read_fn(png_, &stream_, onRead);
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // checkSize() is the limit
    acceptProfiles(png_);
  }
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) = delete;
  Reader& operator=(Reader&&) = delete;

  Decoded read(Wanted wanted);

 private:
  // Runs a step that calls libpng. The step may hold only values without a destructor.
  template <typename Step>
  void guarded(const Step& step) {
    if (setjmp(png_jmpbuf(png_)) != 0) throwBroken(source_, stream_.message);
    step();
  }
  void readHeader(Decoded& decoded);
  void readPixels(Picture& picture);
  void readPackets(Decoded& decoded);

  const Source& source_;
  Stream stream_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  std::string conversion_;
};

// An animation is a PNG with an acTL chunk before its pixels.
bool isAnimated(std::span<const std::byte> file) {
  std::size_t at = 8;
  while (at + 8 <= file.size()) {
    const auto* chunk = reinterpret_cast<const unsigned char*>(file.data() + at);
    const std::size_t length = png_get_uint_32(chunk);
    if (std::memcmp(chunk + 4, "acTL", 4) == 0) return true;
    if (std::memcmp(chunk + 4, "IDAT", 4) == 0) return false;
    at += length + 12;
  }
  return false;
}

// "\nexif\n    1234\n457869...": a name, the number of bytes, the bytes. Empty when it is none.
std::vector<std::byte> rawProfile(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  const std::size_t name = text.find_first_not_of('\n');
  const std::size_t count = name == text.npos ? text.npos : text.find('\n', name);
  const std::size_t begin = count == text.npos ? text.npos : text.find('\n', count + 1);
  if (begin == text.npos) return {};
  std::vector<std::byte> bytes;
  int high = -1;
  for (const char c : text.substr(begin)) {
    const int value = digit(c);
    if (value < 0) continue;
    if (high >= 0) bytes.push_back(static_cast<std::byte>(high * 16 + value));
    high = high < 0 ? value : -1;
  }
  return bytes;
}

// JPEG's mark in front of EXIF or XMP, which the bytes of APP1 begin with.
std::span<const std::byte> without(std::string_view mark, std::span<const std::byte> bytes) {
  const bool there =
      bytes.size() > mark.size() && std::memcmp(bytes.data(), mark.data(), mark.size()) == 0;
  return there ? bytes.subspan(mark.size()) : bytes;
}

void Reader::readHeader(Decoded& decoded) {
  guarded([&] { png_read_info(png_, info_); });
  const auto width = png_get_image_width(png_, info_);
  const auto height = png_get_image_height(png_, info_);
  checkSize(source_, width, height);
  const int colour = png_get_color_type(png_, info_);
  const int depth = png_get_bit_depth(png_, info_);
  if (colour == PNG_COLOR_TYPE_PALETTE) {
    conversion_ = "palette expanded to RGB";
  } else if (depth < 8) {
    conversion_ = std::to_string(depth) + "-bit grey expanded to 8 bit";
  }
  const bool transparent =
      (colour & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
  decoded.info.format = "PNG";
  decoded.info.width = static_cast<int>(width);
  decoded.info.height = static_cast<int>(height);
  decoded.info.channels = ((colour & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1) + (transparent ? 1 : 0);
  decoded.info.sample = depth == 16 ? Sample::U16 : Sample::U8;
}

void Reader::readPixels(Picture& picture) {
  // Deflate packs at most 1032 to 1, so a header can be known to promise more than the file holds:
  // a pixel has at least one bit.
  const std::uint64_t width = png_get_image_width(png_, info_);
  if (width / 8 * png_get_image_height(png_, info_) / 1032 > source_.bytes.size()) {
    throwBroken(source_, "the header promises more pixels than the file can hold");
  }
  int passes = 1;
  guarded([&] {
    png_set_expand(png_); // palettes, depths below 8, and tRNS to alpha
    if constexpr (std::endian::native == std::endian::little) png_set_swap(png_);
    passes = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_); // makes room for rows
  });
  picture =
      Picture(static_cast<int>(png_get_image_width(png_, info_)),
              static_cast<int>(png_get_image_height(png_, info_)), png_get_channels(png_, info_),
              png_get_bit_depth(png_, info_) == 16 ? Sample::U16 : Sample::U8);
  guarded([&] {
    for (int pass = 0; pass < passes; ++pass) {
      for (int y = 0; y < picture.height(); ++y) {
        StopScope::check();
        png_read_row(png_, picture.row<png_byte>(y), nullptr);
      }
    }
    png_read_end(png_, info_);
  });
}

void Reader::readPackets(Decoded& decoded) {
  png_charp name = nullptr;
  png_bytep bytes = nullptr;
  png_uint_32 size = 0;
  int compression = 0;
  if (png_get_iCCP(png_, info_, &name, &compression, &bytes, &size) == PNG_INFO_iCCP) {
    const auto* begin = reinterpret_cast<const std::byte*>(bytes);
    decoded.picture.iccProfile.assign(begin, begin + size);
  }
  if (png_get_eXIf_1(png_, info_, &size, &bytes) == PNG_INFO_eXIf) {
    const auto* begin = reinterpret_cast<const std::byte*>(bytes);
    decoded.exif.assign(begin, begin + size);
  }
  png_textp texts = nullptr;
  const int count = png_get_text(png_, info_, &texts, nullptr);
  const auto textOf = [&](const char* key) {
    std::string_view found;
    for (int i = 0; i < count; ++i) {
      if (std::strcmp(texts[i].key, key) == 0) found = texts[i].text;
    }
    return found;
  };
  decoded.xmp = textOf(kXmpKey);
  if (decoded.xmp.empty()) {
    const auto raw = rawProfile(textOf(kRawXmpKey));
    decoded.xmp.assign(reinterpret_cast<const char*>(raw.data()), raw.size());
  }
  for (const char* key : kRawExifKeys) {
    if (!decoded.exif.empty()) break;
    const auto raw = rawProfile(textOf(key));
    const auto exif = without({"Exif\0\0", 6}, raw);
    decoded.exif.assign(exif.begin(), exif.end());
  }
}

Decoded Reader::read(Wanted wanted) {
  Decoded decoded;
  readHeader(decoded);
  if (wanted == Wanted::Pixels) {
    readPixels(decoded.picture);
    if (!conversion_.empty()) decoded.picture.notes.push_back(conversion_);
    if (isAnimated(source_.bytes)) {
      decoded.picture.notes.emplace_back("animation: first picture taken");
    }
    if (stream_.profileRefused) {
      decoded.picture.notes.emplace_back(
          "colour profile ignored: it is broken or for other channels");
    }
  }
  readPackets(decoded);
  return decoded;
}

class Writer {
 public:
  explicit Writer(std::vector<std::byte>& output) {
    stream_.output = &output;
    png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, &stream_, onError, onWarning);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
    if (info_ == nullptr) throw Error(Kind::OutOfMemory, "There is not enough memory for libpng.");
    png_set_write_fn(png_, &stream_, onWrite, onFlush);
    png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    acceptProfiles(png_);
  }
  ~Writer() { png_destroy_write_struct(&png_, &info_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  void write(const Picture& picture, const Packets& packets, int compression);
  // Of those that there are, libpng refuses what it takes for broken.
  [[nodiscard]] bool hasProfile() const { return png_get_valid(png_, info_, PNG_INFO_iCCP) != 0; }

 private:
  void setPackets(const Packets& packets);

  Stream stream_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

void Writer::setPackets(const Packets& packets) {
  if (packets.profile.empty()) {
    png_set_sRGB_gAMA_and_cHRM(png_, info_, PNG_sRGB_INTENT_PERCEPTUAL);
  } else {
    png_set_iCCP(png_, info_, "ICC profile", PNG_COMPRESSION_TYPE_BASE,
                 reinterpret_cast<png_const_bytep>(packets.profile.data()),
                 static_cast<png_uint_32>(packets.profile.size()));
  }
  if (!packets.exif.empty()) {
    // libpng copies, but its signature takes a mutable pointer.
    auto* bytes = const_cast<std::byte*>(packets.exif.data());
    png_set_eXIf_1(png_, info_, static_cast<png_uint_32>(packets.exif.size()),
                   reinterpret_cast<png_bytep>(bytes));
  }
  if (!packets.xmp.empty()) {
    png_text text{};
    char key[sizeof kXmpKey];
    std::memcpy(key, kXmpKey, sizeof key);
    text.compression = PNG_ITXT_COMPRESSION_NONE;
    text.key = key;
    text.text = const_cast<char*>(packets.xmp.data());
    text.itxt_length = packets.xmp.size();
    png_set_text(png_, info_, &text, 1);
  }
}

void Writer::write(const Picture& picture, const Packets& packets, int compression) {
  constexpr int kColours[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                              PNG_COLOR_TYPE_RGB_ALPHA};
  if (setjmp(png_jmpbuf(png_)) != 0) {
    throw Error(Kind::Internal, "The picture could not be encoded as PNG.", stream_.message);
  }
  png_set_IHDR(png_, info_, picture.width(), picture.height(),
               picture.sample() == Sample::U16 ? 16 : 8, kColours[picture.channels() - 1],
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level(png_, compression);
  setPackets(packets);
  png_write_info(png_, info_);
  if constexpr (std::endian::native == std::endian::little) png_set_swap(png_);
  for (int y = 0; y < picture.height(); ++y) {
    StopScope::check();
    png_write_row(png_, picture.row<png_byte>(y));
  }
  png_write_end(png_, nullptr); // with the packets again it would write a second eXIf chunk
}

} // namespace

Decoded decodePng(const Source& source, Wanted wanted) {
  return Reader(source).read(wanted);
}

std::vector<std::byte> encodePng(const Picture& picture, const Packets& packets, int compression,
                                 std::vector<std::string>& losses) {
  std::vector<std::byte> file;
  Writer writer(file);
  writer.write(picture, packets, compression);
  if (!packets.profile.empty() && !writer.hasProfile()) {
    losses.emplace_back("colour profile left out: a PNG cannot hold it");
  }
  return file;
}

} // namespace refscale::media
