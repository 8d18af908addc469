#include "core/base/said_error.h"

#include <utility>

namespace refscale {

std::string filledIn(const std::string& pattern, const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' &&
                       pattern[i + 1] <= '9';
    const auto part = place ? static_cast<std::size_t>(pattern[i + 1] - '1') : parts.size();
    if (part < parts.size()) {
      text += parts[part];
      ++i;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

SaidError::SaidError(Kind kind, const char* pattern, std::vector<std::string> parts,
                     std::string detail)
    : Error(kind, filledIn(pattern, parts), std::move(detail)),
      pattern_(pattern),
      parts_(std::move(parts)) {}

} // namespace refscale
