// libFuzzer target of the picture readers: any bytes must end in a picture or an Error.
#include "core/base/error.h"
#include "core/media/color.h"
#include "core/media/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::span bytes(reinterpret_cast<const std::byte*>(data), size);
    (void)refscale::media::toSrgb(
        refscale::media::readPicture(bytes, "fuzz", {.pixelLimit = 100'000}));
  } catch (const refscale::Error&) { // NOLINT(bugprone-empty-catch): that is how broken files end
    return 0;
  }
  return 0;
}
