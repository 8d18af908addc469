// What a screen reader learns of the canvas: its role, its name and one sentence with the values.
#pragma once

namespace refscale::ui {

class CompareCanvas;

// Tells Qt how to describe canvases; once is enough, more often does no harm.
void installCanvasAccessibility();

// Tells whoever listens that the canvas's value sentence changed.
void announceCanvasValue(CompareCanvas& canvas);

} // namespace refscale::ui
