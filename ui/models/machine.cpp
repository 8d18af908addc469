#include "ui/models/machine.h"

#include <algorithm>

#include "core/base/memory.h"
#include "core/pipeline/estimate.h"
#include "ui/models/document.h"

namespace refscale::ui {
namespace {

// The GPU that the settings mean; null: the CPU works, or nothing is known.
const pipeline::DeviceInfo* gpuOf(const Document& document) {
  if (!document.engine()) return nullptr;
  const std::string wanted = document.state().settings.device.toStdString();
  const auto& devices = document.engine()->devices;
  const auto gpu = std::find_if(devices.begin(), devices.end(), [&](const auto& d) {
    return d.name != "cpu" && (wanted == "auto" || wanted == "cuda" || wanted == d.name);
  });
  return gpu == devices.end() ? nullptr : &*gpu;
}

} // namespace

bool usesGpu(const Document& document) {
  return gpuOf(document) != nullptr;
}

bool lacksGpu(const Document& document) {
  if (!document.engine()) return false;
  const auto& devices = document.engine()->devices;
  return std::all_of(devices.begin(), devices.end(), [](const auto& d) { return d.name == "cpu"; });
}

double freeBytes(const Document& document) {
  if (const auto* gpu = gpuOf(document)) return static_cast<double>(gpu->freeBytes);
  const std::int64_t available = availableBytes();
  return available > 0 ? static_cast<double>(available + residentBytes()) : 0;
}

double largestMatched(const DocumentState& state) {
  const Settings& settings = state.settings;
  double largest = 0;
  for (const ReferenceItem& r : state.usedReferences()) {
    const double most = settings.options.referenceMegapixels;
    const pipeline::PictureSize size = pipeline::matchedSize(
        pipeline::scaledSize({r.picture->srgb->width(), r.picture->srgb->height()},
                             settings.referenceScale, most),
        most);
    largest = std::max(largest, size.width * 1e-6 * size.height);
  }
  return largest;
}

} // namespace refscale::ui
