#include <ATen/Parallel.h>
#include <torch/headeronly/version.h>

#include <thread>

#include "core/base/error.h"
#include "core/ops/cuda_loader.h"
#include "core/pipeline/engine/devices.h"
#include "core/pipeline/engine/engine_impl.h"
#include "core/pipeline/engine/model.h"
#include "core/pipeline/engine/upscaler.h"

namespace refscale::pipeline {
namespace {

class TorchEngine final : public Engine {
 public:
  std::unique_ptr<Upscaler> load(const std::filesystem::path& model,
                                 const EngineOptions& options) override {
    const int threads = options.threads > 0 ? options.threads
                                            : static_cast<int>(std::thread::hardware_concurrency());
    at::set_num_threads(std::max(1, threads));
    const Chosen chosen = chooseDevice(options);
    return std::make_unique<ModelUpscaler>(loadModel(model, chosen.placement), chosen.name);
  }
  std::vector<DeviceInfo> devices() override { return listDevices(); }
  std::string cudaStatus() override {
    const ops::CudaStatus& cuda = ops::cudaStatus();
    return cuda.usable ? "usable, devices: " + std::to_string(cuda.devices) : cuda.why;
  }
  std::string libTorchVersion() override { return TORCH_VERSION; }
  std::vector<Check> selfTest(const RunContext& context) override { return runSelfTest(context); }
  PeakRates peakRates(const EngineOptions& options, const RunContext& context) override {
    return measurePeak(options, context);
  }
};

} // namespace

std::unique_ptr<Engine> makeEngine() {
  return std::make_unique<TorchEngine>();
}

} // namespace refscale::pipeline
