// How names that come out of a file are put into messages: cut to a readable length, with nothing
// in them that a terminal or a log would obey. For this folder's readers only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace refscale::weights {

// In quotes; control and non-ASCII bytes as \xNN, at most 100 characters of the name.
[[nodiscard]] std::string inQuotes(std::string_view name);

// "64 x 3 x 3 x 3", "scalar" for no dimensions.
[[nodiscard]] std::string shapeText(std::span<const std::int64_t> shape);

} // namespace refscale::weights
