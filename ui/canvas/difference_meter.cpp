#include "ui/canvas/difference_meter.h"

namespace refscale::ui {

void DifferenceMeter::measure(const PyramidHandle& a, const PyramidHandle& b, QSize frame) {
  if (a == a_ && b == b_ && frame == frame_) {
    Q_EMIT measured(figures_);
    return;
  }
  a_ = a;
  b_ = b;
  frame_ = frame;
  figures_.reset();
  Q_EMIT measured(figures_);
  if (!a || !b || frame.isEmpty()) return;
  background_.start([a, b, frame] { return differenceFigures(*a, *b, frame); },
                    [this, a, b, frame](const std::optional<DifferenceFigures>& figures) {
                      if (a != a_ || b != b_ || frame != frame_) return; // another pair meanwhile
                      figures_ = figures;
                      Q_EMIT measured(figures_);
                    });
}

} // namespace refscale::ui
