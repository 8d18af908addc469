#include "core/geometry/opencv_error.h"

#include "core/base/error.h"

namespace refscale::geometry {

void rethrowAsError(const cv::Exception& error) {
  if (error.code == cv::Error::StsNoMem) {
    throw Error(Kind::OutOfMemory,
                "There is not enough memory to bring this reference into line; close other "
                "programs, or use --registration off.",
                error.what());
  }
  throw Error(Kind::Internal, "The computation failed inside OpenCV; please report it.",
              error.what());
}

} // namespace refscale::geometry
