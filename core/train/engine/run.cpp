#include "core/train/engine/run.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/error.h"
#include "core/train/engine/checkpoint.h"
#include "core/train/engine/optimizer.h"
#include "core/train/plot.h"

namespace refscale::train {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

constexpr int kMostAttempts = 10; // ways back from NaN before giving up

double secondsSince(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

// What may differ between a checkpoint and the run that goes on from it: nothing that changes a
// number.
TrainConfig comparable(TrainConfig config) {
  const TrainConfig defaults;
  config.output = defaults.output;
  config.loaders = defaults.loaders;
  config.validateEvery = defaults.validateEvery;
  config.checkpointMinutes = defaults.checkpointMinutes;
  config.logEvery = defaults.logEvery;
  config.sheetRows = defaults.sheetRows;
  config.licence = defaults.licence;
  config.threads = defaults.threads;
  return config;
}

void checkSame(const TrainConfig& before, const TrainConfig& now) {
  const Json a = Json::parse(toJson(comparable(before)));
  const Json b = Json::parse(toJson(comparable(now)));
  std::string different;
  for (const auto& [key, value] : a.items()) {
    if (b[key] != value) different += (different.empty() ? "" : ", ") + key;
  }
  if (different.empty()) return;
  throw Error(Kind::BadInput,
              "The output folder holds a checkpoint of a training with other settings (" +
                  different + "); set them back to go on, or use an empty folder.");
}

std::string text(const char* format, double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

class Loop {
 public:
  Loop(Task& task, const TrainConfig& config, std::string machine, const RunContext& context)
      : task_(task),
        config_(config),
        machine_(std::move(machine)),
        context_(context),
        folder_(config.output),
        adam_(task.tensors()) {
    const c10::NoGradGuard fixed;
    for (const auto& [name, tensor] : task.tensors()) average_[name] = tensor.detach().clone();
  }

  TrainResult run();

 private:
  [[nodiscard]] std::filesystem::path checkpoint() const {
    return folder_ / "checkpoint.safetensors";
  }
  void log(const Json& line);
  void save();
  void restore(const TrainingState& state);
  void begin();
  [[nodiscard]] bool step(); // false: the loss was NaN
  void goBack();
  void report(const Figures& figures, double gradient);
  void validate();

  Task& task_;
  const TrainConfig& config_;
  std::string machine_;
  const RunContext& context_;
  std::filesystem::path folder_;
  nets::NamedTensors average_;
  Adam adam_;
  int step_ = 0;
  int attempt_ = 0;
  double earlier_ = 0; // seconds of earlier runs
  Clock::time_point began_ = Clock::now();
  Clock::time_point saved_ = Clock::now();
  int firstStep_ = 0;
  Figures sums_; // since the last line of the log
  int summed_ = 0;
  double lastLoss_ = 0;
  double waited_ = 0; // before the last prepare()
  Figures validation_;
};

void Loop::log(const Json& line) {
  std::ofstream file(folder_ / "log.jsonl", std::ios::app);
  file << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  if (!file.flush()) {
    throw Error(Kind::Io, "The log \"" + (folder_ / "log.jsonl").string() +
                              "\" cannot be written; check the folder and the disk.");
  }
}

void Loop::save() {
  TrainingState state;
  state.step = step_;
  state.attempt = attempt_;
  state.seconds = earlier_ + secondsSince(began_);
  state.config = config_;
  addBelow(state.tensors, "weights.", task_.tensors());
  addBelow(state.tensors, "average.", average_);
  addBelow(state.tensors, "optimizer.", adam_.state());
  addBelow(state.tensors, "stage.", task_.extraState());
  saveCheckpoint(state, checkpoint());
  saved_ = Clock::now();
}

void Loop::restore(const TrainingState& state) {
  nets::NamedTensors weights = task_.tensors();
  copyValues(below(state.tensors, "weights."), weights);
  copyValues(below(state.tensors, "average."), average_);
  adam_.restore(below(state.tensors, "optimizer."), state.step);
  task_.restoreExtra(below(state.tensors, "stage."));
  step_ = state.step;
}

void Loop::begin() {
  std::error_code failed;
  std::filesystem::create_directories(folder_ / "sheets", failed);
  if (failed) {
    throw Error(Kind::Io, "The folder \"" + folder_.string() + "\" cannot be made; check its name.",
                failed.message());
  }
  if (const auto state = loadCheckpoint(checkpoint())) {
    checkSame(state->config, config_);
    restore(*state);
    attempt_ = state->attempt;
    earlier_ = state->seconds;
    log({{"event", "resume"}, {"step", step_}, {"seconds", earlier_}});
    context_.log(LogLevel::Info, "goes on from step " + std::to_string(step_));
  } else {
    log({{"event", "start"}, {"machine", machine_}, {"config", Json::parse(toJson(config_))}});
    save();
  }
  firstStep_ = step_;
  task_.prepare(step_, attempt_);
}

bool Loop::step() {
  const double factor = rateFactor(config_, step_);
  const Figures figures = task_.backward(step_, factor);
  const double gradient = clipGradients(task_.tensors(), config_.clip);
  if (!std::isfinite(figures.at("loss")) || !std::isfinite(gradient)) return false;
  adam_.step([&](const std::string& name) {
    return config_.learningRate * factor * groupFactor(config_, name);
  });
  // While there are few steps the average must not remember the first weights for ever.
  const double decay = std::min(config_.ema, (1.0 + step_) / (10.0 + step_));
  updateAverage(average_, task_.tensors(), decay);
  ++step_;
  report(figures, gradient);
  return true;
}

void Loop::goBack() {
  if (++attempt_ > kMostAttempts) {
    throw Error(Kind::Internal,
                "The loss became NaN again and again; lower the learning rate or the clipping, and "
                "go on from the last checkpoint.");
  }
  const int broken = step_;
  const auto state = loadCheckpoint(checkpoint());
  if (!state) throw Error(Kind::Io, "The checkpoint has vanished; start again.");
  for (const auto& item : task_.tensors()) at::Tensor(item.second).mutable_grad() = at::Tensor();
  restore(*state);
  save(); // so that a later run knows of this attempt
  waited_ += task_.waitedSeconds();
  task_.prepare(step_, attempt_);
  sums_.clear();
  summed_ = 0;
  log({{"event", "rollback"}, {"step", broken}, {"to", step_}, {"attempt", attempt_}});
  context_.log(LogLevel::Warning, "the loss became NaN at step " + std::to_string(broken) +
                                      ": back to the checkpoint at step " + std::to_string(step_) +
                                      ", with other pairs from here");
}

void Loop::report(const Figures& figures, double gradient) {
  for (const auto& [name, value] : figures) sums_[name] += value;
  sums_["gradient"] += gradient;
  if (++summed_ < config_.logEvery && step_ < config_.steps) return;
  const double seconds = secondsSince(began_);
  Json line = {{"event", "step"}, {"step", step_}};
  for (const auto& [name, value] : sums_) line[name] = value / summed_;
  line["rate"] = config_.learningRate * rateFactor(config_, step_ - 1);
  line["seconds"] = earlier_ + seconds;
  line["waiting"] = (waited_ + task_.waitedSeconds()) / seconds;
  log(line);
  lastLoss_ = sums_["loss"] / summed_;
  context_.log(LogLevel::Info, "step " + std::to_string(step_) + " of " +
                                   std::to_string(config_.steps) + "  loss " +
                                   text("%.5f", lastLoss_) + "  " +
                                   text("%.2f", (step_ - firstStep_) / seconds) + " steps/s");
  sums_.clear();
  summed_ = 0;
}

void Loop::validate() {
  std::array<char, 32> name{};
  std::snprintf(name.data(), name.size(), "%07d.png", step_);
  validation_ = task_.validate(average_, folder_ / "sheets" / name.data());
  if (validation_.empty()) return;
  Json line = {{"event", "validation"}, {"step", step_}};
  std::string words = "validation at step " + std::to_string(step_) + ":";
  for (const auto& [key, value] : validation_) {
    line[key] = value;
    words += " " + key + " " + text("%.3f", value);
  }
  line["seconds"] = earlier_ + secondsSince(began_);
  log(line);
  plotLog(folder_ / "log.jsonl", folder_ / "plot.png");
  context_.log(LogLevel::Info, words);
}

TrainResult Loop::run() {
  begin();
  while (step_ < config_.steps) {
    if (context_.stopRequested()) {
      save();
      log({{"event", "stop"}, {"step", step_}});
      throw Error(Kind::Cancelled, "Stopped at step " + std::to_string(step_) +
                                       "; the same command goes on from there.");
    }
    if (!step()) {
      goBack();
      continue;
    }
    if (config_.validateEvery > 0 &&
        (step_ % config_.validateEvery == 0 || step_ == config_.steps)) {
      validate();
    }
    if (secondsSince(saved_) >= 60.0 * config_.checkpointMinutes || step_ == config_.steps) save();
  }
  TrainResult result;
  const double seconds = secondsSince(began_);
  result.model = folder_ / (config_.name + ".safetensors");
  result.steps = step_;
  result.secondsPerStep = step_ > firstStep_ ? seconds / (step_ - firstStep_) : 0;
  result.waiting = (waited_ + task_.waitedSeconds()) / std::max(seconds, 1e-9);
  result.lastLoss = lastLoss_;
  task_.writeModel(average_, {step_, (earlier_ + seconds) / 3600, machine_, validation_},
                   result.model);
  log({{"event", "done"},
       {"step", step_},
       {"seconds_per_step", result.secondsPerStep},
       {"waiting", result.waiting}});
  plotLog(folder_ / "log.jsonl", folder_ / "plot.png");
  return result;
}

} // namespace

TrainResult runTraining(Task& task, const TrainConfig& config, const std::string& machine,
                        const RunContext& context) {
  return Loop(task, config, machine, context).run();
}

} // namespace refscale::train
