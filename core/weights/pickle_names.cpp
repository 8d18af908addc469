#include "core/weights/pickle_names.h"

#include <array>

namespace refscale::weights::pickle {
namespace {

constexpr std::array kNames = {
    Known{"collections", "OrderedDict", Meaning::OrderedDict},
    Known{"collections", "Counter", Meaning::Inert},
    Known{"collections", "defaultdict", Meaning::Inert},
    Known{"torch", "Size", Meaning::Size},
    Known{"torch", "device", Meaning::Inert},
    Known{"torch", "float16", Meaning::Inert},
    Known{"torch", "bfloat16", Meaning::Inert},
    Known{"torch", "float32", Meaning::Inert},
    Known{"torch", "float64", Meaning::Inert},
    Known{"torch", "int64", Meaning::Inert},
    Known{"torch._utils", "_rebuild_tensor_v2", Meaning::RebuildTensor},
    Known{"torch._utils", "_rebuild_tensor", Meaning::RebuildTensorV1},
    Known{"torch._utils", "_rebuild_parameter", Meaning::RebuildParameter},
    Known{"torch", "DoubleStorage", Meaning::StorageType, DType::F64},
    Known{"torch", "FloatStorage", Meaning::StorageType, DType::F32},
    Known{"torch", "HalfStorage", Meaning::StorageType, DType::F16},
    Known{"torch", "BFloat16Storage", Meaning::StorageType, DType::BF16},
    Known{"torch", "LongStorage", Meaning::StorageType, DType::I64},
    Known{"torch", "IntStorage", Meaning::StorageType, DType::I32},
    Known{"torch", "ShortStorage", Meaning::StorageType, DType::I16},
    Known{"torch", "CharStorage", Meaning::StorageType, DType::I8},
    Known{"torch", "ByteStorage", Meaning::StorageType, DType::U8},
    Known{"torch", "BoolStorage", Meaning::StorageType, DType::Bool},
};

} // namespace

std::optional<std::uint32_t> findName(std::string_view module, std::string_view name) {
  for (std::uint32_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i].module == module && kNames[i].name == name) return i;
  }
  return {};
}

const Known& knownName(std::uint32_t index) {
  return kNames[index];
}

} // namespace refscale::weights::pickle
