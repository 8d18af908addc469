// What an evaluation measures and how it is written down: scores by method, means, table, JSON,
// CSV. Computes no pictures.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/media/picture.h"

namespace refscale::evaluate {

// The ways a truth is enlarged, in the order of tables:
// bicubic    Pillow's bicubic
// base       the single-image network underneath, alone
// none       the whole network without a reference
// classical  base + what OpenCV takes from the reference without training (classical.h)
// reference  the whole network with its reference
// wrong      the whole network with a picture of another scene
enum class Method { Bicubic, Base, None, Classical, Reference, Wrong };
inline constexpr std::array kMethods = {Method::Bicubic,   Method::Base,      Method::None,
                                        Method::Classical, Method::Reference, Method::Wrong};
[[nodiscard]] const char* methodName(Method method) noexcept;

struct Score {
  double psnrY = 0; // dB
  double ssimY = 0;
  double psnrRgb = 0;
  double ssimRgb = 0;
};
[[nodiscard]] Score scoreOf(const media::Picture& picture, const media::Picture& truth);

struct PairScores {
  std::string name;
  std::string level;               // CUFED5's, or empty
  std::map<Method, Score> methods; // a method that could not run is not there
  double seconds = 0;              // of the run with the reference, reading left out
};

struct Evaluation {
  std::string model;
  std::vector<PairScores> pairs;
};

// Mean of each method over the pairs that have it; of all, and of each level that there is.
[[nodiscard]] PairScores meanOf(const std::vector<PairScores>& pairs);
[[nodiscard]] std::vector<PairScores> meansOfLevels(const std::vector<PairScores>& pairs);

// {"schema": 1, "model", "pairs": [{"name", "bicubic": {"psnr_y", "ssim_y", "psnr_rgb",
// "ssim_rgb"}, ..., "seconds"}], "levels", "mean"}; a missing method is null.
[[nodiscard]] std::string toJson(const Evaluation& evaluation);
// One line a pair and method: name,level,method,psnr_y,ssim_y,psnr_rgb,ssim_rgb. RFC 4180.
[[nodiscard]] std::string toCsv(const Evaluation& evaluation);
// PSNR-Y / SSIM-Y for people.
[[nodiscard]] std::string toTable(const Evaluation& evaluation);

} // namespace refscale::evaluate
