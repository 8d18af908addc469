// A reader of the pickles inside PyTorch checkpoints. It knows the opcodes that state dicts are
// written with and a fixed list of names; a name is only ever compared, nothing is imported or
// called. What comes out is a flat graph of inert values, for this folder's checkpoint reader only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/tensor_file.h"

namespace refscale::weights::pickle {

using Ref = std::uint32_t; // index of a value in the graph

enum class Type : std::uint8_t {
  None,
  Bool,
  Integer,
  Real,
  Text,     // bytes of the pickle itself, UTF-8 by convention only
  Inert,    // something allowed but of no interest: bytes, big integers, counters, devices
  Tuple,    // children: items
  List,     // children: items
  Dict,     // children: key, value, key, value, ...
  Callable, // a known name: a storage type, a rebuilding function, ...
  Storage,
  Tensor
};

// What a persistent id names. `key` is the file's own name of the storage.
struct Storage {
  std::string_view key;
  DType type = DType::F32;
  std::int64_t elements = 0;
};

// A view into a storage as the file claims it; nothing of it is checked yet.
struct Tensor {
  Ref storage = 0; // of type Storage
  std::int64_t offset = 0;
  Ref shape = 0;   // a tuple or list
  Ref strides = 0; // the same
};

// Values refer to each other by index, and may do so in circles: a walk has to bound itself.
// Strings point into the pickle, which must outlive the graph.
class Graph {
 public:
  [[nodiscard]] Type type(Ref value) const { return nodes_[value].type; }
  [[nodiscard]] std::int64_t integer(Ref value) const { return nodes_[value].number; }
  [[nodiscard]] std::string_view text(Ref value) const;
  [[nodiscard]] std::span<const Ref> children(Ref value) const;
  [[nodiscard]] const Storage& storage(Ref value) const;
  [[nodiscard]] const Tensor& tensor(Ref value) const;
  [[nodiscard]] Ref top() const noexcept { return top_; }
  [[nodiscard]] std::span<const Storage> storages() const noexcept { return storages_; }

  // The whole numbers of a tuple or list; nothing when it holds anything else.
  [[nodiscard]] std::optional<std::vector<std::int64_t>> integers(Ref value) const;

 private:
  friend class Machine;
  static constexpr std::uint32_t kNoChildren = ~std::uint32_t{0};

  struct Node {
    Type type = Type::None;
    std::uint32_t slot = kNoChildren; // of children, storage, tensor, name; length of a text
    std::int64_t number = 0;          // value, or where a text begins
  };

  std::string_view bytes_;
  std::vector<Node> nodes_;
  std::vector<std::vector<Ref>> children_;
  std::vector<Storage> storages_;
  std::vector<Tensor> tensors_;
  Ref top_ = 0;
};

struct Parsed {
  Graph graph;
  std::size_t length = 0; // bytes up to and with the STOP
};

// Reads one pickle from the front of `bytes`. Memory is bounded by the pickle's length and fixed
// limits; time is linear. Throws BadInput, with what was refused in the message; `name` is the
// file's.
[[nodiscard]] Parsed parse(std::span<const std::byte> bytes, const std::string& name);

} // namespace refscale::weights::pickle
