#include "core/geometry/opencv_error.h"

#include "core/base/said_error.h"

namespace refscale::geometry {

void rethrowAsError(const cv::Exception& error) {
  if (error.code == cv::Error::StsNoMem) {
    throw SaidError(
        Kind::OutOfMemory,
        REFSCALE_SENTENCE("Errors",
                          "There is not enough memory to bring this reference into line; close "
                          "other programs, or take a smaller reference."),
        {}, error.what());
  }
  throw Error(Kind::Internal, "The computation failed inside OpenCV; please report it.",
              error.what());
}

} // namespace refscale::geometry
