// PSNR and SSIM as the super-resolution papers take them (BasicSR's functions): 8-bit pictures, on
// the unrounded BT.601 Y channel (16..235) or on RGB, with a border cropped.
#pragma once

#include "core/media/picture.h"

namespace refscale::media {

enum class MetricChannels { Y, Rgb };

// dB, peak 255; infinity for equal pictures. Both 8-bit with three channels and the same size,
// larger than twice the border, or BadInput.
[[nodiscard]] double psnr(const Picture& a, const Picture& b,
                          MetricChannels channels = MetricChannels::Y, int border = 4);

// Gaussian window 11x11, sigma 1.5, valid area only, C1 = 6.5025, C2 = 58.5225. On RGB the mean of
// the three channels (the official function, given a border, looks at the blue channel only).
[[nodiscard]] double ssim(const Picture& a, const Picture& b,
                          MetricChannels channels = MetricChannels::Y, int border = 4);

} // namespace refscale::media
