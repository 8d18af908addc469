// The one door to the networks. Torch-free: the engine lives in a library of its own that is loaded
// on first use, so that a window opens and `--help` answers before LibTorch is in memory.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/base/run_context.h"
#include "core/pipeline/request.h"
#include "core/pipeline/result.h"

namespace refscale::pipeline {

// The model that works where none is named: in the folders of core/base/paths.h, like all by name.
inline constexpr const char* kDefaultModel = "photo";

enum class Precision { Auto, Fp32, Bf16, Fp16 };
[[nodiscard]] Precision precisionFromName(std::string_view name); // throws BadInput with the list
[[nodiscard]] const char* precisionName(Precision precision) noexcept;

struct EngineOptions {
  std::string device = "auto";           // auto, cpu, cuda, cuda:N
  Precision precision = Precision::Auto; // what the device does well
  int threads = 0;                       // CPU threads; 0: all cores
};

// A loaded model. Not for two threads at once; the owner (window's worker, command line) queues.
class Upscaler {
 public:
  virtual ~Upscaler() = default;
  Upscaler() = default;
  Upscaler(const Upscaler&) = delete;
  Upscaler& operator=(const Upscaler&) = delete;
  Upscaler(Upscaler&&) = delete;
  Upscaler& operator=(Upscaler&&) = delete;

  // Keeps what can be kept between calls: with the same input, features and matches of references
  // already seen; changed strength or exclusion repeats no more than the restoration. Same request,
  // same options, same machine: same bytes. Throws Error (Cancelled, OutOfMemory, BadInput, Device;
  // CheckFailed when the network gives NaN, black or constant where the input is not, or rows
  // twice).
  [[nodiscard]] virtual UpscaleResult run(const UpscaleRequest& request,
                                          const RunContext& context) = 0;

  // Matches alone, for `refscale match` and pre-flight: run() without restoration.
  [[nodiscard]] virtual UpscaleResult match(const UpscaleRequest& request,
                                            const RunContext& context) = 0;

  [[nodiscard]] virtual std::string device() const = 0;    // "cpu", "cuda:0 (NVIDIA ...)"
  [[nodiscard]] virtual std::string precision() const = 0; // "fp32", "bf16", "fp16"
};

struct DeviceInfo {
  std::string name;     // "cpu", "cuda:0"
  std::string hardware; // processor or GPU name
  std::int64_t totalBytes = 0;
  std::int64_t freeBytes = 0;
};

// One line of `refscale doctor`: an operator or a tiny network, checked against a slow reference,
// or on a GPU against the CPU.
struct Check {
  std::string name; // "deform_conv bf16 cpu"
  bool passed = false;
  double error = 0; // largest difference over largest value
  double tolerance = 0;
  std::string detail; // why it failed
};

// What a device computes at most in the type that a model would run in there, GFLOP/s.
struct PeakRates {
  std::string machine;
  double convolution = 0; // 3x3, 64 to 64 channels, 512 x 512
  double matrixProduct = 0;
};

class Engine {
 public:
  virtual ~Engine() = default;
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  Engine(Engine&&) = delete;
  Engine& operator=(Engine&&) = delete;

  // Throws NotFound, BadInput (broken model), Device (with what to do), OutOfMemory.
  [[nodiscard]] virtual std::unique_ptr<Upscaler> load(const std::filesystem::path& model,
                                                       const EngineOptions& options) = 0;
  [[nodiscard]] virtual std::vector<DeviceInfo> devices() = 0;
  [[nodiscard]] virtual std::string cudaStatus() = 0; // in words; "CUDA 13.0, 1 device" or why not
  [[nodiscard]] virtual std::string libTorchVersion() = 0;
  [[nodiscard]] virtual std::vector<Check> selfTest(const RunContext& context) = 0;
  [[nodiscard]] virtual PeakRates peakRates(const EngineOptions& options,
                                            const RunContext& context) = 0;
};

// Loads librefscale_engine.so from libraryDir() once; later calls give the same engine. Throws
// NotFound or Internal with what to do when that fails.
[[nodiscard]] std::shared_ptr<Engine> loadEngine();

} // namespace refscale::pipeline
