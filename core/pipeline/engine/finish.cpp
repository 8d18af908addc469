#include "core/pipeline/engine/finish.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "core/media/resample.h"
#include "core/pipeline/engine/pictures.h"
#include "core/pipeline/engine/prepared.h"

namespace refscale::pipeline {

media::Picture finished(const at::Tensor& restored, const media::Picture& input) {
  const int width = input.width() * kScale;
  const int height = input.height() * kScale;
  const at::Tensor cropped = restored.narrow(2, 0, height).narrow(3, 0, width);
  media::Picture picture = toPicture(cropped, input.sample());
  if (input.isGrey()) picture = media::rgbToGrey(picture);
  if (input.hasAlpha()) {
    picture = media::withAlpha(picture, media::resizeBicubic(media::alphaOf(input), width, height));
  }
  picture.exif = input.exif;
  picture.xmp = input.xmp;
  return picture;
}

void showRows(const UpscaleRequest& request, std::int64_t top, const at::Tensor& rows) {
  const std::int64_t inside = std::min(rows.size(2), request.input->height() * kScale - top);
  if (inside <= 0) return;
  const at::Tensor cropped =
      rows.narrow(2, 0, inside).narrow(3, 0, request.input->width() * kScale);
  request.rowsReady(static_cast<int>(top), toPicture(cropped, media::Sample::U8));
}

} // namespace refscale::pipeline
