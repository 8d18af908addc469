// Which devices there are, which one a request means, and what it computes well in.
#pragma once

#include <string>
#include <vector>

#include "core/nets/parameters.h"
#include "core/pipeline/engine.h"

namespace refscale::pipeline {

// The processor first, then the GPUs that can be used.
[[nodiscard]] std::vector<DeviceInfo> listDevices();

struct Chosen {
  nets::Placement placement;
  std::string name; // "cpu", "cuda:0 (NVIDIA ...)"
};

// Throws Device with the reason when a GPU is asked for that is not there, BadInput for other
// names, Unsupported for a precision that the device has no units for (fp16 on a CPU).
[[nodiscard]] Chosen chooseDevice(const EngineOptions& options);

} // namespace refscale::pipeline
