// PyTorch checkpoints (.pth, .pt) in the zip and the legacy container. The pickle inside is read by
// a small interpreter that knows only what state dicts are made of: nothing that a file names is
// ever imported or called, and every size is checked before memory is taken.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "core/weights/tensor_file.h"

namespace refscale::weights {

// The tensors of a checkpoint under their published names: wrappers ("params_ema", "params",
// "state_dict", in this order of preference) and the prefixes "module." and "generator." are taken
// off, optimizer state, counters and other entries that are no tensors are left out. Views into
// shared storages come out contiguous. Throws NotFound, Io, BadInput (broken, truncated, hostile,
// no tensors inside).
[[nodiscard]] TensorSet readCheckpoint(const std::filesystem::path& path);
[[nodiscard]] TensorSet parseCheckpoint(std::span<const std::byte> file, const std::string& name);

// Writes the zip container as PyTorch's own save does (stored members, 64-byte aligned, protocol
// 2), so that PyTorch and our reader load it: a flat dictionary name -> tensor.
void writeCheckpoint(const TensorSet& set, const std::filesystem::path& path);

} // namespace refscale::weights
