#include "core/pipeline/engine/checks.h"

#include <ATen/ATen.h>

#include <cstdio>

#include "core/base/error.h"
#include "core/pipeline/engine/pictures.h"

namespace refscale::pipeline {
namespace {

constexpr double kDriftWarning = 3; // of 255
constexpr double kVisibleContrast =
    2 / 255.0; // standard deviation of a picture that shows something
constexpr double kNoContrast = 0.25 / 255.0;

} // namespace

OutputChecks checkOutput(const at::Tensor& output, const media::Picture& input) {
  const at::Tensor picture = output.to(at::kFloat);
  if (!at::isfinite(picture).all().item<bool>()) {
    throw Error(Kind::Internal,
                "The network gave invalid numbers, so there is no result; try --precision fp32, or "
                "another model.");
  }
  const at::Tensor shown = picture.clamp(0, 1);
  const at::Tensor small = toTensor(input).to(output.device());
  if (small.std().item<double>() > kVisibleContrast && shown.std().item<double>() < kNoContrast) {
    throw Error(Kind::Internal,
                "The network gave a blank picture, so there is no result; try --precision fp32, or "
                "another model.");
  }
  OutputChecks checks;
  const at::Tensor reduced = at::avg_pool2d(shown, 4, 4);
  const at::Tensor drift =
      (reduced.mean(at::IntArrayRef{0, 2, 3}) - small.mean(at::IntArrayRef{0, 2, 3})).abs();
  checks.colourDrift = drift.max().item<double>() * 255;
  if (checks.colourDrift > kDriftWarning) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(),
                  "Colours drifted by %.1f of 255 against the input; the model does not suit this "
                  "picture.",
                  checks.colourDrift);
    checks.warnings.emplace_back(text.data());
  }
  return checks;
}

} // namespace refscale::pipeline
