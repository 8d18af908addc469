#include "ui/canvas/accessible_canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QMetaMethod>
#include <QWidget>

namespace refscale::ui {
namespace {

QMetaMethod sentenceOf(const QObject& object) {
  const int index = object.metaObject()->indexOfMethod("valueSentence()");
  return index < 0 ? QMetaMethod() : object.metaObject()->method(index);
}

class AccessibleCanvas : public QAccessibleWidget {
 public:
  explicit AccessibleCanvas(QWidget* canvas) : QAccessibleWidget(canvas, QAccessible::Graphic) {}

  [[nodiscard]] QString text(QAccessible::Text kind) const override {
    if (kind != QAccessible::Value) return QAccessibleWidget::text(kind);
    QString sentence;
    sentenceOf(*widget()).invoke(widget(), Q_RETURN_ARG(QString, sentence));
    return sentence;
  }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
  auto* widget = qobject_cast<QWidget*>(object);
  const bool canvas = widget != nullptr && sentenceOf(*widget).isValid();
  return canvas ? new AccessibleCanvas(widget) : nullptr; // Qt owns it
}

} // namespace

void installCanvasAccessibility() {
  QAccessible::installFactory(makeInterface); // ignores a factory that it has
}

void announceCanvasValue(QWidget& canvas, const QString& sentence) {
  QAccessibleValueChangeEvent event(&canvas, sentence);
  QAccessible::updateAccessibility(&event);
}

} // namespace refscale::ui
