// What every fuzz target does with what a parser gave: look at each byte, so that a tensor which
// reaches outside of its memory is caught by the sanitizer.
#pragma once

#include <cstddef>
#include <cstdlib>

#include "core/weights/tensor_file.h"

namespace refscale::fuzz {

inline void touch(const weights::TensorSet& set) {
  volatile unsigned sum = 0;
  for (const auto& item : set.tensors) {
    const auto& tensor = item.second;
    const auto count = weights::checkedElements(tensor.shape);
    if (!count || static_cast<std::size_t>(*count) * weights::dtypeBytes(tensor.type) !=
                      tensor.bytes.size()) {
      std::abort();
    }
    for (const auto byte : tensor.bytes) sum = sum + std::to_integer<unsigned>(byte);
  }
}

} // namespace refscale::fuzz
