// Any bytes as a .safetensors file, then as a model.
#include <cstdint>

#include "core/base/error.h"
#include "core/weights/architecture.h"
#include "core/weights/safetensors.h"
#include "tests/fuzz/touch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace refscale;
  try {
    const auto set = weights::parseSafetensors(std::as_bytes(std::span(data, size)), "fuzz");
    fuzz::touch(set);
    (void)weights::describeModel(set);
  } catch (const Error& error) {
    if (error.kind() != Kind::BadInput) std::abort();
  }
  return 0;
}
