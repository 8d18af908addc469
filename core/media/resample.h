// Pillow's bicubic (Keys, a = -0.5, antialiased when shrinking), which the papers' numbers are made
// with: once byte-exact with Pillow's 8-bit fixed-point code, once in float for everything else.
#pragma once

#include "core/media/picture.h"

namespace refscale::media {

// Byte for byte what PIL.Image.resize((width, height), BICUBIC) gives for an 8-bit picture of 1 to
// 4 channels (each channel on its own, alpha not premultiplied). Throws BadInput for other samples.
[[nodiscard]] Picture resizeBicubicU8(const Picture& picture, int width, int height);

// The same filter in float arithmetic on any sample type; the result has the input's sample type,
// and for F32 is not clamped. Uses all cores.
[[nodiscard]] Picture resizeBicubic(const Picture& picture, int width, int height);

} // namespace refscale::media
