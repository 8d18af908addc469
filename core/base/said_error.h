// An Error whose sentence can be said in other languages: the English text with places for what
// differs and what stands there are kept apart. For what a person at the window meets; what() is
// the English sentence as ever, and the command line needs nothing else.
#pragma once

#include <string>
#include <vector>

#include "core/base/error.h"

// Marks a text for lupdate, which is told of this name (ui/CMakeLists.txt); the context is
// "Errors".
#define REFSCALE_SENTENCE(context, text) text

namespace refscale {

class SaidError : public Error {
 public:
  // `pattern`: a literal with places %1 to %9; `parts` go there in order, as they are.
  SaidError(Kind kind, const char* pattern, std::vector<std::string> parts,
            std::string detail = {});

  [[nodiscard]] const char* pattern() const noexcept { return pattern_; }
  [[nodiscard]] const std::vector<std::string>& parts() const noexcept { return parts_; }

 private:
  const char* pattern_;
  std::vector<std::string> parts_;
};

// The pattern with its parts; a part that looks like a place is left alone.
[[nodiscard]] std::string filledIn(const std::string& pattern,
                                   const std::vector<std::string>& parts);

} // namespace refscale
