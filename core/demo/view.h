// The demo's street, painted in code and looked at by two cameras at two moments. Deterministic;
// knows nothing of models.
#pragma once

#include "core/media/picture.h"

namespace refscale::demo {

// The first picture to be enlarged (seen under an even sky), and the better one: nearer, from
// further right, turned a little, in the afternoon sun, when some things had changed.
enum class Moment { Input, Reference };

// The view at full size, RGB, 8 bit: 640 x 480 and 720 x 540. Sixteen samples a pixel.
[[nodiscard]] media::Picture renderView(Moment moment);

} // namespace refscale::demo
