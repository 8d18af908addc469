// The legacy container (before PyTorch 1.6): five pickles (magic number, protocol, machine, object,
// storage keys), then for each key its number of elements and its values.
#include <cstring>
#include <map>
#include <string_view>
#include <utility>

#include "core/weights/checkpoint_tensors.h"
#include "core/weights/pickle.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

using pickle::Type;

constexpr std::int64_t kProtocol = 1001;

// Takes pickle after pickle off the front of the file.
pickle::Graph next(std::span<const std::byte>& rest, const std::string& name) {
  auto parsed = pickle::parse(rest, name);
  rest = rest.subspan(parsed.length);
  return std::move(parsed.graph);
}

void checkMachine(const pickle::Graph& info, const std::string& name) {
  const auto items = info.type(info.top()) == Type::Dict ? info.children(info.top())
                                                         : std::span<const pickle::Ref>();
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (info.type(items[i]) != Type::Text || info.text(items[i]) != "little_endian") continue;
    if (info.type(items[i + 1]) != Type::Bool) break;
    if (info.integer(items[i + 1]) == 0) refuseCheckpoint(name, "its values are big-endian");
    return;
  }
  refuseCheckpoint(name, "it does not say how its values are stored");
}

// The types of the storages that the object refers to: the file gives only counts of elements.
std::map<std::string_view, DType> storageTypes(const pickle::Graph& object,
                                               const std::string& name) {
  std::map<std::string_view, DType> types;
  for (const auto& storage : object.storages()) {
    const auto [at, isNew] = types.emplace(storage.key, storage.type);
    if (!isNew && at->second != storage.type) {
      refuseCheckpoint(name, "a storage is of two types at once");
    }
  }
  return types;
}

std::map<std::string_view, std::span<const std::byte>> storageBytes(
    const pickle::Graph& keys, const std::map<std::string_view, DType>& types,
    std::span<const std::byte> rest, const std::string& name) {
  if (keys.type(keys.top()) != Type::List) refuseCheckpoint(name, "its list of storages is broken");
  std::map<std::string_view, std::span<const std::byte>> found;
  for (const auto key : keys.children(keys.top())) {
    const auto type = keys.type(key) == Type::Text ? types.find(keys.text(key)) : types.end();
    if (type == types.end()) refuseCheckpoint(name, "its list of storages is broken");
    std::int64_t elements = 0;
    if (rest.size() < sizeof(elements)) refuseCheckpoint(name, "it ends in the middle");
    std::memcpy(&elements, rest.data(), sizeof(elements));
    rest = rest.subspan(sizeof(elements));
    const std::size_t width = dtypeBytes(type->second);
    if (elements < 0 || static_cast<std::uint64_t>(elements) > rest.size() / width) {
      refuseCheckpoint(name, "it ends in the middle");
    }
    const auto bytes = rest.first(static_cast<std::size_t>(elements) * width);
    rest = rest.subspan(bytes.size());
    if (!found.emplace(type->first, bytes).second) {
      refuseCheckpoint(name, "a storage is there twice");
    }
  }
  return found;
}

} // namespace

TensorSet readLegacyCheckpoint(std::span<const std::byte> file, const std::string& name,
                               const std::shared_ptr<const void>& owner) {
  auto rest = file;
  (void)next(rest, name); // the magic number, by which the file was told apart
  const auto protocol = next(rest, name);
  if (protocol.type(protocol.top()) != Type::Integer ||
      protocol.integer(protocol.top()) != kProtocol) {
    refuseCheckpoint(name, "it is of another protocol");
  }
  checkMachine(next(rest, name), name);
  const auto object = next(rest, name);
  const auto keys = next(rest, name);
  const auto bytes = storageBytes(keys, storageTypes(object, name), rest, name);
  const StorageLoader load = [&](const pickle::Storage& storage) {
    const auto found = bytes.find(storage.key);
    if (found == bytes.end()) {
      refuseCheckpoint(name, "its storage " + inQuotes(storage.key) + " is missing");
    }
    return RawStorage{found->second, owner};
  };
  return tensorsOf(object, load, copyBudgetFor(file.size()), name);
}

} // namespace refscale::weights
