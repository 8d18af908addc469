// Pictures prepared for the networks: what is computed from the input alone and from one reference
// alone, so that a second reference finds the input's features made, and the next picture of a
// batch or frame of a video the reference's. Matching the two is not done here.
#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <memory>
#include <optional>

#include "core/geometry/landmarks.h"
#include "core/match/refine.h"
#include "core/media/picture.h"
#include "core/pipeline/engine/model.h"

namespace refscale::pipeline {

inline constexpr int kScale = 4;

// What a restoration borrows from: a picture, and what the networks see in it.
struct Texture {
  at::Tensor picture;              // [1, 3, Hr, Wr], on the device
  at::Tensor low;                  // reduced x4 and enlarged again
  nets::VggTrunk::Levels features; // made when first restored with
};

struct PreparedInput {
  std::shared_ptr<const media::Picture> original;
  at::Tensor lr;        // [1, 3, h, w], padded to at least 4 x 4, on the device
  media::Picture up;    // 8 bit, 4h x 4w
  at::Tensor upTensor;  // of `up`
  match::Luma luma;     // of `up`
  match::Luma baseLuma; // of `base`, made when first refined with
  std::optional<geometry::Landmarks> landmarks;    // of `up`, made when first registered
  std::map<MatcherKind, at::Tensor> matchFeatures; // made when first matched
  std::optional<nets::Span::Output> base;          // made when first restored
  std::shared_ptr<PreparedInput> half;             // reduced x2, made when first looked at so
};

struct PreparedReference {
  std::shared_ptr<const media::Picture> original; // null: the enlarged input itself
  double megapixels = 0;                          // the limit it was prepared for
  int width = 0, height = 0;                      // as matched, before padding
  bool reduced = false;
  media::Picture picture; // 8-bit RGB, padded to whole cells
  Texture texture;
  match::Luma lowLuma;  // of `texture.low`
  match::Luma baseLuma; // of `picture` reduced x4 and enlarged by the base, made when refined with
  std::optional<geometry::Landmarks> landmarks;    // of `picture`, made when first registered
  std::map<MatcherKind, at::Tensor> matchFeatures; // made when first matched, see bytesOf()
  std::shared_ptr<PreparedReference> half;         // reduced x2, made when first looked at so
};

[[nodiscard]] bool samePixels(const media::Picture& a, const media::Picture& b);

// RGB without alpha, of the picture's sample type.
[[nodiscard]] media::Picture colourOf(const media::Picture& picture);

[[nodiscard]] std::unique_ptr<PreparedInput> prepareInput(
    std::shared_ptr<const media::Picture> picture, const at::Device& device);

// Both reduced x2, made once.
[[nodiscard]] PreparedInput& halfOf(PreparedInput& input, const at::Device& device);
[[nodiscard]] const std::shared_ptr<PreparedReference>& halfOf(PreparedReference& reference,
                                                               const at::Device& device);

// The single-image enlargement of the input, made once. Throws Unsupported for a model without a
// base.
[[nodiscard]] const nets::Span::Output& baseOf(PreparedInput& input, const Model& model);

// Larger than `megapixels`: reduced to that.
[[nodiscard]] std::shared_ptr<PreparedReference> prepareReference(
    std::shared_ptr<const media::Picture> picture, double megapixels, const at::Device& device);

// The enlarged input as its own reference, for a restoration without one.
[[nodiscard]] Texture prepareSelf(const PreparedInput& input, const at::Device& device);

// Of the match features kept for a reference and its half.
[[nodiscard]] std::int64_t bytesOf(const PreparedReference& reference);

} // namespace refscale::pipeline
