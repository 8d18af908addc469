// Any bytes as a checkpoint in the legacy container.
#include <cstdint>

#include "core/base/error.h"
#include "core/weights/checkpoint_tensors.h"
#include "tests/fuzz/touch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace refscale;
  try {
    fuzz::touch(weights::readLegacyCheckpoint(std::as_bytes(std::span(data, size)), "fuzz", {}));
  } catch (const Error& error) {
    if (error.kind() != Kind::BadInput) std::abort();
  }
  return 0;
}
