// What the machine offers a run of the present settings: which kind of device it would take, how
// much memory is free there, and what would make the run smaller.
#pragma once

namespace refscale::ui {

class Document;
struct DocumentState;

inline constexpr double kTightShare = 0.9;       // of the free memory: more is close to the end
inline constexpr double kLeastMegapixels = 0.25; // of a reference: less shows little

// Nothing is known of GPUs before the engine is there: then both are false.
[[nodiscard]] bool usesGpu(const Document& document);
[[nodiscard]] bool lacksGpu(const Document& document); // the machine has none that can be used

// Bytes that a run may take there; of the memory of the machine, what RefScale has already counts.
// 0: not known.
[[nodiscard]] double freeBytes(const Document& document);

// Of the used references, the largest as it is matched, in megapixels; 0: there is none.
[[nodiscard]] double largestMatched(const DocumentState& state);

} // namespace refscale::ui
