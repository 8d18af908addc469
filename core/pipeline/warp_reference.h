// A reference as its matches place it: what the network is offered, without the network. To look
// at and to compare with; nothing is restored from it.
#pragma once

#include "core/base/correspondence.h"
#include "core/media/picture.h"

namespace refscale::pipeline {

// RGBA, 8 bit, of the output's size: each pixel with the reference's colour at the place that its
// cell was matched to (Correspondence::pixels, between cells that move alike also between their
// offsets), bilinear. Transparent where the confidence is below `sure` or the place lies outside
// the reference. `reference` in its own size, which need not be the one it was matched in.
[[nodiscard]] media::Picture warpReference(const media::Picture& reference,
                                           const Correspondence& matches, float sure);

} // namespace refscale::pipeline
