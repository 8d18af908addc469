// Who is who when pictures are dropped, pasted, opened or named on the command line. A rule only:
// no files, no widgets.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace refscale::ui {

enum class DropTarget { Window, Input, References, TruePicture };

struct DropSituation {
  bool hasInput = false;
  int references = 0;
};

// Indices into the dropped pictures.
struct DropPlan {
  std::optional<std::size_t> input;
  std::vector<std::size_t> references;
  std::optional<std::size_t> truth;
  std::vector<std::size_t> refused;
  bool sorted = false;   // the program chose the input by size: say so and offer Swap
  bool replaces = false; // a whole new document: old references go
};

// `pixels`: the pictures' pixel counts, in the order of the drop.
[[nodiscard]] DropPlan planDrop(std::span<const std::int64_t> pixels, DropTarget target,
                                const DropSituation& situation);

} // namespace refscale::ui
