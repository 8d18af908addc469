// What is too large to be matched in bearable time and memory, known before the work from sizes
// alone.
#pragma once

#include "core/pipeline/engine/prepared.h"

namespace refscale::pipeline {

// Whether a reference can be carried into this input's frame.
[[nodiscard]] bool canBeCarried(const PreparedInput& input, const PreparedReference& source);

// Throws Unsupported, with the megapixels that would do, where the search compares too many pairs
// of cells: it looks at reduced pictures first when the reference is carried.
void checkPairs(const PreparedInput& input, const PreparedReference& source, bool carried);

} // namespace refscale::pipeline
