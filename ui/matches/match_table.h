// Matches as a table in a file: CSV in UTF-8 with commas and points, whatever the language is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/pipeline/result.h"
#include "ui/worker/messages.h"

namespace refscale::ui {

struct MatchTable {
  ResultHandle result;
  int reference = 0;              // index of the correspondence
  std::string referenceId;        // "R1"
  std::vector<std::string> notes; // lines of the header comment
  std::vector<std::size_t> cells; // in the order in which they are written
};

// All in output pixels; what is not known stays empty. Columns: input_x, input_y, ref_id, ref_x,
// ref_y, confidence, uniqueness, fb_error_px, match_dx, match_dy, learned_dx, learned_dy, mask. The
// last three are of the coarsest scale that the model reads.
[[nodiscard]] std::string matchCsv(const MatchTable& table);

// Written beside and renamed. Empty, or one sentence that says why not.
[[nodiscard]] QString writeMatchTable(const MatchTable& table, const std::filesystem::path& path);

} // namespace refscale::ui
