// The names that a checkpoint's pickle may use, and what they mean to the reader. Everything else
// is refused by its name.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/weights/tensor_file.h"

namespace refscale::weights::pickle {

enum class Meaning : std::uint8_t {
  OrderedDict,
  Inert,            // collections.Counter and the like: arguments are dropped
  Size,             // torch.Size: its argument, a tuple
  RebuildTensor,    // (storage, offset, size, stride, requires_grad, hooks[, metadata])
  RebuildTensorV1,  // (storage, offset, size, stride), before PyTorch 0.4
  RebuildParameter, // (tensor, requires_grad, hooks)
  StorageType
};

struct Known {
  std::string_view module;
  std::string_view name;
  Meaning meaning = Meaning::Inert;
  DType type = DType::F32; // of a StorageType
};

// Nothing for a name that is not on the list.
[[nodiscard]] std::optional<std::uint32_t> findName(std::string_view module, std::string_view name);
[[nodiscard]] const Known& knownName(std::uint32_t index);

} // namespace refscale::weights::pickle
