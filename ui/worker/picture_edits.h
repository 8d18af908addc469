// Turning and cropping a picture that was read. Edits are kept beside the picture as it was read,
// so that they can be changed without loss and a job file can name them.
#pragma once

#include "ui/worker/messages.h"

namespace refscale::ui {

inline constexpr int kLeastCrop = 16; // pixels of a side: smaller shows nothing to match

// Not in the window's thread: all pixels are touched. Throws BadInput for a crop that lies outside
// the picture.
[[nodiscard]] PictureHandle withEdits(const PictureHandle& picture, const PictureEdits& edits);

[[nodiscard]] PictureEdits turnedBy(PictureEdits edits, int quarters); // clockwise
// `shown`: of the picture as those edits show it.
[[nodiscard]] PictureEdits croppedTo(const LoadedPicture& picture, const QRect& shown);

} // namespace refscale::ui
