// Fields on their way to and from tensors, and cut to the size of what they were made from. Fields
// are float32 on the CPU, row by row; tensors are of any type, on any device.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "core/base/correspondence.h"
#include "core/nets/restoration.h"
#include "core/pipeline/result.h"

namespace refscale::pipeline {

// Copies: [h, w] and [h, w, 2] (x, y), float32 on the device.
[[nodiscard]] at::Tensor planeOf(const Field<float>& field, const at::Device& device);
[[nodiscard]] at::Tensor vectorsOf(const Field<Vec2f>& field, const at::Device& device);

// The way back; `step` is the field's, in output pixels.
[[nodiscard]] Field<float> fieldOf(const at::Tensor& plane, double step);
[[nodiscard]] Field<Vec2f> vectorFieldOf(const at::Tensor& vectors, double step);

// The upper left width x height cells, without those that pad a tiny input; what is no larger stays
// as it is.
[[nodiscard]] Field<float> cropped(Field<float> field, int width, int height);
[[nodiscard]] Correspondence cropped(Correspondence matches, int width, int height);
// What the aggregation did at the scales that aggregate, cut to an input of width x height.
[[nodiscard]] std::vector<AggregationMap> mapsOf(const nets::RestorationOutput& output, int width,
                                                 int height);

} // namespace refscale::pipeline
