// Which pictures `refscale upscale` reads and where each result goes, worked out before anything is
// computed, so that a batch does not fail over a name after an hour. Does not read pixels.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/media/write.h"

namespace refscale::app {

struct OutputWish {
  std::vector<std::filesystem::path> inputs; // files and folders
  std::filesystem::path output;              // file for one picture, or folder
  std::string nameTemplate;                  // empty: "{name}_x4" and the format's extension
  std::optional<media::Format> format;       // none: by the extension
  std::string model;                         // for {model}
  bool overwrite = false;
  std::vector<std::filesystem::path> sources; // references and masks: never written over
  std::filesystem::path report;               // a file to be written as well; empty: none
};

struct PlannedPicture {
  std::filesystem::path input;
  std::filesystem::path output;
  media::Format format = media::Format::Png;
  std::string problem; // why this one cannot be done (no picture, broken header); empty: it can
};

// Pictures of a folder come sorted, folders inside it are left out. A single file goes to the file
// `output` unless that is a folder or ends in '/'; everything else into the folder `output`, which
// is made when its parent is there. Throws Usage when two inputs have the same result, an output or
// the report is there already and may not be overwritten, one of them is a file that is read, or a
// folder would receive the results of its own pictures; NotFound when an input
// or the output's folder is not there, or a folder holds no picture; Unsupported for an extension.
[[nodiscard]] std::vector<PlannedPicture> planOutputs(const OutputWish& wish);

// Makes a folder for results when it is not there but its parent is. Throws NotFound, Usage (a file
// of that name), Io.
void ensureFolder(const std::filesystem::path& folder);

} // namespace refscale::app
