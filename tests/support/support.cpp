#include "tests/support/support.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>
#include <system_error>

namespace refscale::test {

std::filesystem::path dataFile(const std::string& relative) {
  return std::filesystem::path(REFSCALE_TEST_DATA_DIR) / relative;
}

std::optional<std::filesystem::path> sharedFile(const std::string& relative) {
  const char* chosen = std::getenv("REFSCALE_SHARED"); // NOLINT(concurrency-mt-unsafe)
  const auto path =
      std::filesystem::path(chosen != nullptr ? chosen : REFSCALE_SHARED_DIR) / relative;
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::nullopt;
  return path;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "refscale-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

} // namespace refscale::test
