// How good a model is, by the papers' protocol: the truth cropped to a multiple of 4, reduced x4 by
// Pillow's bicubic, enlarged again, and compared on Y with a border of 4 pixels cropped. Each truth
// is enlarged with its reference, without one, and with a wrong one, so that a gain can be traced.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/pipeline/engine.h"

namespace refscale::evaluate {

struct EvaluationPair {
  std::string name; // as the list writes it: "truth <- reference"
  std::filesystem::path truth;
  std::filesystem::path reference;
};

// Lines "truth reference", paths relative to the list's folder, '#' begins a comment. Throws
// NotFound, BadInput with the line's number.
[[nodiscard]] std::vector<EvaluationPair> readPairList(const std::filesystem::path& list);

struct Score {
  double psnrY = 0; // dB
  double ssimY = 0;
};

struct PairScores {
  std::string name;
  Score bicubic, none, reference;
  std::optional<Score> wrong; // nothing when the list holds no other scene
  double seconds = 0;         // of the run with the reference, reading left out
};

struct Evaluation {
  std::string model;
  std::vector<PairScores> pairs;
  PairScores mean;
};

// Runs every pair. The wrong reference of a pair is the reference farthest down the list
// (cyclically, half a list on) that lies in another folder, or else has another truth and another
// reference.
[[nodiscard]] Evaluation evaluatePairs(pipeline::Upscaler& upscaler, const std::string& model,
                                       const std::vector<EvaluationPair>& pairs,
                                       const pipeline::UpscaleOptions& options,
                                       const RunContext& context);

// {"schema": 1, "model", "pairs": [...], "mean": {...}}; a table for people.
[[nodiscard]] std::string toJson(const Evaluation& evaluation);
[[nodiscard]] std::string toTable(const Evaluation& evaluation);

} // namespace refscale::evaluate
