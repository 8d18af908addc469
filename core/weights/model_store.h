// Models as a user meets them: .safetensors files in the user's model folder and among the shipped
// resources, each with a card. Finding, listing and importing them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/weights/architecture.h"
#include "core/weights/tensor_file.h"

namespace refscale::weights {

struct ModelEntry {
  std::string name; // file name without extension
  std::filesystem::path path;
  std::map<std::string, std::string> card; // licence, data, scores, ... as the file has them
  std::string architecture; // one line: "aligned, ngf 32, blocks 2+1/2/3, base SPAN 48"
  std::int64_t parameters = 0;
  std::uint64_t bytes = 0;
  std::string problem; // why it cannot be used; empty when it can
};

// Every .safetensors in `folders` (earlier folders win for the same name), sorted by name; broken
// files are listed with their problem.
[[nodiscard]] std::vector<ModelEntry> listModels(const std::vector<std::filesystem::path>& folders);

// A model by name or by file. Throws NotFound with the names that there are.
[[nodiscard]] std::filesystem::path findModel(const std::string& nameOrPath,
                                              const std::vector<std::filesystem::path>& folders);

struct ImportRequest {
  std::filesystem::path restoration; // published checkpoint of the restoration network
  std::filesystem::path extractor;   // of the correspondence extractor
  std::optional<std::filesystem::path>
      vgg;          // VGG-19: torchvision's or keys conv1_1...; none: `shippedVgg`
  std::string name; // letters, digits, '.', '_', '-'
  std::map<std::string, std::string> card; // added to the card (licence, source)
  bool overwrite = false;                  // replace a model of that name in `folder`
};

// Joins published checkpoints (any container, .safetensors too) into one model file in `folder`,
// made when needed; checks all keys first. `shippedVgg` is a model file whose VGG-19 is taken when
// none is named; models beside it are the shipped ones, whose names are not given again. Returns
// the file written. Throws BadInput for a file of another kind, a name that is taken, and keys that
// do not make up the networks (all of them in the error's detail).
[[nodiscard]] std::filesystem::path importModel(const ImportRequest& request,
                                                const std::filesystem::path& folder,
                                                const std::filesystem::path& shippedVgg);

} // namespace refscale::weights
