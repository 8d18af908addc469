#include "ui/models/mask_editor.h"

#include <algorithm>
#include <cmath>

#include "ui/models/document.h"

namespace refscale::ui {
namespace {

constexpr double kStep = 1.25;

} // namespace

MaskEditor::MaskEditor(Document& document, QObject* parent) : QObject(parent), document_(document) {
  connect(&document_, &Document::stateChanged, this, [this] {
    if (!document_.state().input) setBrush(std::nullopt);
  });
}

void MaskEditor::setBrush(std::optional<BrushKind> brush) {
  if (brush && !document_.state().input) brush = std::nullopt;
  if (brush == brush_) return;
  brush_ = brush;
  Q_EMIT brushChanged();
}

void MaskEditor::setSize(int size) {
  const int within = std::clamp(size, kLeastSize, kMostSize);
  if (within == size_) return;
  size_ = within;
  Q_EMIT brushChanged();
}

void MaskEditor::grow(int steps) {
  const int next = static_cast<int>(std::lround(size_ * std::pow(kStep, steps)));
  setSize(next == size_ ? size_ + steps : next);
}

QSize MaskEditor::inputSize() const {
  const media::Picture& input = *document_.state().input->srgb;
  return {input.width(), input.height()};
}

void MaskEditor::stroke(const QPolygonF& path) {
  if (!brush_ || !document_.state().input) return;
  const bool paint = *brush_ == BrushKind::Paint;
  document_.setMask(
      paint ? tr("Paint") : tr("Erase"),
      painted(document_.state().mask, inputSize(), {*brush_, path, static_cast<double>(size_)}));
}

void MaskEditor::add(const QImage& cells) {
  if (!document_.state().input || cells.size() != inputSize()) return;
  document_.setMask(tr("Paint the marked region"), joined(document_.state().mask, cells));
}

void MaskEditor::invert() {
  if (!document_.state().input) return;
  document_.setMask(tr("Invert the painted area"), inverted(document_.state().mask, inputSize()));
}

void MaskEditor::clear() {
  document_.setMask(tr("Clear the painted area"), nullptr);
}

} // namespace refscale::ui
