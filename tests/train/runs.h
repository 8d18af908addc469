// Short trainings for tests: settings that take seconds, and reading what they leave. For tests
// only.
#pragma once

#include <QString>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/train/engine/checkpoint.h"
#include "core/train/engine/trainer_impl.h"

namespace refscale::test {

inline train::TrainConfig shortRun(const std::filesystem::path& pack,
                                   const std::filesystem::path& output) {
  train::TrainConfig config;
  config.pack = pack.string();
  config.parent = (resourcesDir() / "models" / "start.safetensors").string();
  config.output = output.string();
  config.steps = 6;
  config.batch = 2;
  config.window = 12;
  config.crop = 64;
  config.logEvery = 10;
  config.validateEvery = 0;
  config.precision = "fp32";
  config.device = "cpu";
  config.threads = 1; // tests run beside each other
  return config;
}

inline std::vector<nlohmann::json> readLog(const std::filesystem::path& folder) {
  std::vector<nlohmann::json> lines;
  std::ifstream file(folder / "log.jsonl");
  for (std::string line; std::getline(file, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

inline int countOf(const std::vector<nlohmann::json>& log, const char* event) {
  return static_cast<int>(
      std::count_if(log.begin(), log.end(), [&](const auto& l) { return l["event"] == event; }));
}

// The values of one name in the log's lines of steps, in order.
inline std::vector<double> stepValues(const std::filesystem::path& folder, const char* name) {
  std::vector<double> values;
  for (const auto& line : readLog(folder)) {
    if (line["event"] == "step" && line.contains(name)) values.push_back(line[name].get<double>());
  }
  return values;
}

inline train::TrainingState lastState(const std::filesystem::path& folder) {
  return *train::loadCheckpoint(folder / "checkpoint.safetensors");
}

// Trains once in one go into `folder`/whole and once stopped in the middle into `folder`/halves,
// and names what differs of the two final states; empty when they are the same to the last bit.
inline std::string differsWhenStopped(train::TrainConfig config,
                                      const std::filesystem::path& folder) {
  config.output = (folder / "whole").string();
  (void)train::makeTrainer()->train(config, {});

  train::TrainConfig halves = config;
  halves.output = (folder / "halves").string();
  halves.loaders = 3; // how many threads make the batches changes nothing
  halves.logEvery = 1;
  std::stop_source stop;
  RunContext context;
  context.stop = stop.get_token();
  context.logSink = [&](LogLevel, std::string_view text) {
    if (text.starts_with("step 3 ")) stop.request_stop();
  };
  try {
    (void)train::makeTrainer()->train(halves, context);
    return "it was not stopped";
  } catch (const Error& error) {
    if (error.kind() != Kind::Cancelled) throw;
  }
  if (lastState(halves.output).step != 3) return "it did not stop at step 3";
  (void)train::makeTrainer()->train(halves, {});
  const auto a = lastState(config.output);
  const auto b = lastState(halves.output);
  if (a.tensors.size() != b.tensors.size()) return "the number of tensors";
  for (const auto& [name, tensor] : a.tensors) {
    if (!tensor.equal(b.tensors.at(name))) return name;
  }
  return {};
}

} // namespace refscale::test
