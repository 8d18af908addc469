// Where RefScale finds its own things: the installed or built tree around the running program, and
// the user's folders by the XDG rules.
#pragma once

#include <filesystem>
#include <vector>

namespace refscale {

// The folder that holds the running executable.
[[nodiscard]] std::filesystem::path executableDir();

// The folder with the engine and the CUDA kernels: <exe>/../lib/refscale. $REFSCALE_LIB_DIR wins.
[[nodiscard]] std::filesystem::path libraryDir();

// The folder with shipped resources: <exe>/../share/refscale, or the source tree's resources/ for a
// program that runs from its build folder. $REFSCALE_RESOURCES wins.
[[nodiscard]] std::filesystem::path resourcesDir();

// $XDG_DATA_HOME/refscale or ~/.local/share/refscale; not created.
[[nodiscard]] std::filesystem::path userDataDir();

// Where models are looked for, best first: the user's folder, then the shipped ones.
[[nodiscard]] std::vector<std::filesystem::path> modelDirs();

} // namespace refscale
