#include <webp/decode.h>
#include <webp/demux.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <memory>

#include "core/base/run_context.h"
#include "core/base/said_error.h"
#include "core/media/codec.h"

namespace refscale::media {
namespace {

WebPData dataOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

std::span<const std::byte> bytesOf(const WebPData& data) {
  return {reinterpret_cast<const std::byte*>(data.bytes), data.size};
}

using Demuxer = std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)>;

struct FirstFrame {
  WebPIterator frame{};
  explicit FirstFrame(const WebPDemuxer* demuxer) : found(WebPDemuxGetFrame(demuxer, 1, &frame)) {}
  ~FirstFrame() { WebPDemuxReleaseIterator(&frame); }
  FirstFrame(const FirstFrame&) = delete;
  FirstFrame& operator=(const FirstFrame&) = delete;
  FirstFrame(FirstFrame&&) = delete;
  FirstFrame& operator=(FirstFrame&&) = delete;
  int found;
};

std::span<const std::byte> chunk(const WebPDemuxer* demuxer, const char* name,
                                 WebPChunkIterator& iterator) {
  if (WebPDemuxGetChunk(demuxer, name, 1, &iterator) == 0) return {};
  return bytesOf(iterator.chunk);
}

void readPackets(const WebPDemuxer* demuxer, Decoded& decoded) {
  WebPChunkIterator iterator{};
  const auto profile = chunk(demuxer, "ICCP", iterator);
  decoded.picture.iccProfile.assign(profile.begin(), profile.end());
  WebPDemuxReleaseChunkIterator(&iterator);
  auto exif = chunk(demuxer, "EXIF", iterator);
  // Some programs put JPEG's header before the TIFF structure.
  constexpr std::string_view kHeader("Exif\0\0", 6);
  if (exif.size() > kHeader.size() &&
      std::equal(kHeader.begin(), kHeader.end(), reinterpret_cast<const char*>(exif.data()))) {
    exif = exif.subspan(kHeader.size());
  }
  decoded.exif.assign(exif.begin(), exif.end());
  WebPDemuxReleaseChunkIterator(&iterator);
  const auto xmp = chunk(demuxer, "XMP ", iterator);
  decoded.xmp.assign(reinterpret_cast<const char*>(xmp.data()), xmp.size());
  WebPDemuxReleaseChunkIterator(&iterator);
}

// Decodes one frame into its place on the canvas.
void readFrame(const Source& source, const WebPIterator& frame, Picture& canvas) {
  WebPDecoderConfig config;
  if (WebPInitDecoderConfig(&config) == 0) {
    throw Error(Kind::Internal, "RefScale was built for another version of libwebp.");
  }
  const std::size_t start = canvas.stride() * frame.y_offset +
                            static_cast<std::size_t>(frame.x_offset) * canvas.channels();
  config.options.use_threads = 1;
  config.output.colorspace = canvas.hasAlpha() ? MODE_RGBA : MODE_RGB;
  config.output.is_external_memory = 1;
  config.output.u.RGBA.rgba = reinterpret_cast<std::uint8_t*>(canvas.bytes().data()) + start;
  config.output.u.RGBA.stride = static_cast<int>(canvas.stride());
  config.output.u.RGBA.size = canvas.bytes().size() - start;
  const VP8StatusCode status = WebPDecode(frame.fragment.bytes, frame.fragment.size, &config);
  WebPFreeDecBuffer(&config.output);
  if (status == VP8_STATUS_OUT_OF_MEMORY) {
    throw SaidError(Kind::OutOfMemory,
                    REFSCALE_SENTENCE("Errors",
                                      "There is not enough memory to read %1; close other programs "
                                      "or use a smaller picture."),
                    {source.quotedName()});
  }
  if (status != VP8_STATUS_OK) {
    throwBroken(source, "libwebp status " + std::to_string(static_cast<int>(status)));
  }
}

struct ImportedPicture {
  WebPPicture picture{};
  WebPMemoryWriter writer{};
  ImportedPicture() { WebPMemoryWriterInit(&writer); }
  ~ImportedPicture() {
    WebPPictureFree(&picture);
    WebPMemoryWriterClear(&writer);
  }
  ImportedPicture(const ImportedPicture&) = delete;
  ImportedPicture& operator=(const ImportedPicture&) = delete;
  ImportedPicture(ImportedPicture&&) = delete;
  ImportedPicture& operator=(ImportedPicture&&) = delete;
};

void require(bool fine, const char* step) {
  if (!fine) throw Error(Kind::Internal, "The picture could not be encoded as WebP.", step);
}

std::vector<std::byte> wrapped(std::span<const std::byte> image, const Packets& packets) {
  const std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)> mux(WebPMuxNew(), &WebPMuxDelete);
  require(mux != nullptr, "WebPMuxNew");
  const auto set = [&](const char* name, std::span<const std::byte> bytes) {
    if (bytes.empty()) return;
    const WebPData data = dataOf(bytes);
    require(WebPMuxSetChunk(mux.get(), name, &data, 0) == WEBP_MUX_OK, name);
  };
  const WebPData data = dataOf(image);
  require(WebPMuxSetImage(mux.get(), &data, 0) == WEBP_MUX_OK, "WebPMuxSetImage");
  set("ICCP", packets.profile);
  set("EXIF", packets.exif);
  set("XMP ", std::as_bytes(std::span(packets.xmp)));
  WebPData file{};
  require(WebPMuxAssemble(mux.get(), &file) == WEBP_MUX_OK, "WebPMuxAssemble");
  const auto bytes = bytesOf(file);
  std::vector<std::byte> result(bytes.begin(), bytes.end());
  WebPDataClear(&file);
  return result;
}

} // namespace

Decoded decodeWebP(const Source& source, Wanted wanted) {
  // The canvas size stands in the first bytes; the demuxer refuses files that are cut off.
  const WebPData file = dataOf(source.bytes);
  const Demuxer demuxer(WebPDemux(&file), &WebPDemuxDelete);
  if (demuxer == nullptr) throwBroken(source, "the RIFF structure is damaged or incomplete");
  const auto width = WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH);
  const auto height = WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT);
  checkSize(source, width, height);
  const FirstFrame first(demuxer.get());
  if (first.found == 0) throwBroken(source, "there is no picture in the file");
  const WebPIterator& frame = first.frame;
  const bool covers = frame.x_offset == 0 && frame.y_offset == 0 &&
                      static_cast<std::uint32_t>(frame.width) == width &&
                      static_cast<std::uint32_t>(frame.height) == height;
  Decoded decoded;
  decoded.info = {.format = "WebP",
                  .width = static_cast<int>(width),
                  .height = static_cast<int>(height),
                  .channels = frame.has_alpha != 0 || !covers ? 4 : 3,
                  .sample = Sample::U8};
  if (wanted == Wanted::Pixels) {
    decoded.picture =
        Picture(decoded.info.width, decoded.info.height, decoded.info.channels, Sample::U8);
    readFrame(source, frame, decoded.picture);
    if (WebPDemuxGetI(demuxer.get(), WEBP_FF_FRAME_COUNT) > 1) {
      decoded.picture.notes.emplace_back("animation: first picture taken");
    }
  }
  readPackets(demuxer.get(), decoded);
  return decoded;
}

std::vector<std::byte> encodeWebP(const Picture& picture, const Packets& packets, int quality) {
  WebPConfig config;
  ImportedPicture image;
  require(WebPConfigInit(&config) != 0 && WebPPictureInit(&image.picture) != 0, "version");
  config.lossless = quality > 100 ? 1 : 0;
  config.quality = static_cast<float>(quality > 100 ? 75 : quality);
  config.exact = 1; // colours under transparent pixels count too: they are enlarged later
  config.thread_level = 1;
  image.picture.width = picture.width();
  image.picture.height = picture.height();
  image.picture.use_argb = config.lossless;
  image.picture.writer = WebPMemoryWrite;
  image.picture.custom_ptr = &image.writer;
  const auto* pixels = picture.row<std::uint8_t>(0);
  const int stride = static_cast<int>(picture.stride());
  require((picture.hasAlpha() ? WebPPictureImportRGBA(&image.picture, pixels, stride)
                              : WebPPictureImportRGB(&image.picture, pixels, stride)) != 0,
          "WebPPictureImport");
  image.picture.user_data = const_cast<RunContext*>(StopScope::context());
  image.picture.progress_hook = [](int, const WebPPicture* p) {
    const auto* context = static_cast<const RunContext*>(p->user_data);
    return context != nullptr && context->stopRequested() ? 0 : 1;
  };
  const bool encoded = WebPEncode(&config, &image.picture) != 0;
  StopScope::check();
  require(encoded, "WebPEncode");
  const std::span bytes(reinterpret_cast<const std::byte*>(image.writer.mem), image.writer.size);
  return wrapped(bytes, packets);
}

} // namespace refscale::media
