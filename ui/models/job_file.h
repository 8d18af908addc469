// A job as a file (.refscale): which pictures, which settings, what is painted. JSON with a schema
// number; everything in it is checked before it is believed. Knows nothing of reading pictures.
//
// {"refscale_job": 1, "input": PICTURE, "references": [PICTURE with "used"], "truth": PICTURE,
//  "settings": {"model", "device", "precision", "options": {name: text}}, "mask": base64 PNG}
// PICTURE: {"name", "path", "relative", and where it was edited "crop": [x, y, width, height],
// "quarters"}, or for one that never was a file {"name", "png": base64}.
#pragma once

#include <QByteArray>
#include <QImage>
#include <filesystem>
#include <optional>
#include <vector>

#include "ui/models/document.h"

namespace refscale::ui {

inline constexpr const char* kJobExtension = ".refscale";
inline constexpr std::uint64_t kMostJobBytes = 512ull << 20;

struct JobPicture {
  QString name;
  std::filesystem::path path; // empty: `image` holds it
  QImage image;
  PictureEdits edits; // of a file
  bool used = true;
};

struct JobFile {
  std::optional<JobPicture> input;
  std::vector<JobPicture> references;
  std::optional<JobPicture> truth;
  Settings settings;
  QImage mask; // null: nothing is painted
};

// `folder`: where the file will be; paths are written relative to it as well, so that a folder with
// job and pictures can be moved.
[[nodiscard]] QByteArray writeJob(const DocumentState& state, const std::filesystem::path& folder);

// Relative paths are taken where they lead to a file, else the absolute ones. Throws BadInput with
// what is wrong, Unsupported for a newer schema.
[[nodiscard]] JobFile parseJob(const QByteArray& bytes, const std::filesystem::path& folder);

// The named files that are not there.
[[nodiscard]] std::vector<std::filesystem::path> missingFiles(const JobFile& job);

} // namespace refscale::ui
