#include "core/pipeline/engine/checks.h"

#include <ATen/ATen.h>

#include <array>
#include <cstdio>

#include "core/base/run_context.h"
#include "core/base/said_error.h"
#include "core/nets/repeated_rows.h"
#include "core/pipeline/engine/pictures.h"

namespace refscale::pipeline {
namespace {

constexpr double kDriftWarning = 3;       // of 255, over the whole picture
constexpr double kLocalDriftWarning = 12; // of 255, over a block
constexpr int kBlock = 16;                // input pixels
constexpr int kFactor = 4;
// Standard deviations of a picture that shows something, and of one that shows nothing.
constexpr double kVisibleContrast = 2 / 255.0;
constexpr double kVisibleBlockContrast = 8 / 255.0;
constexpr double kNoContrast = 0.25 / 255.0;

// Means over squares of `side` pixels, those at the right and lower border over what is there.
at::Tensor blockMeans(const at::Tensor& picture, int side) {
  return at::avg_pool2d(picture, side, side, 0, /*ceil_mode=*/true);
}

at::Tensor blockContrast(const at::Tensor& picture, int side) {
  const at::Tensor means = blockMeans(picture, side);
  return (blockMeans(picture.square(), side) - means.square()).clamp_min(0).mean(1).sqrt();
}

struct Place {
  int x, y; // input pixels, the middle of a block
};

// Of the first largest value of [1, C, rows, columns] or [1, rows, columns].
Place placeOfLargest(const at::Tensor& blocks) {
  const auto index = blocks.argmax().item<std::int64_t>() % (blocks.size(-1) * blocks.size(-2));
  return {static_cast<int>(index % blocks.size(-1)) * kBlock + kBlock / 2,
          static_cast<int>(index / blocks.size(-1)) * kBlock + kBlock / 2};
}

std::string placeText(const Place& place) {
  return std::to_string(place.x) + ", " + std::to_string(place.y);
}

void refuseBlank(const at::Tensor& shown, const at::Tensor& input) {
  if (input.std().item<double>() > kVisibleContrast && shown.std().item<double>() < kNoContrast) {
    throw SaidError(
        Kind::CheckFailed,
        REFSCALE_SENTENCE("Errors",
                          "The network gave a blank picture, so there is no result; choose fp32 as "
                          "precision, or another model."),
        {});
  }
  const at::Tensor blank = (blockContrast(input, kBlock) > kVisibleBlockContrast)
                               .logical_and(blockContrast(shown, kBlock * kFactor) < kNoContrast);
  if (blank.any().item<bool>()) {
    throw SaidError(Kind::CheckFailed,
                    REFSCALE_SENTENCE("Errors",
                                      "A part of the result came out blank (around %1 in the "
                                      "input), so there is no result; choose fp32 as precision, or "
                                      "another model."),
                    {placeText(placeOfLargest(blank.to(at::kFloat)))});
  }
}

void refuseRepeated(const at::Tensor& picture, const at::Tensor& input) {
  const auto found = nets::findRepeatedRows(picture, input);
  if (!found) return;
  throw SaidError(Kind::CheckFailed,
                  REFSCALE_SENTENCE("Errors",
                                    "Rows %1 to %2 of the result are those of another place, so "
                                    "there is no result; try again, or another precision."),
                  {std::to_string(found->top), std::to_string(found->top + found->rows - 1)});
}

std::string formatted(const char* format, double value) {
  std::array<char, 160> text{};
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

} // namespace

OutputChecks checkOutput(const at::Tensor& output, const media::Picture& input) {
  const at::Tensor picture = output.to(at::kFloat);
  if (!at::isfinite(picture).all().item<bool>()) {
    throw SaidError(
        Kind::CheckFailed,
        REFSCALE_SENTENCE("Errors",
                          "The network gave invalid numbers, so there is no result; choose fp32 as "
                          "precision, or another model."),
        {});
  }
  const at::Tensor shown = picture.clamp(0, 1);
  const at::Tensor small = toTensor(input).to(output.device());
  StopScope::check();
  refuseBlank(shown, small);
  StopScope::check();
  refuseRepeated(picture, small); // not clamped: what is white to the eye differs
  StopScope::check();
  OutputChecks checks;
  const at::Tensor drift = at::avg_pool2d(shown, kFactor, kFactor) - small;
  const at::Tensor blocks = blockMeans(drift, kBlock).abs();
  checks.colourDrift = drift.mean(at::IntArrayRef{0, 2, 3}).abs().max().item<double>() * 255;
  checks.localDrift = blocks.max().item<double>() * 255;
  if (checks.colourDrift > kDriftWarning) {
    checks.warnings.push_back(formatted(
        "Colours drifted by %.1f of 255 against the input; the model does not suit this picture.",
        checks.colourDrift));
  } else if (checks.localDrift > kLocalDriftWarning) {
    checks.warnings.push_back(
        formatted("Colours drifted by %.1f of 255 against the input around ", checks.localDrift) +
        placeText(placeOfLargest(blocks)) + " (input pixels); look at the result there.");
  }
  return checks;
}

} // namespace refscale::pipeline
