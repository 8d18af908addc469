#include <csetjmp>
#include <cstdio>
#include <cstring>
// jpeglib.h needs stdio and is not self-contained.
#include <jerror.h>
#include <jpeglib.h>

#include <memory>

#include "core/base/run_context.h"
#include "core/base/said_error.h"
#include "core/media/codec.h"

namespace refscale::media {
namespace {

constexpr std::string_view kExifHeader("Exif\0\0", 6);
constexpr std::string_view kXmpHeader("http://ns.adobe.com/xap/1.0/\0", 29);
constexpr std::string_view kExtendedXmpHeader("http://ns.adobe.com/xmp/extension/\0", 35);
constexpr std::size_t kMarkerBytes = 65533;

// libjpeg reports errors by longjmp: the frames that it skips hold nothing with a destructor;
// everything that must be freed is a member of Reader or Writer.
struct ErrorState {
  jpeg_error_mgr base; // first, so that libjpeg's pointer to it is a pointer to this
  std::jmp_buf jump;
  int code = 0;
  char message[JMSG_LENGTH_MAX] = {};
};

[[noreturn]] void onError(j_common_ptr common) {
  auto* state = reinterpret_cast<ErrorState*>(common->err);
  state->code = common->err->msg_code;
  common->err->format_message(common, state->message);
  std::longjmp(state->jump, 1); // NOLINT(cert-err52-cpp)
}

// libjpeg goes on after broken data and fills the rest with grey. Warnings that mean lost pixels
// are errors here; what is left are oddities of the headers.
void onMessage(j_common_ptr common, int level) {
  if (level >= 0) return;
  switch (common->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_ICC:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_TOO_MUCH_DATA:
      return;
    default:
      onError(common);
  }
}

// A progressive file can hold thousands of scans that each cost a pass over the picture; who stops
// it need not wait for them (fail() says which of the two it was).
void onProgress(j_common_ptr common) {
  constexpr int kMostScans = 500;
  const RunContext* context = StopScope::context();
  if ((context != nullptr && context->stopRequested()) ||
      reinterpret_cast<j_decompress_ptr>(common)->input_scan_number > kMostScans) {
    common->err->msg_code = JERR_BAD_PROGRESSION;
    onError(common);
  }
}

void initialise(ErrorState& state) {
  jpeg_std_error(&state.base);
  state.base.error_exit = onError;
  state.base.emit_message = onMessage;
  state.base.output_message = [](j_common_ptr) {};
}

std::span<const std::byte> payload(jpeg_marker_struct* marker, std::string_view header) {
  const std::span bytes(reinterpret_cast<const std::byte*>(marker->data), marker->data_length);
  if (bytes.size() < header.size()) return {};
  if (std::memcmp(bytes.data(), header.data(), header.size()) != 0) return {};
  return bytes.subspan(header.size());
}

class Reader {
 public:
  explicit Reader(const Source& source) : source_(source) {
    initialise(errors_);
    jpeg_.err = &errors_.base;
    progress_.progress_monitor = onProgress;
    guarded([&] {
      jpeg_create_decompress(&jpeg_);
      jpeg_.progress = &progress_;
      jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(source_.bytes.data()),
                   source_.bytes.size());
      for (const int marker : {1, 2}) jpeg_save_markers(&jpeg_, JPEG_APP0 + marker, 0xFFFF);
    });
  }
  ~Reader() { jpeg_destroy_decompress(&jpeg_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) = delete;
  Reader& operator=(Reader&&) = delete;

  Decoded read(Wanted wanted);

 private:
  template <typename Step>
  void guarded(const Step& step) {
    if (setjmp(errors_.jump) != 0) fail(); // NOLINT(cert-err52-cpp)
    step();
  }
  [[noreturn]] void fail() const;
  void readPackets(Decoded& decoded);
  void readPixels(Picture& picture);
  void inksToSrgb(Picture& picture, std::span<const std::byte> profile) const;

  const Source& source_;
  ErrorState errors_{};
  jpeg_progress_mgr progress_{};
  jpeg_decompress_struct jpeg_{};
};

void Reader::fail() const {
  StopScope::check();
  switch (errors_.code) {
    case JERR_BAD_PRECISION:
    case JERR_SOF_UNSUPPORTED:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
      throwUnsupported(source_, std::string("JPEG (") + errors_.message + ")");
    case JERR_OUT_OF_MEMORY:
      throw SaidError(Kind::OutOfMemory,
                      REFSCALE_SENTENCE("Errors",
                                        "There is not enough memory to read %1; close other "
                                        "programs or use a smaller picture."),
                      {source_.quotedName()}, errors_.message);
    default:
      throwBroken(source_, errors_.message);
  }
}

void Reader::readPackets(Decoded& decoded) {
  bool extended = false;
  for (auto* marker = jpeg_.marker_list; marker != nullptr; marker = marker->next) {
    if (marker->marker != JPEG_APP0 + 1) continue;
    if (const auto exif = payload(marker, kExifHeader); decoded.exif.empty() && !exif.empty()) {
      decoded.exif.assign(exif.begin(), exif.end());
    }
    if (const auto xmp = payload(marker, kXmpHeader); decoded.xmp.empty() && !xmp.empty()) {
      decoded.xmp.assign(reinterpret_cast<const char*>(xmp.data()), xmp.size());
    }
    extended = extended || !payload(marker, kExtendedXmpHeader).empty();
  }
  if (extended) {
    decoded.picture.notes.emplace_back("XMP data beyond the first 64 KiB left out");
  }
  JOCTET* bytes = nullptr;
  unsigned size = 0;
  guarded([&] { (void)jpeg_read_icc_profile(&jpeg_, &bytes, &size); });
  const std::unique_ptr<JOCTET, decltype(&std::free)> owner(bytes, &std::free);
  if (bytes == nullptr) return;
  const auto* begin = reinterpret_cast<const std::byte*>(bytes);
  decoded.picture.iccProfile.assign(begin, begin + size);
}

void Reader::readPixels(Picture& picture) {
  guarded([&] { jpeg_start_decompress(&jpeg_); });
  Picture pixels(static_cast<int>(jpeg_.output_width), static_cast<int>(jpeg_.output_height),
                 jpeg_.output_components, Sample::U8);
  guarded([&] {
    while (jpeg_.output_scanline < jpeg_.output_height) {
      JSAMPROW row = pixels.row<JSAMPLE>(static_cast<int>(jpeg_.output_scanline));
      jpeg_read_scanlines(&jpeg_, &row, 1);
    }
    jpeg_finish_decompress(&jpeg_);
  });
  copyAttributes(picture, pixels);
  picture = std::move(pixels);
}

void Reader::inksToSrgb(Picture& picture, std::span<const std::byte> profile) const {
  // Adobe's programs store inks the other way round, and say who they are.
  if (jpeg_.saw_Adobe_marker != 0) {
    for (std::byte& value : picture.bytes()) value = ~value;
  }
  picture = cmykToSrgb(picture, profile);
}

Decoded Reader::read(Wanted wanted) {
  Decoded decoded;
  guarded([&] { jpeg_read_header(&jpeg_, TRUE); });
  checkSize(source_, jpeg_.image_width, jpeg_.image_height);
  const bool inks = jpeg_.num_components == 4;
  const bool grey = jpeg_.num_components == 1;
  jpeg_.out_color_space = inks ? JCS_CMYK : grey ? JCS_GRAYSCALE : JCS_RGB;
  decoded.info = {.format = "JPEG",
                  .width = static_cast<int>(jpeg_.image_width),
                  .height = static_cast<int>(jpeg_.image_height),
                  .channels = grey ? 1 : 3,
                  .sample = Sample::U8};
  readPackets(decoded);
  if (wanted == Wanted::Header) return decoded;
  readPixels(decoded.picture);
  if (inks) {
    const auto profile = std::move(decoded.picture.iccProfile);
    decoded.picture.iccProfile.clear();
    inksToSrgb(decoded.picture, profile);
  }
  return decoded;
}

class Writer {
 public:
  explicit Writer(std::vector<std::string>& losses) : losses_(losses) {
    initialise(errors_);
    jpeg_.err = &errors_.base;
    guarded([&] {
      jpeg_create_compress(&jpeg_);
      jpeg_mem_dest(&jpeg_, &buffer_, &size_);
    });
  }
  ~Writer() {
    jpeg_destroy_compress(&jpeg_);
    std::free(buffer_); // NOLINT(cppcoreguidelines-no-malloc): libjpeg's own allocation
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  Writer(Writer&&) = delete;
  Writer& operator=(Writer&&) = delete;

  std::vector<std::byte> write(const Picture& picture, const Packets& packets, int quality);

 private:
  template <typename Step>
  void guarded(const Step& step) {
    if (setjmp(errors_.jump) != 0) { // NOLINT(cert-err52-cpp)
      const Kind kind = errors_.code == JERR_OUT_OF_MEMORY ? Kind::OutOfMemory : Kind::Internal;
      throw Error(kind, "The picture could not be encoded as JPEG.", errors_.message);
    }
    step();
  }
  void start(const Picture& picture, int quality);
  void writeMarker(const char* name, std::string_view header, std::span<const std::byte> bytes);

  std::vector<std::string>& losses_;
  ErrorState errors_{};
  jpeg_compress_struct jpeg_{};
  unsigned char* buffer_ = nullptr;
  unsigned long size_ = 0; // NOLINT(google-runtime-int): libjpeg's signature
};

void Writer::start(const Picture& picture, int quality) {
  guarded([&] {
    jpeg_.image_width = picture.width();
    jpeg_.image_height = picture.height();
    jpeg_.input_components = picture.channels();
    jpeg_.in_color_space = picture.isGrey() ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg_);
    jpeg_set_quality(&jpeg_, quality, TRUE);
    jpeg_.optimize_coding = TRUE;
    if (quality >= 90) { // write.h: chroma is not subsampled
      jpeg_.comp_info[0].h_samp_factor = 1;
      jpeg_.comp_info[0].v_samp_factor = 1;
    }
    jpeg_start_compress(&jpeg_, TRUE);
  });
}

void Writer::writeMarker(const char* name, std::string_view header,
                         std::span<const std::byte> bytes) {
  if (bytes.empty()) return;
  if (header.size() + bytes.size() > kMarkerBytes) {
    losses_.push_back(std::string(name) + " data left out: a JPEG holds 64 KiB of it");
    return;
  }
  guarded([&] {
    jpeg_write_m_header(&jpeg_, JPEG_APP0 + 1, static_cast<unsigned>(header.size() + bytes.size()));
    for (const char c : header) jpeg_write_m_byte(&jpeg_, static_cast<unsigned char>(c));
    for (const std::byte b : bytes) jpeg_write_m_byte(&jpeg_, static_cast<int>(b));
  });
}

std::vector<std::byte> Writer::write(const Picture& picture, const Packets& packets, int quality) {
  start(picture, quality);
  writeMarker("EXIF", kExifHeader, packets.exif);
  writeMarker("XMP", kXmpHeader, std::as_bytes(std::span(packets.xmp)));
  guarded([&] {
    if (!packets.profile.empty()) {
      jpeg_write_icc_profile(&jpeg_, reinterpret_cast<const JOCTET*>(packets.profile.data()),
                             static_cast<unsigned>(packets.profile.size()));
    }
    while (jpeg_.next_scanline < jpeg_.image_height) {
      StopScope::check();
      // libjpeg does not write to the row, but its signature takes a mutable pointer.
      auto* row = const_cast<JSAMPROW>(picture.row<JSAMPLE>(static_cast<int>(jpeg_.next_scanline)));
      jpeg_write_scanlines(&jpeg_, &row, 1);
    }
    jpeg_finish_compress(&jpeg_);
  });
  const auto* begin = reinterpret_cast<const std::byte*>(buffer_);
  return {begin, begin + size_};
}

} // namespace

Decoded decodeJpeg(const Source& source, Wanted wanted) {
  return Reader(source).read(wanted);
}

std::vector<std::byte> encodeJpeg(const Picture& picture, const Packets& packets, int quality,
                                  std::vector<std::string>& losses) {
  return Writer(losses).write(picture, packets, quality);
}

} // namespace refscale::media
