// Checkpoints made byte by byte, sound and unsound: what PyTorch's own writer cannot be asked for.
// For the tests of the reader and as seeds of the fuzzers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace refscale::test {

using Bytes = std::vector<std::byte>;

// Pieces of pickles. A piece leaves one value on the stack.
[[nodiscard]] std::string pickledText(const std::string& text);
[[nodiscard]] std::string pickledInteger(std::int64_t value);
[[nodiscard]] std::string pickledTuple(const std::vector<std::int64_t>& values);

struct TensorClaim {
  std::string key = "0"; // of the storage
  std::string type = "FloatStorage";
  std::int64_t elements = 6; // of the storage
  std::int64_t offset = 0;
  std::vector<std::int64_t> shape = {2, 3};
  std::vector<std::int64_t> strides = {3, 1};
};
[[nodiscard]] std::string pickledTensor(const TensorClaim& claim);

// PROTO 2, a dictionary of these entries (name, piece), STOP.
[[nodiscard]] std::string pickledDict(
    const std::vector<std::pair<std::string, std::string>>& entries);

struct Member {
  std::string name;
  std::string content;
  bool compressed = false;
};
[[nodiscard]] Bytes zipOf(const std::vector<Member>& members);

// A whole checkpoint around one pickle, with storage "0" of six floats and "1" of four halves.
[[nodiscard]] Bytes zipCheckpoint(const std::string& pickle);
[[nodiscard]] Bytes legacyCheckpoint(const std::string& pickle);

// Two tensors in storages of their own, a transposed and an expanded view, an entry of no interest.
[[nodiscard]] std::string soundPickle();

} // namespace refscale::test
