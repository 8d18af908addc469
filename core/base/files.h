// Files as RefScale treats them: read whole or mapped, written beside the target and renamed, so
// that a target is either the old file or the complete new one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace refscale {

// Reads a whole file. Throws NotFound, Io, or BadInput when it is larger than `limit` bytes or not
// a plain file.
[[nodiscard]] std::vector<std::byte> readFile(const std::filesystem::path& path,
                                              std::uint64_t limit = 1ull << 32);

// A file mapped read-only for the life of the object. The span is empty for an empty file.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {data_, size_}; }

 private:
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

// What becomes of a file that is there already, or came while ours was made.
enum class Existing { Replace, Keep };

// A file in the making: written as a hidden file beside its target; commit() flushes it to the disk
// and renames it. Without commit() the destructor removes it and the target stays as it was. A
// target that is a symbolic link stays one: the file it points to is written.
class AtomicFile {
 public:
  // Throws NotFound when the folder is not there, Io when it cannot be written, BadInput for a
  // target that is no plain file (a folder, a device), or that is there and is to be kept.
  explicit AtomicFile(std::filesystem::path target, Existing existing = Existing::Replace);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  AtomicFile(AtomicFile&&) = delete;
  AtomicFile& operator=(AtomicFile&&) = delete;

  // Throws NoSpace or Io.
  void write(std::span<const std::byte> bytes);
  void write(std::string_view text);
  void flush();  // what is written is safe on the disk, under its hidden name; throws NoSpace, Io
  void commit(); // flushes and renames; throws NoSpace, Io, BadInput (came meanwhile, to be kept)

  // The file that will be there: behind a symbolic link, what it points to.
  [[nodiscard]] const std::filesystem::path& target() const noexcept { return target_; }
  // For libraries that insist on a name: the file that will be renamed.
  [[nodiscard]] const std::filesystem::path& temporaryPath() const noexcept { return temporary_; }

 private:
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  Existing existing_;
  int descriptor_ = -1;
  bool committed_ = false;
};

// Whether a file could be written there, found out before the work whose result it will hold.
// Throws what AtomicFile throws; leaves nothing behind.
void checkWritable(const std::filesystem::path& target, Existing existing = Existing::Replace);

} // namespace refscale
