// Small made pictures and a request with them, for the tests of the upscaler only.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <memory>

#include "core/base/paths.h"
#include "core/media/resample.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/request.h"

namespace refscale::test {

using media::Picture;
using media::Sample;

// Nothing that another picture shows.
inline Picture noise(int width, int height) {
  Picture picture(width, height, 3, Sample::U8);
  std::uint32_t v = 1;
  for (auto& byte : picture.bytes()) {
    byte = static_cast<std::byte>((v = v * 1664525u + 1013904223u) >> 24);
  }
  return picture;
}

// Stripes, blobs and noise: something to match.
inline Picture texture(int width, int height, int shift) {
  Picture p(width, height, 3, Sample::U8);
  for (int y = 0; y < height; ++y) {
    auto* row = p.row<std::uint8_t>(y);
    for (int x = 0; x < width; ++x) {
      const double u = x + shift;
      const double v = std::sin(u * 0.31) * std::cos(y * 0.23) + std::sin((u + 2 * y) * 0.07) +
                       0.5 * std::sin(u * y * 0.004);
      for (int c = 0; c < 3; ++c) {
        row[3 * x + c] =
            static_cast<std::uint8_t>(std::clamp(128 + 45 * v * (1 + 0.2 * c), 0.0, 255.0));
      }
    }
  }
  return p;
}

inline std::shared_ptr<const Picture> shared(Picture p) {
  return std::make_shared<const Picture>(std::move(p));
}

inline Picture small(const Picture& p) {
  return media::resizeBicubicU8(p, p.width() / 4, p.height() / 4);
}

inline bool same(const Picture& a, const Picture& b) {
  return a.width() == b.width() && a.height() == b.height() &&
         a.bytes().size() == b.bytes().size() &&
         std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()) == 0;
}

inline std::filesystem::path startModel() {
  return resourcesDir() / "models" / "start.safetensors";
}

inline pipeline::EngineOptions exact() {
  return {"cpu", pipeline::Precision::Fp32, 0};
}

// A picture of 40 x 32 and, as its reference, the scene moved by 13 pixels.
inline pipeline::UpscaleRequest madeRequest(const Picture& truth) {
  pipeline::UpscaleRequest request;
  request.name = "made";
  request.input = shared(small(truth));
  request.references = {{"shifted", shared(texture(160, 128, 13)), {}}};
  return request;
}

} // namespace refscale::test
