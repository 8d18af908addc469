#include "core/pipeline/engine/prepared.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "core/base/run_context.h"
#include "core/base/said_error.h"
#include "core/media/resample.h"
#include "core/pipeline/engine/pictures.h"
#include "core/pipeline/estimate.h"

namespace refscale::pipeline {
namespace {

constexpr int kSmallestSide = 4; // input pixels, and cells of a reference: smaller is padded

int roundedUp(int value, int step) {
  return (value + step - 1) / step * step;
}

// What is left of a picture when it has been reduced x4.
media::Picture lowBand(const media::Picture& picture) {
  return media::resizeBicubicU8(
      media::resizeBicubicU8(picture, picture.width() / kScale, picture.height() / kScale),
      picture.width(), picture.height());
}

std::shared_ptr<const media::Picture> halved(const media::Picture& picture) {
  const media::Picture bytes = media::converted(colourOf(picture), media::Sample::U8);
  return std::make_shared<const media::Picture>(
      media::resizeBicubicU8(bytes, (bytes.width() + 1) / 2, (bytes.height() + 1) / 2));
}

} // namespace

bool samePixels(const media::Picture& a, const media::Picture& b) {
  return a.width() == b.width() && a.height() == b.height() && a.channels() == b.channels() &&
         a.sample() == b.sample() &&
         std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()) == 0;
}

media::Picture colourOf(const media::Picture& picture) {
  media::Picture colour = picture.hasAlpha() ? media::withoutAlpha(picture) : picture;
  return colour.isGrey() ? media::greyToRgb(colour) : colour;
}

std::unique_ptr<PreparedInput> prepareInput(std::shared_ptr<const media::Picture> picture,
                                            const at::Device& device) {
  auto input = std::make_unique<PreparedInput>();
  const media::Picture colour = extended(colourOf(*picture), kSmallestSide, kSmallestSide);
  const media::Picture bytes = media::converted(colour, media::Sample::U8);
  input->original = std::move(picture);
  input->up = media::resizeBicubicU8(bytes, bytes.width() * kScale, bytes.height() * kScale);
  input->lr = toTensor(colour).to(device);
  StopScope::check();
  input->upTensor = toTensor(input->up).to(device);
  input->luma = lumaOf(input->up);
  return input;
}

PreparedInput& halfOf(PreparedInput& input, const at::Device& device) {
  if (!input.half) input.half = prepareInput(halved(*input.original), device);
  return *input.half;
}

const std::shared_ptr<PreparedReference>& halfOf(PreparedReference& reference,
                                                 const at::Device& device) {
  if (!reference.half) {
    reference.half = prepareReference(halved(reference.picture),
                                      std::numeric_limits<double>::infinity(), device);
  }
  return reference.half;
}

const nets::Span::Output& baseOf(PreparedInput& input, const Model& model) {
  if (!model.base) {
    throw SaidError(Kind::Unsupported,
                    REFSCALE_SENTENCE("Errors",
                                      "The model \"%1\" has no single-image network underneath; "
                                      "leave --network base out, or choose another model."),
                    {model.name});
  }
  if (!input.base) input.base = (*model.base)(input.lr);
  return *input.base;
}

std::shared_ptr<PreparedReference> prepareReference(std::shared_ptr<const media::Picture> picture,
                                                    double megapixels, const at::Device& device) {
  auto made = std::make_shared<PreparedReference>();
  made->megapixels = megapixels;
  media::Picture colour = media::converted(colourOf(*picture), media::Sample::U8);
  made->original = std::move(picture);
  const PictureSize size = matchedSize({colour.width(), colour.height()}, megapixels);
  made->reduced = size.width != colour.width() || size.height != colour.height();
  if (made->reduced) colour = media::resizeBicubicU8(colour, size.width, size.height);
  made->width = size.width;
  made->height = size.height;
  constexpr int kSmallest = kSmallestSide * kScale;
  made->picture = extended(colour, std::max(kSmallest, roundedUp(colour.width(), kScale)),
                           std::max(kSmallest, roundedUp(colour.height(), kScale)));
  const media::Picture low = lowBand(made->picture);
  StopScope::check();
  made->texture.picture = toTensor(made->picture).to(device);
  StopScope::check();
  made->texture.low = toTensor(low).to(device);
  made->lowLuma = lumaOf(low);
  return made;
}

Texture prepareSelf(const PreparedInput& input, const at::Device& device) {
  return {input.upTensor, toTensor(lowBand(input.up)).to(device), {}};
}

std::int64_t bytesOf(const PreparedReference& reference) {
  std::int64_t bytes = 0;
  for (const auto& [kind, features] : reference.matchFeatures) {
    bytes += static_cast<std::int64_t>(features.nbytes());
  }
  return reference.half ? bytes + bytesOf(*reference.half) : bytes;
}

} // namespace refscale::pipeline
