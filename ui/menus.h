// What stands in which menu.
#pragma once

class QMenuBar;

namespace refscale::ui {

class Actions;

void fillMenus(QMenuBar& bar, const Actions& actions);

} // namespace refscale::ui
