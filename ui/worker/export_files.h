// A result as files: the picture as the request says, and what is wanted beside it (how it was
// made, maps, the comparison, the painted area). All are complete before one of them appears under
// its name. For the file worker.
#pragma once

#include "ui/worker/messages.h"

namespace refscale::ui {

// The maps of a result that can be saved without computing anything, in the order of their files.
[[nodiscard]] std::vector<MapChoice> mapsReady(const pipeline::UpscaleResult& result);

// Every file that the request writes, the picture first; the others carry its name with an ending.
[[nodiscard]] std::vector<std::filesystem::path> filesOf(const SaveRequest& request);

// The request's own path, or the first of "name-2.png", "name-3.png", ... of which nothing is there
// yet.
[[nodiscard]] std::filesystem::path freePath(const SaveRequest& request);

// Writes them. Returns what was lost, in words. Throws NotFound, Io, NoSpace, BadInput (a file that
// is there and is to be kept, too large for the format): then none of them was written.
std::vector<std::string> exportFiles(const SaveRequest& request);

} // namespace refscale::ui
