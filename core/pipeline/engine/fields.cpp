#include "core/pipeline/engine/fields.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "core/pipeline/engine/prepared.h"

namespace refscale::pipeline {
namespace {

template <typename T>
void crop(Field<T>& field, int width, int height) {
  if (field.width <= width && field.height <= height) return;
  Field<T> part(std::min(field.width, width), std::min(field.height, height), field.step);
  for (int y = 0; y < part.height; ++y) std::copy_n(&field.at(0, y), part.width, &part.at(0, y));
  field = std::move(part);
}

} // namespace

at::Tensor planeOf(const Field<float>& field, const at::Device& device) {
  return at::from_blob(const_cast<float*>(field.values.data()), // read only, copied by clone()
                       {field.height, field.width}, at::kFloat)
      .clone()
      .to(device);
}

at::Tensor vectorsOf(const Field<Vec2f>& field, const at::Device& device) {
  static_assert(sizeof(Vec2f) == 2 * sizeof(float));
  return at::from_blob(const_cast<Vec2f*>(field.values.data()), // read only, copied by clone()
                       {field.height, field.width, 2}, at::kFloat)
      .clone()
      .to(device);
}

Field<float> fieldOf(const at::Tensor& plane, double step) {
  const at::Tensor values = plane.to(at::kCPU, at::kFloat).contiguous();
  Field<float> field(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)), step);
  std::memcpy(field.values.data(), values.const_data_ptr<float>(),
              field.values.size() * sizeof(float));
  return field;
}

Field<Vec2f> vectorFieldOf(const at::Tensor& vectors, double step) {
  const at::Tensor values = vectors.to(at::kCPU, at::kFloat).contiguous();
  Field<Vec2f> field(static_cast<int>(values.size(1)), static_cast<int>(values.size(0)), step);
  std::memcpy(static_cast<void*>(field.values.data()), values.const_data_ptr<float>(),
              field.values.size() * sizeof(Vec2f));
  return field;
}

Field<float> cropped(Field<float> field, int width, int height) {
  crop(field, width, height);
  return field;
}

Correspondence cropped(Correspondence matches, int width, int height) {
  for (auto* field : {&matches.cells, &matches.pixels}) crop(*field, width, height);
  for (auto* field : {&matches.score, &matches.uniqueness, &matches.forwardBackward,
                      &matches.agreement, &matches.contrast, &matches.confidence}) {
    crop(*field, width, height);
  }
  return matches;
}

std::vector<AggregationMap> mapsOf(const nets::RestorationOutput& output, int width, int height) {
  constexpr std::array kLayers = {"relu3_1", "relu2_1", "relu1_1"};
  std::vector<AggregationMap> maps;
  for (std::size_t s = 0; s < output.scales.size(); ++s) {
    if (!output.scales[s]) continue;
    const double step = kScale >> s;
    AggregationMap map{kLayers[s], vectorFieldOf(output.scales[s]->matchOffset, step),
                       vectorFieldOf(output.scales[s]->learnedOffset, step),
                       fieldOf(output.scales[s]->maskWeight, step)};
    crop(map.matchOffset, width << s, height << s);
    crop(map.learnedOffset, width << s, height << s);
    crop(map.maskWeight, width << s, height << s);
    maps.push_back(std::move(map));
  }
  return maps;
}

} // namespace refscale::pipeline
