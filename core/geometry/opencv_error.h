// OpenCV's exceptions in the product's words.
#pragma once

#include <opencv2/core.hpp>

namespace refscale::geometry {

// Throws Error: OutOfMemory where OpenCV found no memory, else Internal.
[[noreturn]] void rethrowAsError(const cv::Exception& error);

} // namespace refscale::geometry
