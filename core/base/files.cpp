#include "core/base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "core/base/said_error.h"

namespace refscale {
namespace {

// Closes on scope exit; only for descriptors that are read.
struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

std::string quoted(const std::filesystem::path& path) {
  return "\"" + path.string() + "\"";
}

[[noreturn]] void throwOpenError(const std::filesystem::path& path, int code) {
  const std::string why = std::generic_category().message(code);
  if (code == ENOENT) {
    throw SaidError(Kind::NotFound,
                    REFSCALE_SENTENCE("Errors", "There is no file %1; check its name."),
                    {quoted(path)}, why);
  }
  if (code == EACCES || code == EPERM) {
    throw SaidError(Kind::Io,
                    REFSCALE_SENTENCE("Errors", "RefScale may not read %1; check its permissions."),
                    {quoted(path)}, why);
  }
  throw SaidError(Kind::Io, REFSCALE_SENTENCE("Errors", "%1 could not be opened: %2."),
                  {quoted(path), why}, why);
}

[[noreturn]] void throwWriteError(const std::filesystem::path& path, int code) {
  const std::string why = std::generic_category().message(code);
  if (code == ENOSPC || code == EDQUOT) {
    throw SaidError(
        Kind::NoSpace,
        REFSCALE_SENTENCE("Errors", "The disk is full; free some space and write %1 again."),
        {quoted(path)}, why);
  }
  if (code == EACCES || code == EPERM || code == EROFS) {
    throw SaidError(Kind::Io,
                    REFSCALE_SENTENCE("Errors",
                                      "RefScale may not write %1; check the permissions of its "
                                      "folder, or write elsewhere."),
                    {quoted(path)}, why);
  }
  throw SaidError(Kind::Io, REFSCALE_SENTENCE("Errors", "%1 could not be written: %2."),
                  {quoted(path), why}, why);
}

// The open descriptor of a plain file and its size.
std::pair<int, std::uint64_t> openPlain(const std::filesystem::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) throwOpenError(path, errno);
  struct stat info {};
  if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
    ::close(fd);
    throw SaidError(Kind::BadInput, REFSCALE_SENTENCE("Errors", "%1 is not a file; name a file."),
                    {quoted(path)});
  }
  return {fd, static_cast<std::uint64_t>(info.st_size)};
}

} // namespace

std::vector<std::byte> readFile(const std::filesystem::path& path, std::uint64_t limit) {
  const auto [fd, size] = openPlain(path);
  const Descriptor guard{fd};
  if (size > limit) {
    throw SaidError(
        Kind::BadInput,
        REFSCALE_SENTENCE("Errors",
                          "%1 is larger than the %2 MiB that RefScale reads of such a file."),
        {quoted(path), std::to_string(limit >> 20)});
  }
  std::vector<std::byte> bytes(size);
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = ::read(fd, bytes.data() + done, bytes.size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0)
      throw SaidError(Kind::Io, REFSCALE_SENTENCE("Errors", "%1 could not be read."),
                      {quoted(path)}, std::strerror(errno));
    if (n == 0) break; // it shrank meanwhile
    done += static_cast<std::size_t>(n);
  }
  bytes.resize(done);
  return bytes;
}

MappedFile::MappedFile(const std::filesystem::path& path) {
  const auto [fd, size] = openPlain(path);
  const Descriptor guard{fd};
  if (size == 0) return;
  void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  if (address == MAP_FAILED) {
    throw SaidError(Kind::Io, REFSCALE_SENTENCE("Errors", "%1 could not be read."), {quoted(path)},
                    std::strerror(errno));
  }
  data_ = static_cast<const std::byte*>(address);
  size_ = size;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

namespace {

// The file that a chain of symbolic links ends in, whether it is there or not.
std::filesystem::path behindLinks(std::filesystem::path path) {
  constexpr int kLongestChain = 40; // what the kernel follows
  std::error_code failed;
  for (int i = 0; i < kLongestChain && std::filesystem::is_symlink(path, failed); ++i) {
    const auto next = std::filesystem::read_symlink(path, failed);
    if (failed) break;
    path = path.parent_path() / next; // an absolute `next` stands alone
  }
  return path;
}

// A pattern for mkostemp, hidden and beside the target. It is not longer than a long target's own
// name, so that every name which the disk takes can be written; characters of UTF-8 stay whole.
std::filesystem::path temporaryPattern(const std::filesystem::path& folder, std::string name) {
  constexpr std::string_view kEnd = ".XXXXXX";
  constexpr std::size_t kShort = 48; // every disk takes so many bytes
  std::size_t kept = std::min(name.size(), std::max(name.size(), kShort) - 1 - kEnd.size());
  const auto splitsCharacter = [&](std::size_t at) {
    return at > 0 && at < name.size() && (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80;
  };
  while (splitsCharacter(kept)) --kept;
  name.resize(kept);
  return folder / ("." + name + std::string(kEnd));
}

[[noreturn]] void throwIsThere(const std::filesystem::path& path) {
  throw SaidError(
      Kind::BadInput,
      REFSCALE_SENTENCE("Errors", "%1 is there already and was kept; choose another name."),
      {quoted(path)});
}

// Gives the file its name unless that is taken: 0, or an errno (EEXIST).
int renameKeeping(const char* from, const char* to) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system without that call: a hard link does not replace either.
  if (::link(from, to) != 0) return errno;
  ::unlink(from);
  return 0;
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path target, Existing existing)
    : target_(behindLinks(std::move(target))), existing_(existing) {
  const auto folder =
      target_.has_parent_path() ? target_.parent_path() : std::filesystem::path(".");
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    throw SaidError(Kind::NotFound,
                    REFSCALE_SENTENCE("Errors", "There is no folder %1; create it first."),
                    {quoted(folder)});
  }
  if (std::filesystem::is_directory(target_, ignored)) {
    throw SaidError(Kind::BadInput,
                    REFSCALE_SENTENCE("Errors", "%1 is a folder; name a file to write."),
                    {quoted(target_)});
  }
  const bool there = std::filesystem::exists(target_, ignored);
  if (there && !std::filesystem::is_regular_file(target_, ignored)) {
    throw SaidError(
        Kind::BadInput,
        REFSCALE_SENTENCE("Errors", "%1 is a device or a pipe; name a plain file to write."),
        {quoted(target_)});
  }
  if (there && existing_ == Existing::Keep) throwIsThere(target_);
  std::string pattern = temporaryPattern(folder, target_.filename().string()).string();
  descriptor_ = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (descriptor_ < 0) throwWriteError(target_, errno);
  temporary_ = pattern;
  // mkostemp makes files private; the target gets what any new file of this user would get.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor_, 0666 & ~mask);
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!committed_) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throwWriteError(target_, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
}

void AtomicFile::write(std::string_view text) {
  write(std::as_bytes(std::span(text.data(), text.size())));
}

void AtomicFile::flush() {
  if (::fsync(descriptor_) != 0) throwWriteError(target_, errno);
}

void AtomicFile::commit() {
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0) throwWriteError(target_, errno);
  const int failed = existing_ == Existing::Keep
                         ? renameKeeping(temporary_.c_str(), target_.c_str())
                         : (::rename(temporary_.c_str(), target_.c_str()) == 0 ? 0 : errno);
  if (failed == EEXIST && existing_ == Existing::Keep) throwIsThere(target_);
  if (failed != 0) throwWriteError(target_, failed);
  committed_ = true;
}

void checkWritable(const std::filesystem::path& target, Existing existing) {
  const AtomicFile probe(target, existing);
}

} // namespace refscale
