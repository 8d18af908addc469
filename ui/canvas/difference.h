// What differs between two pictures: made visible for what is on the screen, and as figures for
// whole pictures.
#pragma once

#include <QImage>
#include <QString>
#include <optional>

#include "ui/canvas/pyramid.h"

namespace refscale::ui {

// Absolute: |A - B| of each channel. Signed: A - B of the luma, in colours of both signs.
enum class DifferenceKind { Absolute, Signed };

// Both of the same size, RGB32 or premultiplied ARGB32; where one of them is not opaque there is
// nothing to compare, and nothing is shown. `gain`: what is enlarged before it is shown.
[[nodiscard]] QImage absoluteDifference(const QImage& a, const QImage& b, int gain);
[[nodiscard]] QImage signedDifference(const QImage& a, const QImage& b, int gain);

// Of 255, over all pixels at which both pictures are opaque.
struct DifferenceFigures {
  double mean = 0;       // of the absolute difference, over the channels
  int most = 0;          // of any channel
  double signedMean = 0; // of A - B in luma: how much brighter A is

  friend bool operator==(const DifferenceFigures&, const DifferenceFigures&) = default;
};
// In pixels of the frame; a picture of another size is scaled to it, as the canvas does. Nothing,
// where there is no pixel to compare. Slow for large pictures: for the background.
[[nodiscard]] std::optional<DifferenceFigures> differenceFigures(const Pyramid& a, const Pyramid& b,
                                                                 QSize frame);

// What the picture view compares, for who shows its figures; no figures: not known yet, or nothing
// to compare.
struct ShownDifference {
  QString a, b;
  std::optional<DifferenceFigures> figures;

  friend bool operator==(const ShownDifference&, const ShownDifference&) = default;
};

} // namespace refscale::ui
