// What a training is told: one flat struct, read from a JSON file and from `--set name=value`
// through one table of fields. The shipped files lie in resources/training.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace refscale::train {

struct TrainConfig {
  // --- what ---
  std::string stage = "restoration"; // see kStages
  std::string name = "model";        // of the model file that comes out
  std::string pack;
  std::string parent;  // model file: extractor, VGG-19 and base; and the weights to start from
  std::string teacher; // stage student: model file whose extractor teaches
  std::string output;  // folder for checkpoints, log, sheets and the model
  std::string licence = "none stated; research use"; // of the model, for its card
  bool scratch = false;                              // restoration: begin with fresh weights
  double baseFeatureScale = 1; // multiplies the base's feature; the start model has 1/64
  // --- how long, how fast ---
  int seed = 10;
  int steps = 6000;
  int batch = 8;
  int window = 24; // input pixels a side of a restoration's random window
  double learningRate = 7e-4;
  double offsetSmall = 0.5; // factors of the rate for names with "offset", by scale
  double offsetMedium = 0.5;
  double offsetLarge = 0.5;
  std::string schedule = "cosine"; // or step
  int warmup = 0;                  // steps of linear rise
  int milestone1 = 0;              // step schedule: x 0.1 there; 0: never
  int milestone2 = 0;
  double lastRate = 0; // cosine: share of the rate that is left at the end
  double clip = 0.5;   // largest norm of the gradient; 0: none
  double ema = 0.997;  // of the averaged weights that become the model
  std::string precision = "auto";
  std::string device = "auto";
  int threads = 0; // for computing; 0: all cores
  int loaders = 1; // threads that prepare batches
  // --- losses ---
  double perceptual = 0;  // weight; 1e-4 in the published full model
  double adversarial = 0; // weight; 1e-6
  std::string perceptualNetwork;
  int reconstructionOnly = 10000; // steps before the two above begin
  double discriminatorRate = 1e-4;
  int discriminatorWidth = 32;
  double margin = 1;
  int safeRadius = 4;
  double distillation = 15;
  double temperature = 0.15;
  double crossEntropy = 0; // weight, stages 1 and 2; not in the paper, helps short trainings
  int crop = 160;          // pixels, stages 1 and 2
  double turn = 15;        // degrees, standard deviation of their pairs' turns
  double scaleLow = 0.75;  // of their pairs' scales
  double scaleHigh = 1.35;
  // --- mixture: how often each kind of pair is drawn, relative ---
  double shareScene = 1;
  double shareNeighbour = 1;
  double shareSynthetic = 1;
  double shareUnrelated = 1;
  double shareNone = 1;
  // --- looking after it ---
  int validateEvery = 500; // steps; 0: never
  int checkpointMinutes = 5;
  int logEvery = 20;
  int sheetRows = 6;

  friend bool operator==(const TrainConfig&, const TrainConfig&) = default;
};

struct ConfigField {
  using Member = std::variant<std::string TrainConfig::*, int TrainConfig::*, double TrainConfig::*,
                              bool TrainConfig::*>;
  const char* name; // key in the file: "learning_rate"
  Member member;
  double low = 0; // range of numbers
  double high = 0;
  const char* help;
};
[[nodiscard]] std::span<const ConfigField> configFields();

// Throws BadInput: unknown names (with what there is), wrong types, numbers out of range.
[[nodiscard]] TrainConfig readConfig(const std::filesystem::path& path);
[[nodiscard]] TrainConfig parseConfig(std::string_view json);
void setField(TrainConfig& config, std::string_view assignment); // "name=value"
[[nodiscard]] std::string toJson(const TrainConfig& config);

// Throws BadInput where fields do not go together (a student without a teacher, ...).
void checkConfig(const TrainConfig& config);

} // namespace refscale::train
