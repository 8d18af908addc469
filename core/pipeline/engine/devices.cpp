#include "core/pipeline/engine/devices.h"

#include <sys/sysinfo.h>

#include <charconv>
#include <fstream>

#include "core/base/said_error.h"
#include "core/ops/cuda_loader.h"

namespace refscale::pipeline {
namespace {

std::string processorName() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "processor";
}

std::int64_t availableMemory() {
  std::ifstream info("/proc/meminfo");
  std::string key;
  std::int64_t kib = 0;
  for (std::string rest; info >> key >> kib; std::getline(info, rest)) {
    if (key == "MemAvailable:") return kib * 1024;
  }
  return 0;
}

// bf16 products in hardware; without them LibTorch computes bf16 slower than fp32.
bool cpuHasBf16() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx512bf16") != 0;
#else
  return false;
#endif
}

at::ScalarType cpuType(Precision precision) {
  switch (precision) {
    case Precision::Auto:
      return cpuHasBf16() ? at::kBFloat16 : at::kFloat;
    case Precision::Fp32:
      return at::kFloat;
    case Precision::Bf16:
      return at::kBFloat16;
    case Precision::Fp16:
      break;
  }
  throw SaidError(Kind::Unsupported,
                  REFSCALE_SENTENCE(
                      "Errors", "A processor does not compute in fp16; choose auto, fp32 or bf16."),
                  {});
}

at::ScalarType cudaType(Precision precision) {
  switch (precision) {
    case Precision::Fp32:
      return at::kFloat;
    case Precision::Bf16:
      return at::kBFloat16;
    default:
      return at::kHalf;
  }
}

// The N of "cuda:N"; 0 for "cuda"; -1 for anything else.
int cudaIndex(std::string_view device) {
  if (device == "cuda") return 0;
  if (!device.starts_with("cuda:")) return -1;
  device.remove_prefix(5);
  int index = -1;
  const auto [end, failed] = std::from_chars(device.data(), device.data() + device.size(), index);
  return failed == std::errc() && end == device.data() + device.size() ? index : -1;
}

} // namespace

std::vector<DeviceInfo> listDevices() {
  struct sysinfo info {};
  ::sysinfo(&info);
  std::vector<DeviceInfo> devices = {{"cpu", processorName(),
                                      static_cast<std::int64_t>(info.totalram) * info.mem_unit,
                                      availableMemory()}};
  for (int i = 0; i < ops::cudaStatus().devices; ++i) {
    const ops::CudaDevice gpu = ops::cudaDevice(i);
    devices.push_back({"cuda:" + std::to_string(i), gpu.name, gpu.totalBytes, gpu.freeBytes});
  }
  return devices;
}

Chosen chooseDevice(const EngineOptions& options) {
  if (options.device == "cpu") return {{at::kCPU, cpuType(options.precision)}, "cpu"};
  const ops::CudaStatus& cuda = ops::cudaStatus();
  if (options.device == "auto" && !cuda.usable) {
    return {{at::kCPU, cpuType(options.precision)}, "cpu"};
  }
  const int index = options.device == "auto" ? 0 : cudaIndex(options.device);
  if (index < 0) {
    throw Error(Kind::BadInput,
                "There is no device \"" + options.device + "\"; choose auto, cpu, cuda or cuda:N.");
  }
  if (!cuda.usable) {
    throw SaidError(Kind::Device,
                    REFSCALE_SENTENCE("Errors", "No GPU can be used: %1 Choose the CPU as device."),
                    {cuda.why}, cuda.detail);
  }
  if (index >= cuda.devices) {
    throw Error(Kind::Device, "There is no GPU number " + std::to_string(index) + "; the last is " +
                                  std::to_string(cuda.devices - 1) + ".");
  }
  const at::Device device(at::kCUDA, static_cast<at::DeviceIndex>(index));
  return {{device, cudaType(options.precision)},
          device.str() + " (" + ops::cudaDevice(index).name + ")"};
}

} // namespace refscale::pipeline
