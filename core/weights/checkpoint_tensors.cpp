#include "core/weights/checkpoint_tensors.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

using pickle::Graph;
using pickle::Ref;
using pickle::Type;

using Sizes = std::vector<std::int64_t>;

// What a dictionary says under a text key; the last entry counts, as in Python.
std::optional<Ref> entry(const Graph& graph, Ref dict, std::string_view key) {
  std::optional<Ref> found;
  const auto items = graph.children(dict);
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (graph.type(items[i]) == Type::Text && graph.text(items[i]) == key) found = items[i + 1];
  }
  return found;
}

Ref stateDictOf(const Graph& graph, const std::string& file) {
  const Ref top = graph.top();
  if (graph.type(top) != Type::Dict) refuseCheckpoint(file, "it holds no dictionary of weights");
  for (const char* wrapper : {"params_ema", "params", "state_dict"}) {
    const auto inside = entry(graph, top, wrapper);
    if (inside && graph.type(*inside) == Type::Dict) return *inside;
  }
  return top;
}

std::string withoutPrefixes(std::string_view name) {
  for (const std::string_view prefix : {"module.", "generator.", "module."}) {
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  }
  return std::string(name);
}

bool isContiguous(const Sizes& shape, const Sizes& strides) {
  std::int64_t expected = 1;
  for (std::size_t i = shape.size(); i-- > 0;) {
    if (shape[i] != 1 && strides[i] != expected) return false;
    expected *= shape[i];
  }
  return true;
}

// One past the last element that a non-empty view reads; nothing on overflow or negative strides.
std::optional<std::int64_t> reach(const Sizes& shape, const Sizes& strides, std::int64_t offset) {
  if (offset < 0) return {};
  std::int64_t last = offset;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    std::int64_t step = 0;
    if (strides[i] < 0 || __builtin_mul_overflow(shape[i] - 1, strides[i], &step) ||
        __builtin_add_overflow(last, step, &last)) {
      return {};
    }
  }
  if (__builtin_add_overflow(last, std::int64_t{1}, &last)) return {};
  return last;
}

// The elements of a strided view in row-major order; the view has been checked.
std::vector<std::byte> gather(std::span<const std::byte> storage, const Sizes& shape,
                              const Sizes& strides, std::int64_t offset, std::int64_t count,
                              std::size_t width) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(count) * width);
  Sizes index(shape.size(), 0);
  std::int64_t at = offset;
  for (std::byte* out = bytes.data(); out != bytes.data() + bytes.size(); out += width) {
    std::memcpy(out, storage.data() + static_cast<std::size_t>(at) * width, width);
    for (std::size_t axis = shape.size(); axis-- > 0;) {
      at += strides[axis];
      if (++index[axis] < shape[axis]) break;
      at -= strides[axis] * shape[axis];
      index[axis] = 0;
    }
  }
  return bytes;
}

class Builder {
 public:
  Builder(const Graph& graph, const StorageLoader& load, std::uint64_t copyBudget,
          const std::string& file)
      : graph_(graph), load_(load), copyBudget_(copyBudget), file_(file) {}

  TensorView tensor(Ref value, const std::string& key);

 private:
  const Graph& graph_;
  const StorageLoader& load_;
  std::uint64_t copyBudget_;
  const std::string& file_;
};

TensorView Builder::tensor(Ref value, const std::string& key) {
  const pickle::Tensor& claim = graph_.tensor(value);
  const pickle::Storage& storage = graph_.storage(claim.storage);
  const auto shape = graph_.integers(claim.shape);
  const auto strides = graph_.integers(claim.strides);
  const auto count = shape ? checkedElements(*shape) : std::nullopt;
  if (!count || !strides || strides->size() != shape->size()) {
    refuseCheckpoint(file_, inQuotes(key) + " claims an impossible shape");
  }
  const std::size_t width = dtypeBytes(storage.type);
  const RawStorage raw = load_(storage);
  if (static_cast<std::uint64_t>(storage.elements) > raw.bytes.size() / width) {
    refuseCheckpoint(file_, "the values of " + inQuotes(key) + " are not all there");
  }
  if (*count == 0) return makeTensor(storage.type, *shape, {});
  const auto end = reach(*shape, *strides, claim.offset);
  if (!end || *end > storage.elements) {
    refuseCheckpoint(file_, inQuotes(key) + " reaches outside of its storage");
  }
  const std::uint64_t bytes = static_cast<std::uint64_t>(*count) * width;
  if (isContiguous(*shape, *strides)) {
    const auto begin = static_cast<std::size_t>(claim.offset) * width;
    return {storage.type, *shape, raw.bytes.subspan(begin, static_cast<std::size_t>(bytes)),
            raw.owner};
  }
  if (bytes > copyBudget_) {
    refuseCheckpoint(file_, "its views would grow far beyond the size of the file");
  }
  copyBudget_ -= bytes;
  return makeTensor(storage.type, *shape,
                    gather(raw.bytes, *shape, *strides, claim.offset, *count, width));
}

} // namespace

void refuseCheckpoint(const std::string& file, const std::string& why) {
  throw Error(Kind::BadInput, inQuotes(file) + " is no checkpoint that RefScale reads: " + why +
                                  "; fetch or save it again.");
}

std::uint64_t copyBudgetFor(std::uint64_t fileBytes) noexcept {
  constexpr std::uint64_t kFloor = 1 << 20;
  return 4 * fileBytes + kFloor;
}

TensorSet tensorsOf(const Graph& graph, const StorageLoader& load, std::uint64_t copyBudget,
                    const std::string& file) {
  Builder builder(graph, load, copyBudget, file);
  TensorSet set;
  const auto items = graph.children(stateDictOf(graph, file));
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
    if (graph.type(items[i]) != Type::Text || graph.type(items[i + 1]) != Type::Tensor) continue;
    std::string key = withoutPrefixes(graph.text(items[i]));
    TensorView tensor = builder.tensor(items[i + 1], key);
    if (!set.tensors.emplace(key, std::move(tensor)).second) {
      refuseCheckpoint(file, "it holds " + inQuotes(key) + " twice");
    }
  }
  if (set.tensors.empty()) refuseCheckpoint(file, "there are no tensors in it");
  return set;
}

} // namespace refscale::weights
