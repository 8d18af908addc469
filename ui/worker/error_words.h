// What the window says of an exception: its sentence in the program's language where it has one.
#pragma once

#include <QString>
#include <exception>

namespace refscale::ui {

[[nodiscard]] QString errorWords(const std::exception& error);

} // namespace refscale::ui
