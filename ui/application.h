// The program with its window, for app/ to call when no subcommand is given.
#pragma once

#include <string>

namespace refscale::ui {

// Opens the window, with the files that the arguments name (two pictures: the one with fewer pixels
// is enlarged with the help of the other), and returns the exit code when it is closed. Makes the
// QApplication itself. Options that Qt knows (-platform, -style) work as usual. `version` is what
// the window says of itself.
int runWindow(int& argc, char** argv, const std::string& version);

} // namespace refscale::ui
