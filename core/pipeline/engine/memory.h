// What a run takes of memory, and what is said when it is not enough.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <string>

namespace refscale::pipeline {

// What the work took at most: of the process on a CPU, of LibTorch's allocator on a GPU.
[[nodiscard]] std::int64_t peakBytes(const at::Device& device);

// OutOfMemory, with what to do about it; `detail` is for the log.
[[noreturn]] void throwNoMemory(const std::string& detail);

// A failure inside LibTorch in the product's words: OutOfMemory where an allocation failed, else
// Internal.
[[noreturn]] void rethrowAsError(const c10::Error& error);

} // namespace refscale::pipeline
