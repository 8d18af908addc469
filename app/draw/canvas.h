// Drawing on pictures with OpenCV: conversion, lettering, colour maps. Colours are RGB throughout.
// For pictures that people look at, never for pixels that go through the networks.
#pragma once

#include <opencv2/core.hpp>
#include <string>

#include "core/media/picture.h"

namespace refscale::app::draw {

inline const cv::Scalar kPaper{250, 250, 248};
inline const cv::Scalar kInk{32, 34, 38};
inline const cv::Scalar kFaint{120, 124, 130};

// 8-bit RGB; grey becomes RGB, alpha is laid over white.
[[nodiscard]] cv::Mat toMat(const media::Picture& picture);
[[nodiscard]] media::Picture toPicture(const cv::Mat& rgb);

// Each pixel as a square of factor x factor.
[[nodiscard]] media::Picture enlargedPixels(const media::Picture& picture, int factor);

// Lettering with capitals of `height` pixels, their foot at `y`.
enum class Align { Left, Centre, Right };
void letter(cv::Mat& canvas, const std::string& text, cv::Point at, int height,
            const cv::Scalar& colour, Align align = Align::Left);
[[nodiscard]] int letterWidth(const std::string& text, int height);

// Perceptually even (viridis), and cyclic (the hues) for directions, where light and dark are left
// to the length; t in 0..1 (clamped; the cyclic one wraps).
[[nodiscard]] cv::Vec3b viridis(double t);
[[nodiscard]] cv::Vec3b hue(double t);

} // namespace refscale::app::draw
