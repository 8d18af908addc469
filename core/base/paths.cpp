#include "core/base/paths.h"

#include <cstdlib>
#include <system_error>

namespace refscale {
namespace {

std::filesystem::path fromEnvironment(const char* name) {
  const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value != nullptr ? std::filesystem::path(value) : std::filesystem::path();
}

} // namespace

std::filesystem::path executableDir() {
  std::error_code failed;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? std::filesystem::current_path() : self.parent_path();
}

std::filesystem::path libraryDir() {
  if (auto chosen = fromEnvironment("REFSCALE_LIB_DIR"); !chosen.empty()) return chosen;
  return executableDir().parent_path() / "lib" / "refscale";
}

std::filesystem::path resourcesDir() {
  if (auto chosen = fromEnvironment("REFSCALE_RESOURCES"); !chosen.empty()) return chosen;
  std::error_code ignored;
  if (auto installed = executableDir().parent_path() / "share" / "refscale";
      std::filesystem::is_directory(installed, ignored)) {
    return installed;
  }
  // A build folder lies in the source tree: <source>/build/<preset>/bin/refscale.
  for (auto folder = executableDir(); folder.has_relative_path(); folder = folder.parent_path()) {
    if (std::filesystem::is_directory(folder / "resources" / "models", ignored)) {
      return folder / "resources";
    }
  }
  return executableDir();
}

std::filesystem::path userDataDir() {
  if (auto data = fromEnvironment("XDG_DATA_HOME"); data.is_absolute()) return data / "refscale";
  if (auto home = fromEnvironment("HOME"); !home.empty()) {
    return home / ".local" / "share" / "refscale";
  }
  return std::filesystem::path(".refscale");
}

std::vector<std::filesystem::path> modelDirs() {
  return {userDataDir() / "models", resourcesDir() / "models"};
}

} // namespace refscale
