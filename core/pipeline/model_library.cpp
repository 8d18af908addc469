#include "core/pipeline/model_library.h"

#include <algorithm>

#include "core/base/paths.h"
#include "core/weights/model_store.h"

namespace refscale::pipeline {
namespace {

std::filesystem::path userFolder() {
  return userDataDir() / "models";
}

} // namespace

std::vector<ModelInfo> availableModels() {
  std::vector<ModelInfo> models;
  for (weights::ModelEntry& entry : weights::listModels(modelDirs())) {
    const bool shipped = entry.path.parent_path() != userFolder();
    models.push_back({std::move(entry.name), std::move(entry.path), std::move(entry.card),
                      std::move(entry.architecture), entry.parameters, entry.bytes,
                      std::move(entry.problem), shipped});
  }
  return models;
}

std::filesystem::path importCheckpoints(const ModelImport& request) {
  weights::ImportRequest wanted;
  wanted.restoration = request.restoration;
  wanted.extractor = request.extractor;
  wanted.name = request.name;
  if (!request.licence.empty()) wanted.card["licence"] = request.licence;
  return weights::importModel(wanted, userFolder(),
                              resourcesDir() / "models" / "start.safetensors");
}

} // namespace refscale::pipeline
