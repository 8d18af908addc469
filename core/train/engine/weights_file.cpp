#include "core/train/engine/weights_file.h"

#include "core/base/error.h"
#include "core/weights/safetensors.h"
#ifndef REFSCALE_COMPUTE
#include "core/weights/checkpoint.h"
#endif

namespace refscale::train {

weights::TensorSet readWeights(const std::filesystem::path& path) {
  if (path.extension() == ".safetensors") return weights::readSafetensors(path);
#ifdef REFSCALE_COMPUTE
  throw Error(Kind::Unsupported, "This build reads .safetensors alone; convert \"" + path.string() +
                                     "\" on a machine with the product.");
#else
  return weights::readCheckpoint(path);
#endif
}

} // namespace refscale::train
