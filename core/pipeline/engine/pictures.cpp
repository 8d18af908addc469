#include "core/pipeline/engine/pictures.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/run_context.h"

namespace refscale::pipeline {

at::Tensor toTensor(const media::Picture& rgb) {
  const media::Picture floats = media::converted(rgb, media::Sample::F32);
  at::Tensor hwc = at::empty({floats.height(), floats.width(), 3}, at::kFloat);
  std::memcpy(hwc.mutable_data_ptr<float>(), floats.bytes().data(), floats.bytes().size());
  return hwc.permute({2, 0, 1}).unsqueeze(0);
}

media::Picture toPicture(const at::Tensor& tensor, media::Sample sample) {
  constexpr std::int64_t kBand = 256; // rows at a time: a large picture is not held once more
  const at::Tensor chw = tensor.dim() == 4 ? tensor.squeeze(0) : tensor;
  const std::int64_t height = chw.size(1);
  const auto width = static_cast<int>(chw.size(2));
  media::Picture result(width, static_cast<int>(height), 3, sample);
  for (std::int64_t top = 0; top < height; top += kBand) {
    StopScope::check();
    const std::int64_t rows = std::min(kBand, height - top);
    const at::Tensor hwc = chw.narrow(1, top, rows)
                               .to(at::kCPU, at::kFloat)
                               .clamp(0, 1)
                               .permute({1, 2, 0})
                               .contiguous();
    media::Picture floats(width, static_cast<int>(rows), 3, media::Sample::F32);
    std::memcpy(floats.bytes().data(), hwc.const_data_ptr<float>(), floats.bytes().size());
    const media::Picture band = media::converted(floats, sample);
    std::memcpy(result.row<std::byte>(static_cast<int>(top)), band.bytes().data(),
                band.bytes().size());
  }
  return result;
}

media::Picture extended(const media::Picture& picture, int width, int height) {
  width = std::max(width, picture.width());
  height = std::max(height, picture.height());
  if (width == picture.width() && height == picture.height()) return picture;
  media::Picture result(width, height, picture.channels(), picture.sample());
  const std::size_t pixel =
      static_cast<std::size_t>(picture.channels()) * sampleBytes(picture.sample());
  for (int y = 0; y < height; ++y) {
    const auto* from = picture.row<std::byte>(std::min(y, picture.height() - 1));
    auto* to = result.row<std::byte>(y);
    std::memcpy(to, from, picture.stride());
    for (int x = picture.width(); x < width; ++x) {
      std::memcpy(to + pixel * static_cast<std::size_t>(x), from + picture.stride() - pixel, pixel);
    }
  }
  return result;
}

match::Luma lumaOf(const media::Picture& rgb) {
  match::Luma luma(rgb.width(), rgb.height(), 1);
  for (int y = 0; y < rgb.height(); ++y) {
    const auto* row = rgb.row<std::uint8_t>(y);
    for (int x = 0; x < rgb.width(); ++x) {
      luma.at(x, y) =
          (0.299F * static_cast<float>(row[3 * x]) + 0.587F * static_cast<float>(row[3 * x + 1]) +
           0.114F * static_cast<float>(row[3 * x + 2])) /
          255.0F;
    }
  }
  return luma;
}

match::Luma lumaOf(const at::Tensor& rgb) {
  const at::Tensor clamped = rgb.to(at::kFloat).clamp(0, 1);
  const at::Tensor plane =
      (0.299 * clamped.select(1, 0) + 0.587 * clamped.select(1, 1) + 0.114 * clamped.select(1, 2))
          .to(at::kCPU)
          .contiguous();
  match::Luma luma(static_cast<int>(plane.size(2)), static_cast<int>(plane.size(1)), 1);
  std::memcpy(luma.values.data(), plane.const_data_ptr<float>(),
              luma.values.size() * sizeof(float));
  return luma;
}

} // namespace refscale::pipeline
