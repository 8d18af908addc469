#include "core/pipeline/engine/memory.h"

#include <ATen/ATen.h>
#include <c10/core/CachingDeviceAllocator.h>
#include <sys/resource.h>

#include "core/base/said_error.h"

namespace refscale::pipeline {

std::int64_t peakBytes(const at::Device& device) {
  if (device.is_cuda()) {
    const auto statistics = c10::getDeviceAllocator(device.type())->getDeviceStats(device.index());
    constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
    return statistics.allocated_bytes[kAll].peak;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::int64_t>(usage.ru_maxrss) * 1024;
}

void throwNoMemory(const std::string& detail) {
  throw SaidError(Kind::OutOfMemory,
                  REFSCALE_SENTENCE("Errors",
                                    "There is not enough memory for this picture; close other "
                                    "programs, use a smaller reference, or enlarge the picture in "
                                    "parts."),
                  {}, detail);
}

void rethrowAsError(const c10::Error& error) {
  const std::string text = error.what_without_backtrace();
  if (text.find("memory") != std::string::npos) {
    throwNoMemory(text);
  }
  throw Error(Kind::Internal, "The computation failed inside LibTorch.", text);
}

} // namespace refscale::pipeline
