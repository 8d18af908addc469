// Name, version and licence, in a window that does not stand in the way.
#pragma once

class QWidget;

namespace refscale::ui {

void showAbout(QWidget& parent);

} // namespace refscale::ui
