// A restored picture as it leaves the engine: without what pads a tiny input, in the input's sample
// type and channels.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/media/picture.h"
#include "core/pipeline/request.h"

namespace refscale::pipeline {

// `restored`: [1, 3, 4h, 4w] or larger. Alpha is the input's, enlarged by bicubic; EXIF and XMP
// come along.
[[nodiscard]] media::Picture finished(const at::Tensor& restored, const media::Picture& input);

// Hands rows of the restoration, [1, 3, n, 4w] from row `top` on, to request.rowsReady.
void showRows(const UpscaleRequest& request, std::int64_t top, const at::Tensor& rows);

} // namespace refscale::pipeline
