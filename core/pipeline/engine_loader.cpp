#include <dlfcn.h>

#include <array>
#include <mutex>

#include "core/base/paths.h"
#include "core/base/said_error.h"
#include "core/pipeline/engine.h"

namespace refscale::pipeline {
namespace {

// The engine looks for symbols among its own libraries first. LibTorch exports the BLAS that it was
// built with (MKL); the system's reference BLAS, which comes with OpenCV, would else take its place
// and be twenty times slower. The sanitizers' runtimes refuse such a library.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kLoadMode = RTLD_NOW | RTLD_LOCAL;
#else
constexpr int kLoadMode = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
#endif

constexpr std::array kPrecisionNames = {"auto", "fp32", "bf16", "fp16"};

std::shared_ptr<Engine> open() {
  const auto path = libraryDir() / "librefscale_engine.so";
  // Stays loaded: LibTorch does not support being unloaded.
  void* library = ::dlopen(path.c_str(), kLoadMode);
  if (library == nullptr) {
    const char* message = ::dlerror();
    const std::string why = message != nullptr ? message : "";
    if (why.find("memory") != std::string::npos || why.find("map segment") != std::string::npos) {
      throw SaidError(Kind::OutOfMemory,
                      REFSCALE_SENTENCE("Errors",
                                        "There is not enough memory to load the engine; close "
                                        "other programs, or raise the limit that was set."),
                      {}, why);
    }
    throw SaidError(Kind::NotFound,
                    REFSCALE_SENTENCE("Errors",
                                      "The engine %1 could not be loaded; run packaging/run again, "
                                      "or install RefScale anew."),
                    {path.string()}, why);
  }
  using Factory = Engine* (*)();
  // dlsym returns every symbol as a pointer to an object.
  auto* factory = reinterpret_cast<Factory>(::dlsym(library, "refscaleMakeEngine"));
  if (factory == nullptr) {
    throw SaidError(
        Kind::Internal,
        REFSCALE_SENTENCE("Errors", "The engine %1 is of another version; install RefScale anew."),
        {path.string()});
  }
  return std::shared_ptr<Engine>(factory());
}

} // namespace

Precision precisionFromName(std::string_view name) {
  for (std::size_t i = 0; i < kPrecisionNames.size(); ++i) {
    if (name == kPrecisionNames[i]) return static_cast<Precision>(i);
  }
  throw Error(Kind::BadInput, "There is no precision \"" + std::string(name) +
                                  "\"; choose auto, fp32, bf16 or fp16.");
}

const char* precisionName(Precision precision) noexcept {
  return kPrecisionNames[static_cast<std::size_t>(precision)];
}

std::shared_ptr<Engine> loadEngine() {
  static std::mutex mutex;
  static std::shared_ptr<Engine> engine;
  const std::lock_guard lock(mutex);
  if (!engine) engine = open();
  return engine;
}

} // namespace refscale::pipeline
