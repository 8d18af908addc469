#include "core/media/tiff_stream.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <new>
#include <string_view>

namespace refscale::media {
namespace {

// No single piece of memory that libtiff asks for by a file's word may be larger: rows and tiles of
// pictures within the limit are smaller, or at least not larger than the file.
tmsize_t largestPiece(const TiffStream& stream) {
  constexpr std::size_t kAlways = std::size_t{1} << 30;
  constexpr std::size_t kRounding = 4096;
  return static_cast<tmsize_t>(std::max(kAlways, stream.input.size() + kRounding));
}

TiffStream& streamOf(thandle_t handle) {
  return *static_cast<TiffStream*>(handle);
}

toff_t sizeOf(const TiffStream& stream) {
  return stream.output != nullptr ? stream.output->size() : stream.input.size();
}

tmsize_t onRead(thandle_t handle, void* target, tmsize_t wanted) {
  TiffStream& stream = streamOf(handle);
  if (wanted <= 0 || stream.position >= sizeOf(stream)) return 0;
  const auto count = std::min<toff_t>(wanted, sizeOf(stream) - stream.position);
  const std::byte* begin = stream.output != nullptr ? stream.output->data() : stream.input.data();
  std::memcpy(target, begin + stream.position, count);
  stream.position += count;
  return static_cast<tmsize_t>(count);
}

tmsize_t onWrite(thandle_t handle, void* source, tmsize_t count) {
  TiffStream& stream = streamOf(handle);
  if (stream.output == nullptr || count < 0) return -1;
  const toff_t end = stream.position + static_cast<toff_t>(count);
  try {
    if (end > stream.output->size()) stream.output->resize(end);
  } catch (const std::bad_alloc&) { // an exception must not pass through libtiff
    stream.error = "out of memory";
    return -1;
  }
  std::memcpy(stream.output->data() + stream.position, source, static_cast<std::size_t>(count));
  stream.position = end;
  return count;
}

toff_t onSeek(thandle_t handle, toff_t offset, int origin) {
  TiffStream& stream = streamOf(handle);
  const toff_t base = origin == SEEK_CUR   ? stream.position
                      : origin == SEEK_END ? sizeOf(stream)
                                           : 0;
  stream.position = base + offset;
  return stream.position;
}

int onClose(thandle_t) {
  return 0;
}

toff_t onSize(thandle_t handle) {
  return sizeOf(streamOf(handle));
}

int onError(TIFF*, void* user, const char* module, const char* format, va_list arguments) {
  auto* stream = static_cast<TiffStream*>(user);
  char text[256];
  // NOLINTNEXTLINE(clang-diagnostic-format-nonliteral): libtiff's formats
  (void)std::vsnprintf(text, sizeof text, format, arguments);
  stream->dataLost = true;
  if (stream->error.empty()) stream->error = std::string(module ? module : "") + ": " + text;
  return 1;
}

// Warnings are mostly about odd tags; but the JPEG and fax decoders only warn where pixels are
// missing, and fill in grey or white.
int onWarning(TIFF*, void* user, const char* module, const char* format, va_list arguments) {
  const std::string_view from(module ? module : "");
  if (from == "JPEGLib" || std::string_view(format).find("Premature") != std::string_view::npos) {
    return onError(nullptr, user, module, format, arguments);
  }
  return 1;
}

} // namespace

TiffHandle openTiff(TiffStream& stream, const char* mode) {
  const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(
      TIFFOpenOptionsAlloc(), &TIFFOpenOptionsFree);
  TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), largestPiece(stream));
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, &stream);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), onWarning, &stream);
  return {TIFFClientOpenExt("", mode, &stream, onRead, onWrite, onSeek, onClose, onSize, nullptr,
                            nullptr, options.get()),
          &TIFFClose};
}

} // namespace refscale::media
