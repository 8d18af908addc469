// How matching and restoration stand a reference that is larger or turned by a known amount: the
// curves of C2-Matching's section 4.3, "Robustness to Scale and Rotation Transformations" (figure
// 6). The reference is the true picture itself, transformed; what a real reference adds is not
// measured.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/run_context.h"
#include "core/pipeline/engine.h"

namespace refscale::evaluate {

struct RobustnessPoint {
  double amount = 0;        // scale factor, or degrees
  double endPointError = 0; // average over all cells, pixels of the reference (the paper's AEE)
  double withinCell = 0;    // share of cells whose match is off by less than one cell of the input
  double psnrY = 0;         // dB, 4 pixels cropped
};

// contrastive, vgg: the matchers alone, the reference as it stands (--registration off); carried:
// contrastive, as the product runs.
struct RobustnessCurve {
  std::string method;
  std::vector<RobustnessPoint> points;
};

struct Robustness {
  std::size_t pictures = 0;
  std::vector<RobustnessCurve> scale;    // 1 to 2.5
  std::vector<RobustnessCurve> rotation; // 0 to 60 degrees
};

// Means over the pictures, each reduced to a long side of at most 480 first. A turned reference is
// as large as it must be to hold the whole picture; what lies beyond it is the picture mirrored.
// Throws BadInput for a picture below 32x32, and what reading and running throw.
[[nodiscard]] Robustness measureRobustness(pipeline::Upscaler& upscaler,
                                           const std::vector<std::filesystem::path>& pictures,
                                           const pipeline::UpscaleOptions& options,
                                           const RunContext& context);

// {"schema": 1, "model", "pictures", "scale": [{"method", "points": [{"amount", "end_point_error",
// "within_cell", "psnr_y"}]}], "rotation"}
[[nodiscard]] std::string toJson(const Robustness& robustness, const std::string& model);
[[nodiscard]] std::string toTable(const Robustness& robustness); // for people

} // namespace refscale::evaluate
