#include <ATen/Parallel.h>
#include <malloc.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "core/base/error.h"
#include "core/pipeline/engine/devices.h"
#include "core/train/engine/extractor_task.h"
#include "core/train/engine/match_pack.h"
#include "core/train/engine/restoration_task.h"
#include "core/train/engine/run.h"
#include "core/train/engine/trainer_impl.h"

namespace refscale::train {
namespace {

// Tensors of many megabytes come and go with each step: kept by the allocator they cost nothing,
// given back to the system each page is cleared anew (a quarter of the time).
void keepFreedMemory() {
#ifdef __GLIBC__
  constexpr int kNever = 1 << 30;
  ::mallopt(M_MMAP_MAX, 0);
  ::mallopt(M_TRIM_THRESHOLD, kNever);
#endif
}

pipeline::Chosen choose(const std::string& device, const std::string& precision, int threads) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  at::set_num_threads(std::max(1, threads > 0 ? threads : cores));
  return pipeline::chooseDevice(
      {.device = device, .precision = pipeline::precisionFromName(precision), .threads = threads});
}

std::string machineText(const pipeline::Chosen& chosen) {
  if (chosen.placement.device.is_cuda()) return chosen.name;
  return pipeline::listDevices().front().hardware + ", " + std::to_string(at::get_num_threads()) +
         " threads, " + (chosen.placement.dtype == at::kBFloat16 ? "bf16" : "fp32");
}

std::unique_ptr<Task> makeTask(const TrainConfig& config, const nets::Placement& placement) {
  if (config.stage == "teacher" || config.stage == "student") {
    return std::make_unique<ExtractorTask>(config, placement);
  }
  return std::make_unique<RestorationTask>(config, placement);
}

class TorchTrainer final : public Trainer {
 public:
  TrainResult train(const TrainConfig& config, const RunContext& context) override try {
    checkConfig(config);
    keepFreedMemory();
    const auto chosen = choose(config.device, config.precision, config.threads);
    const auto task = makeTask(config, chosen.placement);
    return runTraining(*task, config, machineText(chosen), context);
  } catch (const c10::Error& error) {
    rethrow(error);
  }

  void match(PackContent& content, const MatchOptions& options, const RunContext& context) override
      try {
    const auto chosen = choose(options.device, options.precision, options.threads);
    matchPack(content, options.model, options.carry, chosen.placement, context);
  } catch (const c10::Error& error) {
    rethrow(error);
  }

 private:
  [[noreturn]] static void rethrow(const c10::Error& error) {
    const std::string text = error.what_without_backtrace();
    if (text.find("memory") != std::string::npos) {
      throw Error(Kind::OutOfMemory, "There is not enough memory; lower \"batch\" or \"window\".",
                  text);
    }
    throw Error(Kind::Internal, "The computation failed inside LibTorch.", text);
  }
};

} // namespace

std::unique_ptr<Trainer> makeTrainer() {
  return std::make_unique<TorchTrainer>();
}

} // namespace refscale::train
