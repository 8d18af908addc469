#include "core/weights/model_store.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "core/base/said_error.h"
#include "core/weights/safetensors.h"
#include "core/weights/text.h"

namespace refscale::weights {
namespace {

constexpr const char* kExtension = ".safetensors";

ModelEntry describeFile(const std::filesystem::path& path) {
  ModelEntry entry;
  entry.name = path.stem().string();
  entry.path = path;
  std::error_code gone;
  const auto size = std::filesystem::file_size(path, gone);
  entry.bytes = gone ? 0 : size;
  try {
    const TensorSet set = readSafetensors(path);
    entry.card = set.metadata;
    for (const auto& item : set.tensors) entry.parameters += item.second.elements();
    entry.architecture = architectureText(describeModel(set));
  } catch (const Error& error) {
    entry.problem = error.what(); // shown in the list beside the file
  }
  return entry;
}

bool isFile(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

} // namespace

std::vector<ModelEntry> listModels(const std::vector<std::filesystem::path>& folders) {
  std::map<std::string, std::filesystem::path> files; // sorted by name
  for (const auto& folder : folders) {
    std::error_code missing; // a folder that is not there has no models
    for (std::filesystem::directory_iterator at(folder, missing), end; !missing && at != end;
         at.increment(missing)) {
      const auto& path = at->path();
      const bool hidden = path.filename().string().starts_with(".");
      if (!hidden && path.extension() == kExtension && isFile(path)) {
        files.try_emplace(path.stem().string(), path);
      }
    }
  }
  std::vector<ModelEntry> entries;
  entries.reserve(files.size());
  for (const auto& item : files) entries.push_back(describeFile(item.second));
  return entries;
}

namespace {

// Named by its file, a checkpoint as authors publish it is a likely mistake.
std::filesystem::path imported(std::filesystem::path file) {
  const auto extension = file.extension();
  if (extension == ".pth" || extension == ".pt" || extension == ".ckpt") {
    throw Error(Kind::BadInput, inQuotes(file.string()) +
                                    " is a PyTorch checkpoint; make a model of it first with "
                                    "\"refscale import-model\".");
  }
  return file;
}

} // namespace

std::filesystem::path findModel(const std::string& nameOrPath,
                                const std::vector<std::filesystem::path>& folders) {
  std::filesystem::path asPath(nameOrPath);
  const bool saysFile = asPath.has_parent_path() || asPath.extension() == kExtension;
  if (saysFile && isFile(asPath)) return imported(asPath);
  if (!nameOrPath.empty() && !asPath.has_parent_path()) {
    for (const auto& folder : folders) {
      for (const auto& name : {nameOrPath + kExtension, nameOrPath}) {
        auto path = folder / name;
        if (path.extension() == kExtension && isFile(path)) return path;
      }
    }
  }
  if (isFile(asPath)) return imported(asPath);
  std::string names;
  for (const auto& entry : listModels(folders)) names += (names.empty() ? "" : ", ") + entry.name;
  if (names.empty()) {
    throw SaidError(
        Kind::NotFound,
        REFSCALE_SENTENCE(
            "Errors",
            "There is no model %1; none is installed, import one with \"refscale import-model\"."),
        {inQuotes(nameOrPath)});
  }
  throw SaidError(Kind::NotFound,
                  REFSCALE_SENTENCE("Errors", "There is no model %1; choose one of: %2."),
                  {inQuotes(nameOrPath), names});
}

} // namespace refscale::weights
