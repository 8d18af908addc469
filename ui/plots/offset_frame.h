// The offsets with their heading and the choice between counts and single points, as the matches
// and the maps both have it beside them.
#pragma once

#include <QString>

namespace refscale::ui {

class Inspection;
class PlotFrame;
class Theme;

[[nodiscard]] PlotFrame* makeOffsetFrame(const QString& heading, Inspection& inspection,
                                         const Theme& theme);

} // namespace refscale::ui
