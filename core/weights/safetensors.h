// The .safetensors format: 8 bytes of header length, a JSON header, the tensors' bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/base/files.h"
#include "core/weights/tensor_file.h"

namespace refscale::weights {

// Maps the file; nothing but the header is read or copied. Everything is checked: header length
// (100 MB at most), JSON depth and types, known dtypes, shape products against offsets without
// overflow, no overlap, no bytes outside the file. Throws NotFound, Io, BadInput.
[[nodiscard]] TensorSet readSafetensors(const std::filesystem::path& path);
// The same on bytes in memory, which `owner` keeps alive; `name` is for messages.
[[nodiscard]] TensorSet parseSafetensors(std::span<const std::byte> file, const std::string& name,
                                         std::shared_ptr<const void> owner = {});

// Written beside and renamed; tensors sorted by alignment (widest type first), then by name. Throws
// NoSpace, Io, Cancelled (StopScope), and BadInput for text that is no UTF-8 or a file that is
// there and is to be kept.
void writeSafetensors(const TensorSet& set, const std::filesystem::path& path,
                      Existing existing = Existing::Replace);
// The same into a file that its owner commits.
void writeSafetensors(const TensorSet& set, AtomicFile& file);

} // namespace refscale::weights
