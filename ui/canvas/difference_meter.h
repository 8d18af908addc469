// Measures what differs between the two pictures that are compared, beside the window's thread.
// Tells the figures of the present pair alone.
#pragma once

#include <QObject>

#include "ui/canvas/difference.h"
#include "ui/worker/background.h"

namespace refscale::ui {

class DifferenceMeter : public QObject {
  Q_OBJECT
 public:
  explicit DifferenceMeter(QObject* parent = nullptr) : QObject(parent), background_(*this) {}

  // measured() follows, at once where the pair is the one that was measured last. Null: nothing is.
  void measure(const PyramidHandle& a, const PyramidHandle& b, QSize frame);

 Q_SIGNALS:
  // Nothing: there is none, or none yet.
  void measured(const std::optional<refscale::ui::DifferenceFigures>& figures);

 private:
  PyramidHandle a_, b_;
  QSize frame_;
  std::optional<DifferenceFigures> figures_;
  Background background_;
};

} // namespace refscale::ui
