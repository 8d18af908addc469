#include "core/weights/checkpoint.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "core/base/files.h"
#include "core/weights/checkpoint_tensors.h"

namespace refscale::weights {
namespace {

// PyTorch's magic number 0x1950a86a20f9469cfc6c as a pickle of protocol 2 begins with it.
constexpr std::array<unsigned char, 14> kLegacy = {0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c,
                                                   0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19};
constexpr std::array<unsigned char, 4> kZip = {'P', 'K', 3, 4};

bool beginsWith(std::span<const std::byte> file, std::span<const unsigned char> magic) {
  const auto wanted = std::as_bytes(magic);
  return file.size() >= wanted.size() && std::ranges::equal(file.first(wanted.size()), wanted);
}

TensorSet parse(std::span<const std::byte> file, const std::string& name,
                const std::shared_ptr<const void>& owner) {
  if (beginsWith(file, kZip)) return readZipCheckpoint(file, name);
  if (beginsWith(file, kLegacy)) return readLegacyCheckpoint(file, name, owner);
  refuseCheckpoint(name, "it begins like no file of PyTorch");
}

TensorSet parseOwned(std::vector<std::byte> bytes, const std::string& name) {
  const auto owner = std::make_shared<const std::vector<std::byte>>(std::move(bytes));
  return parse(*owner, name, owner);
}

} // namespace

TensorSet readCheckpoint(const std::filesystem::path& path) {
  return parseOwned(readFile(path), path.string());
}

TensorSet parseCheckpoint(std::span<const std::byte> file, const std::string& name) {
  return parseOwned({file.begin(), file.end()}, name);
}

} // namespace refscale::weights
