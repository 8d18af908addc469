#include "core/weights/text.h"

namespace refscale::weights {

std::string inQuotes(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text = "\"";
  for (const char c : name.substr(0, kLongest)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f) {
      text += c;
    } else {
      text += {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return text + (name.size() > kLongest ? "...\"" : "\"");
}

std::string shapeText(std::span<const std::int64_t> shape) {
  if (shape.empty()) return "scalar";
  std::string text;
  for (const auto size : shape) text += (text.empty() ? "" : " x ") + std::to_string(size);
  return text;
}

} // namespace refscale::weights
