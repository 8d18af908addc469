#include "core/base/file_set.h"

#include "core/base/run_context.h"

namespace refscale {

AtomicFile& FileSet::add(const std::filesystem::path& target) {
  StopScope::check();
  files_.push_back(std::make_unique<AtomicFile>(target));
  targets_.push_back(target);
  return *files_.back();
}

void FileSet::commit() {
  for (const auto& file : files_) {
    file->flush();
    StopScope::check();
  }
  for (const auto& file : files_) file->commit(); // renames, nothing else is left to do
  files_.clear();
}

} // namespace refscale
