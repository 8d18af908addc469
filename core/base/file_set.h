// Files that belong together, as the maps of one match do: all of them appear, or none. Not for a
// single file, which AtomicFile makes whole by itself.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/files.h"

namespace refscale {

// Hidden files beside their targets until commit() gives them their names. Without it the
// destructor removes them and every target stays as it was: after a stop, an error, a full disk.
class FileSet {
 public:
  // One more file, to be written whole before commit(); replaces what is there. The first one added
  // is the first to appear. Throws what AtomicFile throws.
  [[nodiscard]] AtomicFile& add(const std::filesystem::path& target);

  // Everything that may fail or take long comes before the first file appears. Throws NoSpace, Io,
  // and Cancelled by a stop (StopScope) up to then.
  void commit();

  [[nodiscard]] const std::vector<std::filesystem::path>& targets() const noexcept {
    return targets_;
  }

 private:
  std::vector<std::filesystem::path> targets_;
  std::vector<std::unique_ptr<AtomicFile>> files_;
};

} // namespace refscale
