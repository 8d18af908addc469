#include "core/weights/pickle.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "core/base/error.h"
#include "core/weights/pickle_names.h"
#include "core/weights/text.h"

namespace refscale::weights::pickle {

namespace {

constexpr std::size_t kMaxNodes = 1 << 20; // a training state of 300 layers has about 10 000
constexpr std::size_t kMaxChildren = 4 * kMaxNodes; // a list may be copied into a dictionary
constexpr std::size_t kMaxStack = 1 << 16;          // PyTorch writes in batches of 1000
constexpr std::size_t kMaxPickle = std::size_t{1} << 28;
constexpr std::size_t kMaxNameLength = 200;

} // namespace

std::string_view Graph::text(Ref value) const {
  const Node& node = nodes_[value];
  return bytes_.substr(static_cast<std::size_t>(node.number), node.slot);
}

std::span<const Ref> Graph::children(Ref value) const {
  const Node& node = nodes_[value];
  if (node.slot == kNoChildren) return {};
  return children_[node.slot];
}

const Storage& Graph::storage(Ref value) const {
  return storages_[nodes_[value].slot];
}

const Tensor& Graph::tensor(Ref value) const {
  return tensors_[nodes_[value].slot];
}

std::optional<std::vector<std::int64_t>> Graph::integers(Ref value) const {
  if (type(value) != Type::Tuple && type(value) != Type::List) return {};
  std::vector<std::int64_t> numbers;
  for (const Ref child : children(value)) {
    if (type(child) != Type::Integer || numbers.size() >= kMaxDimensions) return {};
    numbers.push_back(integer(child));
  }
  return numbers;
}

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

void Machine::refuse(const std::string& why) const {
  throw Error(Kind::BadInput,
              inQuotes(name_) + " is no checkpoint that RefScale reads: " + why +
                  "; use a file that holds weights alone (a state dict).",
              "pickle byte " + std::to_string(at_));
}

std::string_view Machine::take(std::uint64_t length) {
  if (length > bytes_.size() - at_) refuse("its pickle ends in the middle");
  const auto part = bytes_.substr(at_, static_cast<std::size_t>(length));
  at_ += part.size();
  return part;
}

template <typename T>
T Machine::number() {
  T value;
  std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
  return value;
}

std::string_view Machine::line() {
  const auto rest = bytes_.substr(at_, kMaxNameLength + 1);
  const auto end = rest.find('\n');
  if (end == std::string_view::npos) refuse("it holds a name without an end");
  at_ += end + 1;
  return rest.substr(0, end);
}

void Machine::push(Ref value) {
  if (stack_.size() >= kMaxStack) refuse("its values are nested or repeated without measure");
  stack_.push_back(value);
}

Ref Machine::add(Node node) {
  if (graph_.nodes_.size() >= kMaxNodes) refuse("it holds too many values");
  graph_.nodes_.push_back(node);
  return static_cast<Ref>(graph_.nodes_.size() - 1);
}

Ref Machine::pop() {
  const std::size_t floor = marks_.empty() ? 0 : marks_.back();
  if (stack_.size() <= floor) refuse("its pickle takes what it has not given");
  const Ref value = stack_.back();
  stack_.pop_back();
  return value;
}

std::span<const Ref> Machine::sinceMark() {
  if (marks_.empty()) refuse("its pickle misses a mark");
  return std::span<const Ref>(stack_).subspan(marks_.back());
}

void Machine::dropMark(std::size_t values) {
  stack_.resize(stack_.size() - values);
  marks_.pop_back();
}

void Machine::text(std::uint64_t length, Type type) {
  const std::size_t begin = at_;
  const auto part = take(length);
  pushNew({type, static_cast<std::uint32_t>(part.size()), static_cast<std::int64_t>(begin)});
}

// Two's complement of any length; what does not fit 64 bits (PyTorch's magic number) is inert.
void Machine::longInteger(std::uint64_t length) {
  const auto digits = take(length);
  std::int64_t value = 0;
  const auto low = digits.substr(0, sizeof(value));
  const bool negative = !low.empty() && (static_cast<unsigned char>(low.back()) & 0x80u) != 0;
  if (negative) value = -1;
  if (!low.empty()) std::memcpy(&value, low.data(), low.size());
  const char sign = negative ? '\xff' : '\0';
  if (digits.substr(low.size()).find_first_not_of(sign) != std::string_view::npos) {
    pushNew({Type::Inert, Graph::kNoChildren, 0});
  } else {
    pushNew({Type::Integer, Graph::kNoChildren, value});
  }
}

bool Machine::scalar(unsigned char code) {
  const auto integer = [&](std::int64_t value) {
    pushNew({Type::Integer, Graph::kNoChildren, value});
  };
  switch (code) {
    case 'N':
      pushNew({Type::None, Graph::kNoChildren, 0});
      return true;
    case 0x88:
    case 0x89:
      pushNew({Type::Bool, Graph::kNoChildren, code == 0x88 ? 1 : 0});
      return true;
    case 'J':
      integer(number<std::int32_t>());
      return true;
    case 'K':
      integer(number<std::uint8_t>());
      return true;
    case 'M':
      integer(number<std::uint16_t>());
      return true;
    case 0x8a:
      longInteger(number<std::uint8_t>());
      return true;
    case 0x8b:
      longInteger(number<std::uint32_t>());
      return true;
    case 'G': // a big-endian double; no weight is ever one, so its value is of no interest
      (void)take(8);
      pushNew({Type::Real, Graph::kNoChildren, 0});
      return true;
    default:
      return false;
  }
}

bool Machine::bytesOrText(unsigned char code) {
  switch (code) {
    case 'X': // BINUNICODE
    case 'T': // BINSTRING, of Python 2
      text(number<std::uint32_t>(), Type::Text);
      return true;
    case 0x8c: // SHORT_BINUNICODE
    case 'U':  // SHORT_BINSTRING
      text(number<std::uint8_t>(), Type::Text);
      return true;
    case 0x8d: // BINUNICODE8
      text(number<std::uint64_t>(), Type::Text);
      return true;
    case 'C': // SHORT_BINBYTES
      text(number<std::uint8_t>(), Type::Inert);
      return true;
    case 'B': // BINBYTES
      text(number<std::uint32_t>(), Type::Inert);
      return true;
    case 0x8e: // BINBYTES8
      text(number<std::uint64_t>(), Type::Inert);
      return true;
    default:
      return false;
  }
}

void Machine::addChildren(Node& node, std::span<const Ref> items) {
  if (items.empty()) return;
  childCount_ += items.size();
  if (childCount_ > kMaxChildren) refuse("it holds too many values");
  if (node.slot == Graph::kNoChildren) {
    node.slot = static_cast<std::uint32_t>(graph_.children_.size());
    graph_.children_.emplace_back();
  }
  auto& children = graph_.children_[node.slot];
  children.insert(children.end(), items.begin(), items.end());
}

void Machine::tuple(std::span<const Ref> items, std::size_t drop) {
  Node node{Type::Tuple, Graph::kNoChildren, 0};
  addChildren(node, items);
  stack_.resize(stack_.size() - drop);
  pushNew(node);
}

void Machine::append(Ref target, Type type, std::span<const Ref> items) {
  Node& node = graph_.nodes_[target];
  // A Counter or the like takes entries too; they are of no interest.
  if (node.type == Type::Inert) return;
  if (node.type != type) refuse("it fills something that is no list or dictionary");
  if (type == Type::Dict && items.size() % 2 != 0) refuse("it has a key without a value");
  addChildren(node, items);
}

bool Machine::container(unsigned char code) {
  switch (code) {
    case '(':
      if (marks_.size() >= kMaxStack) refuse("its values are nested without measure");
      marks_.push_back(stack_.size());
      return true;
    case ')':
      tuple({}, 0);
      return true;
    case ']':
      pushNew({Type::List, Graph::kNoChildren, 0});
      return true;
    case '}':
      pushNew({Type::Dict, Graph::kNoChildren, 0});
      return true;
    case 't': {
      const auto items = sinceMark();
      marks_.pop_back();
      tuple(items, items.size());
      return true;
    }
    case 0x85: // TUPLE1, 2, 3
    case 0x86:
    case 0x87: {
      const std::size_t count = code - 0x84u;
      const std::size_t floor = marks_.empty() ? 0 : marks_.back();
      if (stack_.size() < floor + count) refuse("its pickle takes what it has not given");
      tuple(std::span<const Ref>(stack_).last(count), count);
      return true;
    }
    case 'a':   // APPEND
    case 's': { // SETITEM
      const std::size_t count = code == 'a' ? 1 : 2;
      const std::size_t floor = marks_.empty() ? 0 : marks_.back();
      if (stack_.size() < floor + count + 1) refuse("its pickle takes what it has not given");
      append(stack_[stack_.size() - count - 1], code == 'a' ? Type::List : Type::Dict,
             std::span<const Ref>(stack_).last(count));
      stack_.resize(stack_.size() - count);
      return true;
    }
    case 'e':   // APPENDS
    case 'u': { // SETITEMS
      const auto items = sinceMark();
      if (items.size() == stack_.size()) refuse("its pickle takes what it has not given");
      append(stack_[stack_.size() - items.size() - 1], code == 'e' ? Type::List : Type::Dict,
             items);
      dropMark(items.size());
      return true;
    }
    default:
      return false;
  }
}

void Machine::put(std::uint64_t index, Ref value) {
  if (index >= kMaxNodes) refuse("it remembers too many values");
  constexpr Ref kNothing = ~Ref{0};
  if (index >= memo_.size()) memo_.resize(static_cast<std::size_t>(index) + 1, kNothing);
  memo_[index] = value;
}

void Machine::get(std::uint64_t index) {
  if (index >= memo_.size() || memo_[index] >= graph_.nodes_.size()) {
    refuse("it recalls what it has not remembered");
  }
  push(memo_[index]);
}

bool Machine::memo(unsigned char code) {
  const auto top = [&] {
    if (stack_.empty()) refuse("its pickle takes what it has not given");
    return stack_.back();
  };
  switch (code) {
    case 'q':
      put(number<std::uint8_t>(), top());
      return true;
    case 'r':
      put(number<std::uint32_t>(), top());
      return true;
    case 0x94: // MEMOIZE
      put(memo_.size(), top());
      return true;
    case 'h':
      get(number<std::uint8_t>());
      return true;
    case 'j':
      get(number<std::uint32_t>());
      return true;
    default:
      return false;
  }
}

void Machine::global(std::string_view module, std::string_view name) {
  const auto index = findName(module, name);
  if (!index) {
    refuse("it wants to use " + inQuotes(std::string(module) + "." + std::string(name)) +
           ", which has no place among weights");
  }
  pushNew({Type::Callable, *index, 0});
}

// ("storage", storage type, key, location, number of elements[, None]); the location (a device) is
// of no interest.
void Machine::persistentId() {
  const Ref id = pop();
  const auto items = graph_.type(id) == Type::Tuple ? graph_.children(id) : std::span<const Ref>();
  const bool sound =
      (items.size() == 5 || (items.size() == 6 && graph_.type(items[5]) == Type::None)) &&
      graph_.type(items[0]) == Type::Text && graph_.text(items[0]) == "storage" &&
      graph_.type(items[1]) == Type::Callable && graph_.type(items[2]) == Type::Text &&
      graph_.type(items[4]) == Type::Integer;
  if (!sound) refuse("it refers to something that is no storage (a whole network was saved?)");
  const Known& known = knownName(graph_.nodes_[items[1]].slot);
  if (known.meaning != Meaning::StorageType || graph_.integer(items[4]) < 0) {
    refuse("it holds a storage of no known type or size");
  }
  const Storage storage{graph_.text(items[2]), known.type, graph_.integer(items[4])};
  graph_.storages_.push_back(storage);
  pushNew({Type::Storage, static_cast<std::uint32_t>(graph_.storages_.size() - 1), 0});
}

// OrderedDict(), or of Python 2: OrderedDict([[key, value], ...]).
Ref Machine::orderedDict(std::span<const Ref> arguments) {
  const Ref dict = add({Type::Dict, Graph::kNoChildren, 0});
  if (arguments.empty()) return dict;
  std::vector<Ref> items;
  const Ref list = arguments[0];
  if (arguments.size() != 1 || graph_.type(list) != Type::List)
    refuse("its dictionary is malformed");
  for (const Ref pair : graph_.children(list)) {
    const Type type = graph_.type(pair);
    const auto both = graph_.children(type == Type::List || type == Type::Tuple ? pair : dict);
    if (both.size() != 2) refuse("its dictionary is malformed");
    items.insert(items.end(), both.begin(), both.end());
  }
  append(dict, Type::Dict, items);
  return dict;
}

Ref Machine::rebuildTensor(std::span<const Ref> arguments, bool second) {
  const bool sound =
      (second ? arguments.size() == 6 || arguments.size() == 7 : arguments.size() == 4) &&
      graph_.type(arguments[0]) == Type::Storage && graph_.type(arguments[1]) == Type::Integer;
  if (!sound) refuse("it holds a malformed tensor");
  graph_.tensors_.push_back(
      {arguments[0], graph_.integer(arguments[1]), arguments[2], arguments[3]});
  return add({Type::Tensor, static_cast<std::uint32_t>(graph_.tensors_.size() - 1), 0});
}

Ref Machine::call(const Known& callable, Ref arguments) {
  if (graph_.type(arguments) != Type::Tuple) refuse("its pickle is malformed");
  const auto list = graph_.children(arguments);
  switch (callable.meaning) {
    case Meaning::OrderedDict:
      return orderedDict(list);
    case Meaning::Inert:
      return add({Type::Inert, Graph::kNoChildren, 0});
    case Meaning::Size:
      if (list.size() != 1 || graph_.type(list[0]) != Type::Tuple)
        refuse("it holds a malformed size");
      return list[0];
    case Meaning::RebuildTensor:
      return rebuildTensor(list, true);
    case Meaning::RebuildTensorV1:
      return rebuildTensor(list, false);
    case Meaning::RebuildParameter:
      if (list.size() != 3 || graph_.type(list[0]) != Type::Tensor) {
        refuse("it holds a malformed parameter");
      }
      return list[0];
    case Meaning::StorageType:
      break;
  }
  refuse("it calls what cannot be called");
}

void Machine::reduce() {
  const Ref arguments = pop();
  const Ref callable = pop();
  if (graph_.type(callable) != Type::Callable) refuse("it calls what cannot be called");
  push(call(knownName(graph_.nodes_[callable].slot), arguments));
}

// Attributes of a dictionary (a state dict's `_metadata`): of no interest.
void Machine::build() {
  (void)pop();
  const Ref target = pop();
  if (graph_.type(target) != Type::Dict && graph_.type(target) != Type::Inert) {
    refuse("it sets the state of something that is no dictionary");
  }
  push(target);
}

bool Machine::object(unsigned char code) {
  switch (code) {
    case 'c': { // GLOBAL
      const auto module = line();
      global(module, line());
      return true;
    }
    case 0x93: { // STACK_GLOBAL
      const Ref name = pop();
      const Ref module = pop();
      if (graph_.type(name) != Type::Text || graph_.type(module) != Type::Text) {
        refuse("it uses a name that is no text");
      }
      global(graph_.text(module), graph_.text(name));
      return true;
    }
    case 'R':  // REDUCE
    case 0x81: // NEWOBJ
      reduce();
      return true;
    case 'b':
      build();
      return true;
    case 'Q':
      persistentId();
      return true;
    default:
      return false;
  }
}

Parsed Machine::run() {
  while (true) {
    const auto code = number<std::uint8_t>();
    if (code == '.') break;
    if (code == 0x80) { // PROTO
      if (number<std::uint8_t>() > 5) refuse("its pickle is of a newer protocol");
    } else if (code == 0x95) { // FRAME: its length says nothing that the opcodes do not
      (void)number<std::uint64_t>();
    } else if (!scalar(code) && !bytesOrText(code) && !container(code) && !memo(code) &&
               !object(code)) {
      refuse("its pickle uses opcode " + std::to_string(code) + ", which no state dict needs");
    }
  }
  graph_.top_ = pop();
  if (!stack_.empty() || !marks_.empty()) refuse("its pickle leaves values over");
  return {std::move(graph_), at_};
}

Parsed parse(std::span<const std::byte> bytes, const std::string& name) {
  return Machine(bytes, name).run();
}

} // namespace refscale::weights::pickle
