// For builds without OpenCV: pictures are matched as they stand, and nobody calls the rest.
#include "core/geometry/registration.h"
#include "core/geometry/smooth_shifts.h"

namespace refscale::geometry {

bool canCarry(int /*width*/, int /*height*/) noexcept {
  return false;
}

Landmarks findLandmarks(const media::Picture& /*picture*/, int /*longSide*/, int /*most*/) {
  return {};
}

std::optional<Registration> registration(const Landmarks& /*input*/, int /*width*/, int /*height*/,
                                         const Landmarks& /*reference*/) {
  return std::nullopt;
}

Carried carried(const media::Picture& /*source*/, const Mapping& /*toSource*/,
                const Field<float>& /*support*/, const media::Picture& background) {
  return {background, {}};
}

SmoothShifts smoothShifts(const Field<Vec2f>& shifts, const Field<float>& confidence,
                          float /*sure*/) {
  return {shifts, confidence};
}

} // namespace refscale::geometry
