#include "core/weights/pickle.h"

#include <cstring>
#include <utility>

#include "core/base/error.h"
#include "core/weights/pickle_machine.h"
#include "core/weights/text.h"

namespace refscale::weights::pickle {

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
