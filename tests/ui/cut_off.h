// What of a window's texts cannot be read where it stands: for tests in other languages, in fonts
// of other sizes and in small windows.
#pragma once

#include <QStringList>

class QWidget;

namespace refscale::test {

// Texts of visible labels, buttons, boxes, tabs and headers that are wider or higher than their
// place, or that a parent cuts off. What is shortened and has the whole in its tool tip is fine.
[[nodiscard]] QStringList cutOff(const QWidget& window);

} // namespace refscale::test
