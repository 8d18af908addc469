#include "ui/worker/picture_edits.h"

#include <utility>

#include "core/media/picture.h"

namespace refscale::ui {

PictureHandle withEdits(const PictureHandle& picture, const PictureEdits& edits) {
  const auto whole = picture->asRead ? picture->asRead : picture->srgb;
  auto made = std::make_shared<LoadedPicture>(*picture);
  made->edits = edits;
  made->asRead = edits == PictureEdits() ? nullptr : whole;
  if (edits == PictureEdits()) {
    made->srgb = whole;
  } else {
    const QRect& c = edits.crop;
    media::Picture pixels =
        c.isNull() ? *whole : media::cropped(*whole, c.x(), c.y(), c.width(), c.height());
    if (edits.quarters != 0) pixels = media::turned(pixels, edits.quarters);
    made->srgb = std::make_shared<const media::Picture>(std::move(pixels));
  }
  made->pyramid = makePyramid(toImage(*made->srgb));
  return made;
}

PictureEdits turnedBy(PictureEdits edits, int quarters) {
  edits.quarters = ((edits.quarters + quarters) % 4 + 4) % 4;
  return edits;
}

PictureEdits croppedTo(const LoadedPicture& picture, const QRect& shown) {
  PictureEdits edits = picture.edits;
  const media::Picture& whole = picture.asRead ? *picture.asRead : *picture.srgb;
  const QRect base = edits.crop.isNull() ? QRect(0, 0, whole.width(), whole.height()) : edits.crop;
  const QRect back = [&] {
    const int right = shown.x() + shown.width();
    const int bottom = shown.y() + shown.height();
    switch (edits.quarters) {
      case 1:
        return QRect(shown.y(), base.height() - right, shown.height(), shown.width());
      case 2:
        return QRect(base.width() - right, base.height() - bottom, shown.width(), shown.height());
      case 3:
        return QRect(base.width() - bottom, shown.x(), shown.height(), shown.width());
      default:
        return shown;
    }
  }();
  edits.crop = back.translated(base.topLeft());
  if (edits.crop == QRect(0, 0, whole.width(), whole.height())) edits.crop = QRect();
  return edits;
}

} // namespace refscale::ui
