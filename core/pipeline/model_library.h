// The models that there are, and bringing in published ones: what core/weights does, for those who
// stand above the pipeline. Torch-free; loading a model is the engine's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace refscale::pipeline {

struct ModelInfo {
  std::string name; // file name without extension
  std::filesystem::path path;
  std::map<std::string, std::string> card; // licence, data, scores, ... as the file has them
  std::string architecture;                // in one line
  std::int64_t parameters = 0;
  std::uint64_t bytes = 0;
  std::string problem; // why it cannot be used; empty when it can
  bool shipped = false;
};

// Those of the user's folder and the shipped ones, by name; broken files with their problem.
[[nodiscard]] std::vector<ModelInfo> availableModels();

struct ModelImport {
  std::filesystem::path restoration; // checkpoint of the restoration network
  std::filesystem::path extractor;   // of the correspondence extractor
  std::string name;                  // letters, digits, '.', '_', '-'
  std::string licence;               // may be empty
};

// Joins published checkpoints into one model in the user's folder and returns its path; nothing
// inside them is run. Throws BadInput with the keys that are missing or of the wrong shape, for
// files of another kind, and for a name that a model has already.
[[nodiscard]] std::filesystem::path importCheckpoints(const ModelImport& request);

} // namespace refscale::pipeline
