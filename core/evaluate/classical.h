// The opponent that needs no training: what OpenCV alone takes from a reference. A homography from
// SIFT matches, dense optical flow (DIS) for the rest, and the reference's high band added where
// both pictures agree. What a trained network must beat.
#pragma once

#include "core/media/picture.h"

namespace refscale::evaluate {

// `enlarged`: the input already enlarged x4 by a single-image method, 8-bit RGB; `reference`: 8-bit
// RGB of any size. Returns `enlarged` itself where no homography is found.
[[nodiscard]] media::Picture classicalReference(const media::Picture& enlarged,
                                                const media::Picture& reference);

} // namespace refscale::evaluate
