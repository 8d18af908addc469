// The options that every command with a model shares: which model, on which device, and the table
// of upscale options. Bound once here; the names, ranges and help texts of the latter come from
// pipeline::upscaleOptionFields().
#pragma once

#include <memory>
#include <string>

#include "core/pipeline/engine.h"
#include "core/pipeline/request.h"

namespace CLI {
class App;
}

namespace refscale::app {

struct EngineFlags {
  std::string model = pipeline::kDefaultModel;
  std::string device = "auto";
  std::string precision = "auto";
  int threads = 0;

  void bind(CLI::App& options);
  // Finds the model, loads engine and model. Throws what these throw.
  [[nodiscard]] std::unique_ptr<pipeline::Upscaler> load() const;
  [[nodiscard]] pipeline::EngineOptions engineOptions() const; // throws BadInput
};

// How many references a command takes: of one there is nothing to combine.
enum class TakesReferences { One, Several };

// Adds --strength, --gate/--no-gate, --matcher, ... writing into `target`, which must outlive
// `options`.
void bindUpscaleOptions(CLI::App& options, pipeline::UpscaleOptions& target,
                        TakesReferences takes = TakesReferences::Several);

} // namespace refscale::app
