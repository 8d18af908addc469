// The files of `refscale match`: what is drawn, what is written as numbers, and whose a folder's
// files are. All of them appear together. Matching is not done here.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/pipeline/result.h"

namespace refscale::app {

struct MatchDrawing {
  const pipeline::UpscaleResult& result; // of one reference
  const media::Picture& input;
  const media::Picture& reference;
  std::string inputName, referenceName; // as file names, of any bytes
  int lines = 60;                       // in matches.png, at most
};

// Draws and writes everything into the folder, and takes away what an earlier match has that this
// one has not. Returns the files. Throws NoSpace, Io, and Cancelled (StopScope): then the folder is
// as it was.
[[nodiscard]] std::vector<std::filesystem::path> writeMatch(const MatchDrawing& drawing,
                                                            const std::filesystem::path& folder);

// Whether a file has one of the names that are written.
[[nodiscard]] bool isMatchFile(const std::filesystem::path& file);

// Its own files are replaced, somebody else's confidence.png is not: throws Usage where one of the
// names is taken and no earlier match left its numbers.
void checkOwnMatch(const std::filesystem::path& folder);

} // namespace refscale::app
