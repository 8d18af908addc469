// printf into a string, for tables of numbers; up to 255 characters at a time.
#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace refscale::evaluate {

template <typename... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 256> text{};
  std::snprintf(text.data(), text.size(), format, values...);
  return text.data();
}

} // namespace refscale::evaluate
