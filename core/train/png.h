// PNG files without a library, for sheets and plots of a training, which runs on machines that have
// none: 8-bit RGB, not compressed. For everything else there is media::writePicture.
#pragma once

#include <filesystem>

#include "core/media/picture.h"

namespace refscale::train {

// Written beside and renamed. Throws Internal for pictures that are not 8-bit RGB.
void writePng(const media::Picture& picture, const std::filesystem::path& path);

} // namespace refscale::train
