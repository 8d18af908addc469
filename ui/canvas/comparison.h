// Two pictures in one of the ways of comparing them: what a canvas shows, as a value that can be
// drawn elsewhere.
#pragma once

#include <QImage>
#include <QSize>
#include <QString>

#include "ui/canvas/difference.h"

namespace refscale::ui {

struct Tokens;

enum class CompareMode { Single, Split, SideBySide, Difference, Blink, Loupe };

struct CanvasLayer {
  QString name; // as shown in its label
  PyramidHandle pyramid;
};

struct Comparison {
  CanvasLayer a, b;
  CompareMode mode = CompareMode::Split;
  QSize frame;
  double split = 0.5;
  bool horizontal = false;
  DifferenceKind difference = DifferenceKind::Absolute;
  int gain = 4;
};

// The whole frame, A and B under their names: side by side and difference as they are, all other
// modes as a split. For the background. Null where a layer is missing.
[[nodiscard]] QImage drawComparison(const Comparison& comparison, const Tokens& tokens);

} // namespace refscale::ui
