// Which pictures `refscale upscale` reads and where each result goes, worked out before anything is
// computed, so that a batch does not fail over a name after an hour. Does not read pixels.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/media/read.h"
#include "core/media/write.h"

namespace refscale::app {

class LastStep;

struct OutputWish {
  std::vector<std::filesystem::path> inputs; // files and folders
  std::filesystem::path output;              // file for one picture, or folder
  std::string nameTemplate;                  // empty: "{name}_x4" and the format's extension
  std::optional<media::Format> format;       // none: by the extension
  std::string model;                         // for {model}
  bool overwrite = false;
  std::vector<std::filesystem::path> sources; // references and masks: never written over
  std::filesystem::path report;               // a file to be written as well; empty: none
  std::uint64_t pixelLimit = media::ReadOptions{}.pixelLimit; // of the inputs
};

struct PlannedPicture {
  std::filesystem::path input;
  std::filesystem::path output;
  media::Format format = media::Format::Png;
  std::optional<Error> problem; // why this one cannot be done: no picture, broken, too large
};

// Pictures of a folder come sorted, folders inside it are left out. A single file goes to the file
// `output` unless that is a folder or ends in '/'; everything else into the folder `output`, which
// may be missing when its parent is there. Throws Usage when two inputs have the same result, an
// output or the report is there already and may not be overwritten, one of them is a file that is
// read, or a folder would receive the results of its own pictures; NotFound when an input or the
// output's folder is not there, or a folder holds no picture; Io where the report or results may
// not be written; Unsupported for an extension.
[[nodiscard]] std::vector<PlannedPicture> planOutputs(const OutputWish& wish);

// Which of the files that are read writing `target` would destroy, under whatever spelling or link;
// null for none.
[[nodiscard]] const std::filesystem::path* readFileAt(
    const std::filesystem::path& target, const std::vector<std::filesystem::path>& read);

// Whether results can go into this folder, which may still have to be made: then its parent is
// there. Throws NotFound, Usage (a file of that name), Io (no permission).
void checkFolder(const std::filesystem::path& folder);

// A folder for results, made when it is not there. Taken away again at the end if nothing came into
// it and no other run holds it: a stopped or failed run leaves no trace, also one that is ended at
// once (`lastStep`, which may be null, is then set for the life of the object).
class ResultFolder {
 public:
  // Throws what checkFolder() throws, and Io.
  explicit ResultFolder(std::filesystem::path folder, LastStep* lastStep = nullptr);
  ~ResultFolder();
  ResultFolder(const ResultFolder&) = delete;
  ResultFolder& operator=(const ResultFolder&) = delete;
  ResultFolder(ResultFolder&&) = delete;
  ResultFolder& operator=(ResultFolder&&) = delete;

 private:
  bool hold(); // whether the folder is there and held against other runs' taking it away
  void takeAway() const;

  std::filesystem::path folder_;
  bool made_ = false;
  int lock_ = -1; // the open folder, with a shared lock
  LastStep* lastStep_;
};

} // namespace refscale::app
