// Names of files by a pattern: "{name}_x{scale}" -> "photo_x4". Says what it could not do instead
// of throwing, for who shows the name while it is typed.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace refscale::pipeline {

struct ExpandedName {
  std::string name;                 // without extension
  std::string replaced;             // what no file name can hold, each once; "_" stands for it
  std::vector<std::string> unknown; // "{shot}": no such value; they stand in the name as they are
};

// `values`: by the words that stand in braces. What a file name cannot hold is replaced wherever it
// comes from; blanks at either end and dots at the end are left out.
[[nodiscard]] ExpandedName expandName(const std::string& pattern,
                                      const std::map<std::string, std::string>& values);

} // namespace refscale::pipeline
