// The stack machine behind pickle.h. Nobody else needs it; it has a header of its own because its
// opcodes fill two files: values and containers (pickle.cpp), names and calls (pickle_objects.cpp).
#pragma once

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/weights/pickle.h"
#include "core/weights/pickle_names.h"

namespace refscale::weights::pickle {

constexpr std::size_t kMaxNodes = 1 << 20; // a training state of 300 layers has about 10 000
constexpr std::size_t kMaxChildren = 4 * kMaxNodes; // a list may be copied into a dictionary
constexpr std::size_t kMaxStack = 1 << 16;          // PyTorch writes in batches of 1000
constexpr std::size_t kMaxPickle = std::size_t{1} << 28;
constexpr std::size_t kMaxNameLength = 200;

// The stack machine of the pickle format. Opcodes are those that Python writes for protocols 2 to
// 5; the rest (INST, OBJ, DUP, extension codes, ...) are refused.
class Machine {
 public:
  Machine(std::span<const std::byte> bytes, const std::string& name)
      : bytes_(reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), kMaxPickle)),
        name_(name) {
    graph_.bytes_ = bytes_;
  }
  Parsed run();

 private:
  using Node = Graph::Node;

  [[noreturn]] void refuse(const std::string& why) const;

  // Reading. Numbers are little-endian; lengths are checked against what is left.
  std::string_view take(std::uint64_t length);
  template <typename T>
  T number();
  std::string_view line();

  // The stack.
  void push(Ref value);
  Ref add(Node node);
  void pushNew(Node node) { push(add(node)); }
  Ref pop();
  std::span<const Ref> sinceMark();
  void dropMark(std::size_t values);

  // Groups of opcodes; each says whether it was its own.
  bool scalar(unsigned char code);
  bool bytesOrText(unsigned char code);
  bool container(unsigned char code);
  bool memo(unsigned char code);
  bool object(unsigned char code);

  void text(std::uint64_t length, Type type);
  void longInteger(std::uint64_t length);
  void addChildren(Node& node, std::span<const Ref> items);
  void tuple(std::span<const Ref> items, std::size_t drop);
  void append(Ref target, Type type, std::span<const Ref> items);
  void put(std::uint64_t index, Ref value);
  void get(std::uint64_t index);
  void global(std::string_view module, std::string_view name);
  void persistentId();
  void reduce();
  Ref call(const Known& callable, Ref arguments);
  Ref orderedDict(std::span<const Ref> arguments);
  Ref rebuildTensor(std::span<const Ref> arguments, bool second);
  void build();

  std::string_view bytes_;
  std::string name_;
  std::size_t at_ = 0;
  Graph graph_;
  std::vector<Ref> stack_;
  std::vector<std::size_t> marks_;
  std::vector<Ref> memo_;
  std::size_t childCount_ = 0;
};

template <typename T>
T Machine::number() {
  T value;
  std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
  return value;
}

} // namespace refscale::weights::pickle
