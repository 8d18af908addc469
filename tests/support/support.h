// What tests of every folder share: where their data lies, and temporary folders that clean up.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace refscale::test {

// A file of the tests' own data (tests/data).
[[nodiscard]] std::filesystem::path dataFile(const std::string& relative);

// The larger data that lies beside a checkout in ../shared (or $REFSCALE_SHARED): not everybody has
// it, so a test that wants it skips, saying so, when this is nothing.
[[nodiscard]] std::optional<std::filesystem::path> sharedFile(const std::string& relative);

// A fresh folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

} // namespace refscale::test
