// A verdict as signal bars, so that it is never told by colour alone.
#pragma once

#include <QPixmap>

#include "core/pipeline/preflight.h"

namespace refscale::ui {

class Theme;

[[nodiscard]] QPixmap verdictBars(pipeline::Verdict verdict, const Theme& theme,
                                  double devicePixelRatio);
// The style sheet's role of a text that says the verdict: "good", "fair", "weak".
[[nodiscard]] const char* verdictRole(pipeline::Verdict verdict);

} // namespace refscale::ui
