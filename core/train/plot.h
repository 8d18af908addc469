// A training's curves as a picture, drawn without libraries: the nodes that train have none. For a
// look at how a run goes; figures to report come from the log itself.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/media/picture.h"

namespace refscale::train {

struct Curve {
  std::string name; // letters, digits, "._-" are drawn
  std::vector<std::pair<double, double>>
      points; // step, value; those that are not finite are left out
};

// One panel: axes with the range of both, curves in colours of their own, their names.
[[nodiscard]] media::Picture drawCurves(const std::string& title, const std::vector<Curve>& curves,
                                        int width, int height);

// The log of a run (log.jsonl) as two panels in a PNG file: loss, and what validation measured.
// Lines that are no JSON (a run that is being written) are passed over. Nothing is written before
// there is a step in the log.
void plotLog(const std::filesystem::path& log, const std::filesystem::path& png);

} // namespace refscale::train
