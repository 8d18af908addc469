// What a scene's surfaces do to the shifts between two pictures of it: they change slowly, as a
// slanted wall or a lawn has it. From the sure matches, a shift for every place.
#pragma once

#include "core/base/field.h"

namespace refscale::geometry {

struct SmoothShifts {
  Field<Vec2f> shifts;
  Field<float> support; // 0..1: weight of the sure matches around
};

// Moving least squares: around each cell the affine map that fits the shifts of the sure matches
// best, weighted by confidence and a Gaussian of 7 cells. Twice more without those that lie off.
// Where nothing is sure around the shift is the nearest's, and the support near 0. Looks for a
// stop (StopScope).
[[nodiscard]] SmoothShifts smoothShifts(const Field<Vec2f>& shifts, const Field<float>& confidence,
                                        float sure);

} // namespace refscale::geometry
