// Which RefScale this is and what it was built with. Known without loading the engine.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace refscale::app {

// "0.1.0 (1a2b3c4)".
[[nodiscard]] std::string version();

// Name and version of each library, in the order to show: LibTorch, CUDA, Qt, ...
[[nodiscard]] std::vector<std::pair<std::string, std::string>> libraryVersions();

// What `refscale --version` prints.
[[nodiscard]] std::string versionText();

} // namespace refscale::app
