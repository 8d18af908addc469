#include "core/pipeline/name_template.h"

#include <algorithm>
#include <string_view>

namespace refscale::pipeline {
namespace {

// Not all systems forbid all of these; a file that is copied to another should keep its name.
constexpr std::string_view kForbidden = "/\\:*?\"<>|";

bool isForbidden(char c) {
  return static_cast<unsigned char>(c) < 32 || kForbidden.find(c) != std::string_view::npos;
}

void makeSafe(ExpandedName& expanded) {
  for (char& c : expanded.name) {
    if (!isForbidden(c)) continue;
    const bool visible = static_cast<unsigned char>(c) >= 32;
    if (visible && expanded.replaced.find(c) == std::string::npos) expanded.replaced += c;
    c = '_';
  }
  const std::size_t last = expanded.name.find_last_not_of(" .");
  expanded.name.erase(last == std::string::npos ? 0 : last + 1);
  expanded.name.erase(0, expanded.name.find_first_not_of(' '));
}

} // namespace

ExpandedName expandName(const std::string& pattern,
                        const std::map<std::string, std::string>& values) {
  ExpandedName expanded;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      expanded.name += pattern[i];
      continue;
    }
    const std::size_t end = std::min(pattern.find('}', i), pattern.size());
    const std::string word = pattern.substr(i, end + 1 - i);
    const auto found =
        end == pattern.size() ? values.end() : values.find(word.substr(1, word.size() - 2));
    if (found == values.end()) expanded.unknown.push_back(word);
    expanded.name += found == values.end() ? word : found->second;
    i = end;
  }
  makeSafe(expanded);
  return expanded;
}

} // namespace refscale::pipeline
