// Which pictures a model is measured on: pairs of a true picture and one or more references, read
// from lists and from folders laid out like the papers' test sets. Does not open the pictures.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace refscale::evaluate {

struct EvaluationPair {
  std::string name; // as the list writes it: "truth <- reference"
  std::filesystem::path truth;
  std::vector<std::filesystem::path> references; // at least one
  std::string level; // CUFED5's similarity level "L1" .. "L5"; empty elsewhere
};

// Where the names of a list are looked up; empty: beside the list.
struct PairFolders {
  std::filesystem::path truths;
  std::filesystem::path references;
};

// `source` is a list with lines "truth reference [reference ...]" ('#' begins a comment; the
// annotation files of CUFED5 and WR-SR are such lists), or a folder: CUFED5's pictures (NNN_0 is
// the truth, NNN_1 .. NNN_5 its references, one pair each), or one with the folders `input` and
// `ref` as WR-SR has them (X and X_ref, or X in both). Throws NotFound, BadInput with the line's
// number.
[[nodiscard]] std::vector<EvaluationPair> readPairs(const std::filesystem::path& source,
                                                    const PairFolders& folders = {});

// A reference of another scene for pairs[index]: the reference farthest down the list (cyclically,
// half a list on) that lies in another folder, or else belongs to another truth and is no picture
// of this pair; nothing when the list holds no other scene.
[[nodiscard]] std::optional<std::filesystem::path> wrongReference(
    const std::vector<EvaluationPair>& pairs, std::size_t index);

} // namespace refscale::evaluate
