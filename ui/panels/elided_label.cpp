#include "ui/panels/elided_label.h"

#include <QResizeEvent>

namespace refscale::ui {

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setWholeText(text);
}

void ElidedLabel::setWholeText(const QString& text) {
  whole_ = text;
  setToolTip(text);
  setAccessibleName(text);
  updateGeometry();
  elide();
}

QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(QStringLiteral("…MM")), fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const {
  return {fontMetrics().horizontalAdvance(whole_) + 2, fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent*) {
  elide();
}

void ElidedLabel::elide() {
  setText(fontMetrics().elidedText(whole_, Qt::ElideMiddle, width()));
}

} // namespace refscale::ui
