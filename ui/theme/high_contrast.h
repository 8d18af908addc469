// Palettes that a person chose to be able to read at all. Where the system has one, the tokens are
// its colours and nothing else. Qt 6.4 cannot be asked; the palette tells: text and ground at the
// two ends, 20:1 or more, for windows and for fields. Ordinary themes keep away from both ends
// (black on #efefef, the lightest of the common ones, is 18:1); those for high contrast use them.
#pragma once

#include "ui/theme/tokens.h"

class QPalette;

namespace refscale::ui {

[[nodiscard]] bool isHighContrast(const QPalette& system);

// No shade is left in it: what differs by shade in the other themes differs by words, letters, bars
// or hatching as well.
[[nodiscard]] Tokens highContrastTokens(const QPalette& system);

} // namespace refscale::ui
