// From files to files: reads a picture and its references, brings them to sRGB, runs the upscaler,
// writes the result with profile and metadata. What the command line does for each file, the batch
// for each of a thousand, and the window on export. Nothing is written when anything fails.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/media/read.h"
#include "core/media/write.h"
#include "core/pipeline/engine.h"

namespace refscale::pipeline {

enum class Profile { Srgb, Keep };

struct FileJob {
  std::filesystem::path input;
  std::vector<std::filesystem::path> references;
  std::vector<std::filesystem::path> exclusions; // the k-th belongs to the k-th reference
  std::filesystem::path output;                  // its folder must be there
  std::optional<media::Format> format;           // none: by the output's extension
  media::ReadOptions read;
  media::WriteOptions write;
  Profile profile = Profile::Srgb;
  UpscaleOptions options;
};

// A picture as the networks take it, and what is needed to go back.
struct SourcePicture {
  std::shared_ptr<const media::Picture> srgb;
  std::vector<std::byte> profile; // the file's own; empty: sRGB
  bool profileUnusable = false;   // it has one, but no result can go back to it
};
[[nodiscard]] SourcePicture readSource(const std::filesystem::path& path,
                                       const media::ReadOptions& options);

// The exclusion mask of a reference: any picture, white (or opaque) means "do not borrow here";
// scaled to the reference's size. 8-bit grey.
[[nodiscard]] std::shared_ptr<const media::Picture> readExclusion(
    const std::filesystem::path& path, const media::Picture& reference,
    const media::ReadOptions& options);

// Which of these options keeps anything from being borrowed, as the beginning of a sentence;
// nothing where references are used.
[[nodiscard]] std::optional<std::string> whyNothingIsBorrowed(const UpscaleOptions& options);

// Why references are left aside with these options, in one sentence; nothing where they are used.
[[nodiscard]] std::optional<std::string> whyLeftAside(const UpscaleOptions& options);

// Reads, runs, writes. References from which the options borrow nothing are not read, and the
// report says so (whyLeftAside). It holds the times of reading and writing as well.
UpscaleResult runFileJob(Upscaler& upscaler, const FileJob& job, const RunContext& context);

// "{name}_x4.png" -> "photo_x4.png". Knows {name}, {width}, {height} (of the output), {model};
// throws Usage for others. Characters that a file name cannot hold become "_".
struct NameParts {
  std::string name;      // without extension
  std::string extension; // without its dot
  int width = 0, height = 0;
  std::string model;
};
[[nodiscard]] std::string expandTemplate(const std::string& pattern, const NameParts& parts);

} // namespace refscale::pipeline
