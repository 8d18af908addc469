// How a true picture becomes the small one that a network is given: the papers' bicubic, or what
// phones and scans do to a picture: other kernels, blur, noise of the sensor, JPEG. All from a
// seed.
#pragma once

#include "core/media/picture.h"
#include "core/train/random.h"

namespace refscale::train {

enum class Degradation {
  Bicubic,  // Pillow's, antialiased
  Realistic // a mixture: reduceRealistically()
};

struct RealisticOptions {
  double blurLow = 0.2; // sigma of the optics, pixels of the true picture, drawn up to blurHigh
  double blurHigh = 2.4;
  double noise = 0.02; // largest standard deviation, of 1
  double noiseShare = 0.6;
  int jpegLow = 50; // quality
  int jpegHigh = 95;
  double jpegShare = 0.7;
};

// A quarter of each side, 8-bit RGB; sides are multiples of 4.
[[nodiscard]] media::Picture reduced(const media::Picture& truth, Degradation degradation,
                                     const RealisticOptions& options, Random& random);

// --- pieces, in place, 8-bit RGB
// -------------------------------------------------------------------

// Gaussian, border repeated; a sigma under 0.1 pixels changes nothing.
void blur(media::Picture& picture, double sigma);
// Normal noise of that standard deviation (of 1), a third of it equal in all colours.
void addNoise(media::Picture& picture, double deviation, Random& random);
// What JPEG loses at a quality of 1..100: 4:2:0 colour, 8x8 cosine transform, the standard's tables
// scaled as libjpeg does. No file is made.
void compressAsJpeg(media::Picture& picture, int quality);

} // namespace refscale::train
