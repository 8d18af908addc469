#include "ui/canvas/accessible_canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include "ui/canvas/compare_canvas.h"

namespace refscale::ui {
namespace {

class AccessibleCanvas : public QAccessibleWidget {
 public:
  explicit AccessibleCanvas(CompareCanvas* canvas)
      : QAccessibleWidget(canvas, QAccessible::Graphic), canvas_(canvas) {}

  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    return kind == QAccessible::Value ? canvas_->valueSentence() : QAccessibleWidget::text(kind);
  }

 private:
  CompareCanvas* canvas_;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
  auto* canvas = qobject_cast<CompareCanvas*>(object);
  return canvas != nullptr ? new AccessibleCanvas(canvas) : nullptr; // Qt owns it
}

} // namespace

void installCanvasAccessibility() {
  QAccessible::installFactory(makeInterface); // ignores a factory that it has
}

void announceCanvasValue(CompareCanvas& canvas) {
  QAccessibleValueChangeEvent event(&canvas, canvas.valueSentence());
  QAccessible::updateAccessibility(&event);
}

} // namespace refscale::ui
