// What F1 says: one or two sentences for each area of the window and each control that needs them,
// by object name. A widget without words of its own has those of what it lies in.
#pragma once

#include <QString>

class QWidget;

namespace refscale::ui {

// In the program's language; empty where nothing is known.
[[nodiscard]] QString helpOn(const QWidget* widget);

} // namespace refscale::ui
