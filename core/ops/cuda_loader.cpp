#include "core/ops/cuda_loader.h"

#include <dlfcn.h>
#include <link.h>

#include <array>
#include <filesystem>

#include "core/base/paths.h"
#include "core/base/said_error.h"

namespace refscale::ops {
namespace {

struct Loaded {
  CudaStatus status;
  const CudaKernels* kernels = nullptr;
};

Loaded unusable(std::string why, std::string detail = {}) {
  return {{false, 0, std::move(why), std::move(detail)}, nullptr};
}

#ifdef REFSCALE_WITH_CUDA

std::string loaderError() {
  const char* text = ::dlerror(); // NOLINT(concurrency-mt-unsafe): glibc keeps it by thread
  return text != nullptr ? text : "";
}

// Libraries stay loaded for the life of the program: CUDA does not survive being unloaded.
void* open(const std::string& name) {
  return ::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL);
}

// The CUDA part of the same LibTorch that this program runs on; by plain name if it lies elsewhere.
void* openTorchCuda(std::string& detail) {
  void* running = ::dlopen("libtorch_cpu.so", RTLD_NOW | RTLD_NOLOAD);
  link_map* map = nullptr;
  if (running != nullptr && ::dlinfo(running, RTLD_DI_LINKMAP, static_cast<void*>(&map)) == 0) {
    const auto beside = std::filesystem::path(map->l_name).parent_path() / "libtorch_cuda.so";
    if (void* library = open(beside.string())) return library;
    detail = loaderError();
  }
  void* library = open("libtorch_cuda.so");
  if (library == nullptr && detail.empty()) detail = loaderError();
  return library;
}

Loaded load() {
  if (open("libcuda.so.1") == nullptr) {
    return unusable("There is no NVIDIA driver on this machine.", loaderError());
  }
  const auto modulePath = libraryDir() / "librefscale_cuda.so";
  void* module = open(modulePath.string());
  if (module == nullptr) {
    return unusable("The CUDA kernels could not be loaded; reinstall RefScale or run on the CPU.",
                    loaderError());
  }
  const auto entry = reinterpret_cast<CudaKernelsEntry>(::dlsym(module, kCudaKernelsEntry));
  const CudaKernels* kernels = entry != nullptr ? entry() : nullptr;
  if (kernels == nullptr || kernels->version != kCudaKernelsVersion) {
    return unusable("The CUDA kernels are of another version of RefScale; reinstall it.",
                    modulePath.string());
  }
  int devices = 0;
  if (const int error = kernels->deviceCount(&devices); error != 0 || devices == 0) {
    return unusable("No usable NVIDIA GPU was found.", error != 0 ? kernels->errorText(error) : "");
  }
  std::string detail;
  if (openTorchCuda(detail) == nullptr) {
    return unusable(
        "LibTorch's CUDA libraries are missing or incomplete; run packaging/run, which fetches "
        "them, or run on the CPU.",
        detail);
  }
  return {{true, devices, {}, {}}, kernels};
}

#else

Loaded load() {
  return unusable("This build of RefScale has no CUDA kernels.");
}

#endif

const Loaded& loaded() {
  static const Loaded once = load();
  return once;
}

} // namespace

const CudaStatus& cudaStatus() {
  return loaded().status;
}

CudaDevice cudaDevice(int index) {
  std::array<char, 256> name{};
  CudaDevice device;
  checkCuda(cudaKernels().deviceInfo(index, name.data(), &device.freeBytes, &device.totalBytes),
            "reading its properties");
  device.name = name.data();
  return device;
}

const CudaKernels& cudaKernels() {
  const Loaded& cuda = loaded();
  if (cuda.kernels == nullptr) throw Error(Kind::Device, cuda.status.why, cuda.status.detail);
  return *cuda.kernels;
}

void checkCuda(int error, const char* what) {
  if (error == 0) return;
  throw SaidError(
      Kind::Device,
      REFSCALE_SENTENCE("Errors",
                        "The GPU failed at %1; try again, on another device or on the CPU."),
      {what}, cudaKernels().errorText(error));
}

} // namespace refscale::ops
