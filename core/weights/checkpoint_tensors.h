// From the graph of a pickle and the bytes of its storages to named, contiguous tensors: the part
// of reading a checkpoint that both containers share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/weights/pickle.h"
#include "core/weights/tensor_file.h"

namespace refscale::weights {

struct RawStorage {
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;
};

// Gives the bytes of a storage by its key, or throws; called once for every tensor that is kept.
using StorageLoader = std::function<RawStorage(const pickle::Storage& storage)>;

// Unwraps the state dict, takes prefixes off and builds every tensor in it. A tensor that lies
// contiguous in its storage is not copied; all copies together are at most `copyBudget` bytes.
// Throws BadInput, naming `file`.
[[nodiscard]] TensorSet tensorsOf(const pickle::Graph& graph, const StorageLoader& load,
                                  std::uint64_t copyBudget, const std::string& file);

// The containers; `owner` keeps `file` alive. Throw BadInput.
[[nodiscard]] TensorSet readZipCheckpoint(std::span<const std::byte> file, const std::string& name);
[[nodiscard]] TensorSet readLegacyCheckpoint(std::span<const std::byte> file,
                                             const std::string& name,
                                             const std::shared_ptr<const void>& owner);

// Copies of views may take this much: a state dict's views hardly ever differ from their storage.
[[nodiscard]] std::uint64_t copyBudgetFor(std::uint64_t fileBytes) noexcept;

// Always throws: "FILE is no checkpoint that RefScale reads: WHY; ...".
[[noreturn]] void refuseCheckpoint(const std::string& file, const std::string& why);

} // namespace refscale::weights
