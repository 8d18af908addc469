// The zip container (PyTorch 1.6 and later): <root>/data.pkl, <root>/data/<key>, stored members.
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/weights/checkpoint_tensors.h"
#include "core/weights/pickle.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

constexpr std::size_t kEndRecord = 22;    // end of central directory without its comment
constexpr std::size_t kCentralEntry = 46; // least size of an entry there

struct Discard {
  void operator()(zip_t* zip) const noexcept { zip_discard(zip); }
};

// A read-only archive in memory.
class Archive {
 public:
  Archive(std::span<const std::byte> file, const std::string& name);

  // The bytes of <root>/<path>; nothing when there is no such member.
  [[nodiscard]] std::optional<std::vector<std::byte>> read(const std::string& path);

 private:
  void open(std::span<const std::byte> file);
  void index();

  std::string name_;
  std::string root_;
  std::unique_ptr<zip_t, Discard> zip_;
  std::uint64_t budget_; // bytes that members may still take: overlapping ones cannot pass the file
  std::map<std::string, std::pair<zip_uint64_t, zip_uint64_t>> members_; // index and size
};

template <typename T>
T load(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof(T));
  return value;
}

// libzip takes memory for as many entries as the 64-bit end record claims; a claim that cannot be
// true is refused before. Looked for where libzip does: 20 bytes before an end record, which lies
// in the last 64 KiB.
bool claimsTooManyEntries(std::span<const std::byte> file) {
  constexpr std::uint32_t kLocator = 0x07064b50;
  constexpr std::uint32_t kEnd = 0x06054b50;
  constexpr std::size_t kLocatorSize = 20;
  constexpr std::size_t kEnd64Size = 56;
  constexpr std::size_t kReach = kLocatorSize + kEndRecord + 65535; // with the longest comment
  const auto tail = file.last(std::min(file.size(), kReach));
  for (std::size_t i = 0; i + kLocatorSize + kEndRecord <= tail.size(); ++i) {
    const std::byte* at = tail.data() + i;
    if (load<std::uint32_t>(at) != kLocator || load<std::uint32_t>(at + kLocatorSize) != kEnd) {
      continue;
    }
    const auto end64 = load<std::uint64_t>(at + 8);
    if (end64 > file.size() || file.size() - end64 < kEnd64Size) return true;
    if (load<std::uint64_t>(file.data() + end64 + 32) > file.size() / kCentralEntry) return true;
  }
  return false;
}

bool isPlainPath(std::string_view path) {
  if (path.empty() || path.front() == '/' || path.find('\\') != std::string_view::npos ||
      path.find('\0') != std::string_view::npos) {
    return false;
  }
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const auto part = path.substr(begin, end - begin);
    if (part == ".." || part == ".") return false;
    begin = end + 1;
  }
  return true;
}

Archive::Archive(std::span<const std::byte> file, const std::string& name)
    : name_(name), budget_(file.size()) {
  if (claimsTooManyEntries(file)) refuseCheckpoint(name_, "its zip directory is broken");
  open(file);
  index();
}

void Archive::open(std::span<const std::byte> file) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
  if (source != nullptr) {
    zip_.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
  }
  if (zip_ == nullptr) {
    const std::string why = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    refuseCheckpoint(name_, "its zip archive is broken (" + why + ")");
  }
  zip_error_fini(&error);
}

void Archive::index() {
  const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t info;
    const auto number = static_cast<zip_uint64_t>(i);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                     ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(zip_.get(), number, ZIP_FL_ENC_RAW, &info) != 0 ||
        (info.valid & kNeeded) != kNeeded) {
      refuseCheckpoint(name_, "its zip directory is broken");
    }
    const std::string member = info.name;
    if (!isPlainPath(member)) {
      refuseCheckpoint(name_, "a member's path leads out of it: " + inQuotes(member));
    }
    if (info.comp_method != ZIP_CM_STORE || info.encryption_method != ZIP_EM_NONE ||
        info.size != info.comp_size) {
      refuseCheckpoint(name_, "its member " + inQuotes(member) +
                                  " is compressed or encrypted, which PyTorch never does");
    }
    if (!members_.try_emplace(member, number, info.size).second) {
      refuseCheckpoint(name_, "its member " + inQuotes(member) + " is there twice");
    }
    const auto slash = member.find('/');
    if (slash != std::string::npos && member.substr(slash) == "/data.pkl") {
      if (!root_.empty()) refuseCheckpoint(name_, "it holds two pickles");
      root_ = member.substr(0, slash);
    }
  }
  if (root_.empty()) refuseCheckpoint(name_, "it is a zip archive, but not one of PyTorch");
  if (members_.contains(root_ + "/constants.pkl")) {
    refuseCheckpoint(name_, "it is a TorchScript program, not a set of weights");
  }
}

std::optional<std::vector<std::byte>> Archive::read(const std::string& path) {
  const auto found = members_.find(root_ + "/" + path);
  if (found == members_.end()) return {};
  const auto [number, size] = found->second;
  if (size > budget_) refuseCheckpoint(name_, "its members claim more bytes than the file has");
  budget_ -= size;
  std::vector<std::byte> bytes(size);
  zip_file_t* file = zip_fopen_index(zip_.get(), number, 0);
  if (file == nullptr) refuseCheckpoint(name_, "its member " + inQuotes(path) + " is broken");
  std::size_t done = 0;
  bool broken = false;
  while (!broken) { // to the end and beyond: only the last, empty read compares the checksum
    std::byte more{};
    const bool full = done == bytes.size();
    const auto got = zip_fread(file, full ? &more : bytes.data() + done, full ? 1 : size - done);
    if (got == 0) break;
    broken = got < 0 || full;
    if (!broken) done += static_cast<std::size_t>(got);
  }
  broken = zip_fclose(file) != 0 || broken || done != bytes.size();
  if (broken) refuseCheckpoint(name_, "its member " + inQuotes(path) + " is broken");
  return bytes;
}

// Storages of an archive, each read once.
class Storages {
 public:
  Storages(Archive& archive, const std::string& name) : archive_(archive), name_(name) {}
  RawStorage operator()(const pickle::Storage& storage) {
    const std::string key(storage.key);
    const auto known = read_.find(key);
    if (known != read_.end()) return known->second;
    if (key.empty() || key.find('/') != std::string::npos) {
      refuseCheckpoint(name_, "a storage's name leads out of it: " + inQuotes(key));
    }
    auto bytes = archive_.read("data/" + key);
    if (!bytes) refuseCheckpoint(name_, "its storage " + inQuotes(key) + " is missing");
    auto owner = std::make_shared<const std::vector<std::byte>>(std::move(*bytes));
    RawStorage raw{*owner, owner};
    read_.emplace(key, raw);
    return raw;
  }

 private:
  Archive& archive_;
  const std::string& name_;
  std::map<std::string, RawStorage> read_;
};

void checkByteOrder(Archive& archive, const std::string& name) {
  const auto order = archive.read("byteorder");
  if (!order) return; // before PyTorch 2.1: the writer's own, of which only one kind was left
  const std::string_view text(reinterpret_cast<const char*>(order->data()), order->size());
  if (text != "little") refuseCheckpoint(name, "its values are big-endian");
}

} // namespace

TensorSet readZipCheckpoint(std::span<const std::byte> file, const std::string& name) {
  Archive archive(file, name);
  const auto text = archive.read("data.pkl");
  if (!text) refuseCheckpoint(name, "it is a zip archive, but not one of PyTorch");
  checkByteOrder(archive, name);
  const auto parsed = pickle::parse(*text, name);
  Storages storages(archive, name);
  const StorageLoader load = [&](const pickle::Storage& storage) { return storages(storage); };
  return tensorsOf(parsed.graph, load, copyBudgetFor(file.size()), name);
}

} // namespace refscale::weights
