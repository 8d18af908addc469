#include <dlfcn.h>

#include <mutex>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/train/trainer.h"

namespace refscale::train {
namespace {

// As the engine is loaded (core/pipeline/engine_loader.cpp): LibTorch's own BLAS must win over the
// system's, and the sanitizers' runtimes refuse such a library.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kLoadMode = RTLD_NOW | RTLD_LOCAL;
#else
constexpr int kLoadMode = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
#endif

std::shared_ptr<Trainer> open() {
  const auto path = libraryDir() / "librefscale_trainer.so";
  void* library = ::dlopen(path.c_str(), kLoadMode); // stays loaded, as LibTorch must
  if (library == nullptr) {
    const char* why = ::dlerror();
    throw Error(Kind::NotFound,
                "The trainer " + path.string() +
                    " could not be loaded; build it (target refscale_trainer) or install RefScale "
                    "anew.",
                why != nullptr ? why : "");
  }
  using Factory = Trainer* (*)();
  auto* factory = reinterpret_cast<Factory>(::dlsym(library, "refscaleMakeTrainer"));
  if (factory == nullptr) {
    throw Error(Kind::Internal,
                "The trainer " + path.string() + " is of another version; install RefScale anew.");
  }
  return std::shared_ptr<Trainer>(factory());
}

} // namespace

std::shared_ptr<Trainer> loadTrainer() {
  static std::mutex mutex;
  static std::shared_ptr<Trainer> trainer;
  const std::lock_guard lock(mutex);
  if (!trainer) trainer = open();
  return trainer;
}

} // namespace refscale::train
