// Names, calls and storages: the opcodes with which a pickle could do harm if they were obeyed.
#include "core/weights/pickle_machine.h"
#include "core/weights/text.h"

namespace refscale::weights::pickle {

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

} // namespace refscale::weights::pickle
