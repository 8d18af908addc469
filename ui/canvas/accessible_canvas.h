// What a screen reader learns of a canvas: its role, its name and one sentence with the values. A
// canvas is any widget with an invokable `QString valueSentence() const`.
#pragma once

#include <QString>

class QWidget;

namespace refscale::ui {

// Tells Qt how to describe canvases; once is enough, more often does no harm.
void installCanvasAccessibility();

// Tells whoever listens that the canvas's value sentence changed.
void announceCanvasValue(QWidget& canvas, const QString& sentence);

} // namespace refscale::ui
