#include "app/output_plan.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <system_error>

#include "app/interrupt.h"
#include "app/text.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/media/read.h"
#include "core/pipeline/file_job.h"

namespace refscale::app {
namespace {

namespace fs = std::filesystem;
constexpr int kFactor = 4;

bool isFolder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool isThere(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

void addFolder(const fs::path& folder, std::vector<fs::path>& files) {
  const std::vector<fs::path> found = media::picturesIn(folder);
  if (found.empty()) {
    throw Error(Kind::NotFound, "The folder " + quoted(folder) +
                                    " holds no picture that RefScale reads (PNG, JPEG, TIFF, "
                                    "WebP, BMP, PPM); folders inside it are not searched.");
  }
  files.insert(files.end(), found.begin(), found.end());
}

std::vector<fs::path> allFiles(const std::vector<fs::path>& inputs) {
  std::vector<fs::path> files;
  for (const auto& input : inputs) {
    if (isFolder(input)) {
      addFolder(input, files);
    } else if (isThere(input)) {
      files.push_back(input);
    } else {
      throw Error(Kind::NotFound,
                  "There is no picture or folder " + quoted(input) + "; check the name.");
    }
  }
  return files;
}

// A problem of the input's header or of the result's size, found before anything is computed.
media::PictureInfo lookAt(const OutputWish& wish, PlannedPicture& planned) {
  media::PictureInfo info;
  try {
    info = media::readInfo(planned.input, {.pixelLimit = wish.pixelLimit});
    media::checkFits(planned.format, std::int64_t{info.width} * kFactor,
                     std::int64_t{info.height} * kFactor);
  } catch (const Error& error) {
    planned.problem = error;
  }
  return info;
}

// Whether a name ends in what should be a kind of file: "v1.0_{name}" does not.
bool saysFormat(const fs::path& name) {
  const std::string extension = name.extension().string();
  constexpr std::size_t kLongest = 5; // ".tiff", ".webp"
  return extension.size() > 2 && extension.size() <= kLongest &&
         std::all_of(extension.begin() + 1, extension.end(),
                     [](unsigned char c) { return std::isalpha(c) != 0; });
}

void checkAgree(const fs::path& name, media::Format format) {
  if (media::formatFromPath(name) == format) return;
  throw Error(Kind::Usage, "The name " + quoted(name) + " ends in " + name.extension().string() +
                               ", but --format asks for " + media::formatExtension(format) +
                               "; leave one of them out.");
}

// The result of one input inside the output folder; needs its size, so its header is read.
PlannedPicture planInFolder(const fs::path& input, const OutputWish& wish) {
  PlannedPicture planned{.input = input, .output = {}, .format = {}, .problem = {}};
  std::string pattern = wish.nameTemplate.empty() ? "{name}_x4" : wish.nameTemplate;
  if (pattern.find('/') != std::string::npos) {
    throw Error(Kind::Usage, "--name \"" + pattern +
                                 "\" names a file inside the folder; name the folder with -o.");
  }
  if (wish.format) {
    planned.format = *wish.format;
    if (saysFormat(pattern)) {
      checkAgree(pattern, *wish.format);
    } else {
      pattern += media::formatExtension(*wish.format);
    }
  } else if (saysFormat(pattern)) {
    planned.format = media::formatFromPath(pattern);
  } else {
    pattern += media::formatExtension(planned.format);
  }
  const auto info = lookAt(wish, planned);
  std::string extension = input.extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  pipeline::NameParts parts{
      .name = input.stem().string(), .extension = extension, .model = wish.model};
  if (!planned.problem) {
    parts.width = info.width * kFactor;
    parts.height = info.height * kFactor;
  }
  planned.output = wish.output / pipeline::expandTemplate(pattern, parts);
  return planned;
}

PlannedPicture planSingle(const fs::path& input, const OutputWish& wish) {
  const auto folder = fs::absolute(wish.output).parent_path();
  if (!isFolder(folder)) {
    throw Error(Kind::NotFound,
                "The folder " + quoted(folder) + " is not there; make it or choose another -o.");
  }
  if (!wish.format && !wish.output.has_extension()) {
    throw Error(Kind::Usage, "The name " + quoted(wish.output) +
                                 " does not say which kind of file to write; add .png, or a / at "
                                 "the end for a folder.");
  }
  if (wish.format && saysFormat(wish.output)) checkAgree(wish.output, *wish.format);
  PlannedPicture planned{.input = input,
                         .output = wish.output,
                         .format = wish.format ? *wish.format : media::formatFromPath(wish.output),
                         .problem = {}};
  (void)lookAt(wish, planned);
  return planned;
}

// One spelling for each place, whether a file is there or not.
fs::path placeOf(const fs::path& path) {
  std::error_code failed;
  const fs::path place = fs::weakly_canonical(fs::absolute(path), failed);
  return failed ? fs::absolute(path).lexically_normal() : place;
}

void checkReport(const std::vector<PlannedPicture>& plan, const std::vector<fs::path>& read,
                 const OutputWish& wish) {
  if (wish.report.empty()) return;
  if (const fs::path* file = readFileAt(wish.report, read)) {
    throw Error(Kind::Usage, "The report would replace " + quoted(*file) +
                                 "; choose another name for --report.");
  }
  for (const auto& picture : plan) {
    if (placeOf(picture.output) == placeOf(wish.report)) {
      throw Error(Kind::Usage, "The report and a result have the same name " + quoted(wish.report) +
                                   "; choose another for --report.");
    }
  }
  if (!isFolder(fs::absolute(wish.report).parent_path())) {
    throw Error(Kind::NotFound, "The folder of the report " + quoted(wish.report) +
                                    " is not there; make it or choose another --report.");
  }
  if (isFolder(wish.report)) {
    throw Error(Kind::Usage,
                quoted(wish.report) + " is a folder; name a file inside it with --report.");
  }
  if (!wish.overwrite && isThere(wish.report)) {
    throw Error(Kind::Usage, quoted(wish.report) +
                                 " is there already; choose another name for --report, or pass "
                                 "--overwrite to replace it.");
  }
  checkWritable(wish.report, wish.overwrite ? Existing::Replace : Existing::Keep);
}

void checkTargets(const std::vector<PlannedPicture>& plan, const OutputWish& wish) {
  const bool overwrite = wish.overwrite;
  std::vector<fs::path> read = wish.sources;
  for (const auto& picture : plan) read.push_back(picture.input);
  checkReport(plan, read, wish);
  std::map<fs::path, fs::path> taken;
  for (const auto& picture : plan) {
    if (const fs::path* file = readFileAt(picture.output, read)) {
      throw Error(Kind::Usage, *file == picture.input
                                   ? "The result would replace its own input " + quoted(*file) +
                                         "; choose another name with -o or --name."
                                   : "The result of " + quoted(picture.input) + " would replace " +
                                         quoted(*file) +
                                         ", which is read; choose another name with -o or --name.");
    }
    if (picture.problem) continue; // nothing will be written
    const auto [other, fresh] = taken.emplace(placeOf(picture.output), picture.input);
    if (!fresh) {
      throw Error(Kind::Usage, quoted(other->second) + " and " + quoted(picture.input) +
                                   " would both be written to " + quoted(picture.output) +
                                   "; tell them apart by a --name with {extension}, or give "
                                   "different inputs.");
    }
    if (!overwrite && isThere(picture.output)) {
      throw Error(Kind::Usage, quoted(picture.output) +
                                   " is there already; choose another name, or pass --overwrite to "
                                   "replace it.");
    }
  }
}

} // namespace

const fs::path* readFileAt(const fs::path& target, const std::vector<fs::path>& read) {
  std::error_code ignored;
  for (const auto& file : read) {
    if (fs::equivalent(file, target, ignored)) return &file;
  }
  return nullptr;
}

void checkFolder(const fs::path& folder) {
  if (isFolder(folder)) {
    // A batch should not find out after an hour that it cannot write.
    if (::access(folder.c_str(), W_OK) != 0) {
      throw Error(Kind::Io, "RefScale may not write into " + quoted(folder) +
                                "; change its permissions or choose another -o.");
    }
    return;
  }
  if (isThere(folder)) {
    throw Error(
        Kind::Usage,
        quoted(folder) + " is a file, but a folder is needed for the results; name one with -o.");
  }
  const auto parent = fs::absolute(folder).lexically_normal();
  const auto above = (parent.has_filename() ? parent : parent.parent_path()).parent_path();
  if (!isFolder(above)) {
    throw Error(Kind::NotFound,
                "The folder " + quoted(above) + " is not there; make it or choose another -o.");
  }
}

ResultFolder::ResultFolder(fs::path folder, LastStep* lastStep)
    : folder_(std::move(folder)), lastStep_(lastStep) {
  constexpr int kTries = 5; // another run may take it away again between two steps
  for (int i = 0; i < kTries && !hold(); ++i) {
  }
  if (lastStep_ != nullptr) lastStep_->set([this] { takeAway(); });
}

bool ResultFolder::hold() {
  checkFolder(folder_);
  std::error_code failed;
  made_ = fs::create_directory(folder_, failed) || made_;
  if (failed && !isFolder(folder_)) {
    throw Error(Kind::Io, "The folder " + quoted(folder_) +
                              " could not be made: " + failed.message() + "; choose another -o.");
  }
  if (lock_ >= 0) ::close(lock_);
  lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  struct stat held {};
  // One that was taken away in between has no name any more.
  return lock_ >= 0 && ::flock(lock_, LOCK_SH | LOCK_NB) == 0 && ::fstat(lock_, &held) == 0 &&
         held.st_nlink > 0;
}

void ResultFolder::takeAway() const {
  if (made_ && ::flock(lock_, LOCK_EX | LOCK_NB) == 0) { // no other run works in it
    std::error_code notEmpty;                            // then it stays
    fs::remove(folder_, notEmpty);
  }
}

ResultFolder::~ResultFolder() {
  if (lastStep_ != nullptr) lastStep_->set({});
  takeAway();
  if (lock_ >= 0) ::close(lock_);
}

std::vector<PlannedPicture> planOutputs(const OutputWish& wish) {
  for (const auto& input : wish.inputs) {
    std::error_code ignored;
    if (isFolder(input) && fs::equivalent(input, wish.output, ignored)) {
      throw Error(Kind::Usage, "The results would land among their own inputs in " + quoted(input) +
                                   "; choose another folder with -o.");
    }
  }
  const auto files = allFiles(wish.inputs);
  const bool single = files.size() == 1 && wish.inputs.size() == 1 && !isFolder(wish.inputs[0]) &&
                      !isFolder(wish.output) && wish.output.has_filename();
  std::vector<PlannedPicture> plan;
  if (single) {
    if (!wish.nameTemplate.empty()) {
      throw Error(Kind::Usage, "--name names results inside a folder, but -o " +
                                   quoted(wish.output) +
                                   " is a file; leave --name out, or name a folder with -o.");
    }
    plan.push_back(planSingle(files.front(), wish));
  } else {
    for (const auto& file : files) plan.push_back(planInFolder(file, wish));
  }
  checkTargets(plan, wish);
  checkFolder(single ? fs::absolute(wish.output).parent_path() : wish.output);
  if (single && !plan.front().problem) {
    checkWritable(wish.output, wish.overwrite ? Existing::Replace : Existing::Keep);
  }
  return plan;
}

} // namespace refscale::app
