// Pairs whose positions are known: a picture seen from elsewhere, in another light. Turn, scale,
// shift, perspective, exposure, colour, blur and noise are drawn from a seed. For stages 1 and 2,
// and for a share of the restoration's pairs.
#pragma once

#include "core/media/picture.h"
#include "core/train/pack.h"
#include "core/train/random.h"

namespace refscale::train {

struct SyntheticOptions {
  double turn = 15;       // degrees, standard deviation
  double scaleLow = 0.75; // of the reference's content against the input's
  double scaleHigh = 1.35;
  double corner = 12;  // pixels, each corner's coordinates move by up to this
  double shift = 25;   // pixels, up to this in both directions
  double light = 1;    // 0: none; 1: gamma 0.8-1.25, contrast and colour within 10 %
  double noise = 0.01; // largest standard deviation of noise, of 1
  double blur = 0.7;   // largest sigma, pixels
  int jpegLow = 60;    // JPEG quality is drawn from here to 100, half of the time
};

struct SyntheticPair {
  media::Picture reference; // size x size, 8-bit RGB
  Matrix3 homography{};     // pixel of the input window -> pixel of `reference`
};

// The photo around the window `input` (whose `picture` is not looked at) as a reference of
// size x size pixels, transformed. Places outside the photo repeat its border.
[[nodiscard]] SyntheticPair makeSynthetic(const media::Picture& photo, const Area& input, int size,
                                          const SyntheticOptions& options, Random& random);

// --- pieces
// ---------------------------------------------------------------------------------------

[[nodiscard]] Matrix3 inverse(const Matrix3& matrix); // throws Internal for a singular one
[[nodiscard]] Matrix3 product(const Matrix3& a, const Matrix3& b); // first b, then a
struct Point {
  double x = 0, y = 0;
};
[[nodiscard]] Point mapped(const Matrix3& matrix, Point p);
// The projective map of the unit square's corners (0,0) (1,0) (1,1) (0,1) times `side` to `to`.
[[nodiscard]] Matrix3 squareTo(double side, const std::array<Point, 4>& to);
// Pixel p of the result shows place toSource(p) of the photo, bilinear, border repeated.
[[nodiscard]] media::Picture warped(const media::Picture& photo, const Matrix3& toSource, int width,
                                    int height);

} // namespace refscale::train
