// A row of buttons of which one is pressed, made from checkable actions: views, ways of comparing.
#pragma once

#include <initializer_list>

class QAction;
class QFrame;

namespace refscale::ui {

[[nodiscard]] QFrame* makeSegments(std::initializer_list<QAction*> actions);

} // namespace refscale::ui
