// Any bytes as the pickle of a checkpoint whose storages are always there: no checksum and no
// container stands between the fuzzer and the machine, its tensors and their views.
#include <array>
#include <cstdint>

#include "core/base/error.h"
#include "core/weights/checkpoint_tensors.h"
#include "tests/fuzz/touch.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace refscale;
  static const std::array<std::byte, 64> kStorage{};
  const auto load = [](const weights::pickle::Storage&) {
    return weights::RawStorage{kStorage, {}};
  };
  try {
    const auto parsed = weights::pickle::parse(std::as_bytes(std::span(data, size)), "fuzz");
    fuzz::touch(weights::tensorsOf(parsed.graph, load, weights::copyBudgetFor(size), "fuzz"));
  } catch (const Error& error) {
    if (error.kind() != Kind::BadInput) std::abort();
  }
  return 0;
}
