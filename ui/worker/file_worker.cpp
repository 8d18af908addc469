#include "ui/worker/file_worker.h"

#include <utility>

#include "core/media/resample.h"
#include "ui/worker/engine_worker.h"

namespace refscale::ui {
namespace {

constexpr int kScale = 4;
// Beyond this many output pixels the view scales the input itself: nobody can tell at the zooms at
// which such a picture is seen, and the enlargement would not fit in memory.
constexpr std::int64_t kMostEnlargedPixels = 120'000'000;

// Straight RGB or RGBA bytes of any image.
media::Picture toPicture(const QImage& image) {
  const bool alpha = image.hasAlphaChannel();
  const QImage bytes =
      image.convertToFormat(alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
  media::Picture picture(bytes.width(), bytes.height(), alpha ? 4 : 3, media::Sample::U8);
  for (int y = 0; y < bytes.height(); ++y) {
    std::copy_n(bytes.constScanLine(y), picture.stride(), picture.row<std::uint8_t>(y));
  }
  return picture;
}

} // namespace

LoadOutcome FileWorker::loadOne(const std::filesystem::path& path) const {
  const QString name = QString::fromStdString(path.filename().string());
  try {
    if (std::filesystem::is_directory(path)) {
      throw Error(Kind::BadInput, "This is a folder; drop the pictures in it instead.");
    }
    pipeline::SourcePicture source = access_.read(path);
    auto picture = std::make_shared<LoadedPicture>();
    picture->path = path;
    picture->name = name;
    picture->format = access_.formatName(path);
    picture->srgb = std::move(source.srgb);
    picture->profile = std::move(source.profile);
    if (!picture->profile.empty()) picture->profileName = access_.profileName(picture->profile);
    for (const auto& note : picture->srgb->notes) picture->notes += QString::fromStdString(note);
    picture->pyramid = makePyramid(toImage(*picture->srgb));
    return {name, PictureHandle(std::move(picture))};
  } catch (...) {
    return {name, currentFailure()};
  }
}

void FileWorker::load(JobNumber number, const std::vector<std::filesystem::path>& paths) {
  std::vector<LoadOutcome> outcomes;
  for (const auto& path : paths) {
    if (stopped_) return;
    outcomes.push_back(loadOne(path));
  }
  Q_EMIT loaded(number, outcomes);
}

void FileWorker::adopt(JobNumber number, const QImage& image, const QString& name) {
  try {
    auto picture = std::make_shared<LoadedPicture>();
    picture->name = name;
    picture->srgb = std::make_shared<const media::Picture>(toPicture(image));
    picture->pyramid = makePyramid(toImage(*picture->srgb));
    Q_EMIT loaded(number, {{name, PictureHandle(std::move(picture))}});
  } catch (...) {
    Q_EMIT loaded(number, {{name, currentFailure()}});
  }
}

void FileWorker::enlarge(const PictureHandle& picture) {
  if (stopped_) return;
  const media::Picture& source = *picture->srgb;
  if (picture->pixels() * kScale * kScale > kMostEnlargedPixels) {
    Q_EMIT enlarged(picture, picture->pyramid);
    return;
  }
  try {
    const media::Picture bytes = media::converted(source, media::Sample::U8);
    Q_EMIT enlarged(picture, makePyramid(toImage(media::resizeBicubicU8(
                                 bytes, source.width() * kScale, source.height() * kScale))));
  } catch (...) {
    Q_EMIT enlarged(picture, picture->pyramid); // no memory: the view scales the input itself
  }
}

void FileWorker::save(JobNumber number, const SaveRequest& request) {
  try {
    access_.write(request);
    Q_EMIT saved(number, QString::fromStdString(request.path.string()));
  } catch (...) {
    Q_EMIT saveFailed(number, currentFailure());
  }
}

} // namespace refscale::ui
