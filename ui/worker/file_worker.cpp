#include "ui/worker/file_worker.h"

#include <QColorSpace>
#include <utility>

#include "core/base/files.h"
#include "core/media/color.h"
#include "core/media/metrics.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "core/pipeline/warp_reference.h"
#include "ui/worker/engine_worker.h"
#include "ui/worker/export_files.h"
#include "ui/worker/picture_edits.h"

namespace refscale::ui {
namespace {

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
    const QColorSpace srgb(QColorSpace::SRgb);
    const QColorSpace own = image.colorSpace();
    picture->srgb = std::make_shared<const media::Picture>(
        toPicture(own.isValid() && own != srgb ? image.convertedToColorSpace(srgb) : image));
    picture->pyramid = makePyramid(toImage(*picture->srgb));
    Q_EMIT loaded(number, {{name, PictureHandle(std::move(picture))}});
  } catch (...) {
    Q_EMIT loaded(number, {{name, currentFailure()}});
  }
}

void FileWorker::edit(JobNumber number, const PictureHandle& picture, const PictureEdits& edits) {
  if (stopped_) return;
  try {
    Q_EMIT edited(number, {picture->name, withEdits(picture, edits)});
  } catch (...) {
    Q_EMIT edited(number, {picture->name, currentFailure()});
  }
}

void FileWorker::loadSample(JobNumber number) {
  try {
    const SamplePictures sample = access_.sample();
    const auto named = [](std::shared_ptr<const media::Picture> pixels, const QString& name) {
      auto picture = std::make_shared<LoadedPicture>();
      picture->name = name;
      picture->format = FileClient::tr("painted");
      picture->srgb = std::move(pixels);
      picture->pyramid = makePyramid(toImage(*picture->srgb));
      return LoadOutcome{name, PictureHandle(std::move(picture))};
    };
    Q_EMIT loaded(number, {named(sample.input, FileClient::tr("sample street")),
                           named(sample.reference, FileClient::tr("sample street, closer")),
                           named(sample.truth, FileClient::tr("sample street, true"))});
  } catch (...) {
    Q_EMIT loaded(number, {{FileClient::tr("sample street"), currentFailure()}});
  }
}

LoadOutcome FileWorker::asTruth(LoadOutcome read, int width, int height) {
  const auto* found = std::get_if<PictureHandle>(&read.outcome);
  if (found == nullptr) return read;
  const media::Picture& whole = *(*found)->srgb;
  const int croppedWidth = whole.width() / kScale * kScale;
  const int croppedHeight = whole.height() / kScale * kScale;
  if (croppedWidth != width || croppedHeight != height) {
    read.outcome =
        Failure{Kind::BadInput,
                FileClient::tr("The true picture has %1 × %2 pixels, but the enlarged picture "
                               "will have %3 × %4.")
                    .arg(whole.width())
                    .arg(whole.height())
                    .arg(width)
                    .arg(height),
                {}};
  } else if (whole.width() != width || whole.height() != height) {
    auto cropped = std::make_shared<LoadedPicture>(**found);
    cropped->srgb =
        std::make_shared<const media::Picture>(media::cropped(whole, 0, 0, width, height));
    cropped->pyramid = makePyramid(toImage(*cropped->srgb));
    read.outcome = PictureHandle(std::move(cropped));
  }
  return read;
}

void FileWorker::loadTruth(JobNumber number, const std::filesystem::path& path, int width,
                           int height) {
  Q_EMIT loaded(number, {asTruth(loadOne(path), width, height)});
}

void FileWorker::score(const ScoreRequest& request) {
  if (stopped_) return;
  try {
    const media::Picture truth = media::rgbBytes(*request.truth->srgb);
    const media::Picture made = request.result
                                    ? media::rgbBytes(request.result->picture)
                                    : media::resizeBicubicU8(media::rgbBytes(*request.input->srgb),
                                                             truth.width(), truth.height());
    Q_EMIT scored(request, {media::psnr(made, truth), media::ssim(made, truth)});
  } catch (const std::exception&) {
    return; // too small, or no memory: there is no number to show
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

void FileWorker::warp(const WarpRequest& request) {
  if (stopped_) return;
  try {
    const auto& matches =
        request.result->correspondences.at(static_cast<std::size_t>(request.index));
    Q_EMIT warped(request,
                  makePyramid(toImage(pipeline::warpReference(*request.reference->srgb, matches,
                                                              static_cast<float>(request.sure)))));
  } catch (...) {
    Q_EMIT warped(request, nullptr); // no memory
  }
}

LoadOutcome FileWorker::loadOf(const JobPicture& described) const {
  if (!described.path.empty()) {
    LoadOutcome read = loadOne(described.path);
    const auto* whole = std::get_if<PictureHandle>(&read.outcome);
    if (whole == nullptr || described.edits == PictureEdits()) return read;
    try {
      return {read.name, withEdits(*whole, described.edits)};
    } catch (...) {
      return {read.name, currentFailure()};
    }
  }
  try {
    auto picture = std::make_shared<LoadedPicture>();
    picture->name = described.name;
    picture->srgb = std::make_shared<const media::Picture>(toPicture(described.image));
    picture->pyramid = makePyramid(toImage(*picture->srgb));
    return {described.name, PictureHandle(std::move(picture))};
  } catch (...) {
    return {described.name, currentFailure()};
  }
}

void FileWorker::openJob(JobNumber number, const std::filesystem::path& path,
                         const FileClient::FoundFiles& found, bool ask) {
  try {
    const std::vector<std::byte> bytes = readFile(path, kMostJobBytes);
    JobFile described =
        parseJob(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                         static_cast<qsizetype>(bytes.size())),
                 std::filesystem::absolute(path).parent_path());
    const auto missing = missingFiles(described);
    if (ask && !missing.empty()) {
      Q_EMIT jobMissing(number, path, missing);
      return;
    }
    OpenedJob job;
    job.path = path;
    job.settings = described.settings;
    job.mask = described.mask;
    const auto keep = [&job](const LoadOutcome& outcome) -> PictureHandle {
      if (const auto* handle = std::get_if<PictureHandle>(&outcome.outcome)) return *handle;
      const QString& why = std::get<Failure>(outcome.outcome).message;
      job.problems += FileClient::tr("%1 was left out: %2").arg(outcome.name, why);
      return nullptr;
    };
    const auto read = [&](JobPicture& picture) {
      if (const auto now = found.find(picture.path); now != found.end()) picture.path = now->second;
      return loadOf(picture);
    };
    if (described.input) job.input = keep(read(*described.input));
    for (JobPicture& reference : described.references) {
      if (stopped_) return;
      if (PictureHandle handle = keep(read(reference))) {
        job.references.emplace_back(std::move(handle), reference.used);
      }
    }
    if (described.truth && job.input) {
      const media::Picture& input = *job.input->srgb;
      job.truth =
          keep(asTruth(read(*described.truth), input.width() * kScale, input.height() * kScale));
    }
    Q_EMIT jobOpened(number, job);
  } catch (...) {
    Q_EMIT jobFailed(number, QString::fromStdString(path.filename().string()), currentFailure());
  }
}

void FileWorker::writeFile(JobNumber number, const std::filesystem::path& path,
                           const std::function<QByteArray()>& make) {
  try {
    const QByteArray bytes = make();
    AtomicFile file(path);
    file.write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    file.commit();
    Q_EMIT saved(number, QString::fromStdString(path.string()));
  } catch (...) {
    Q_EMIT saveFailed(number, currentFailure());
  }
}

void FileWorker::listModels() {
  if (stopped_) return;
  try {
    Q_EMIT modelsListed(access_.listModels());
  } catch (const std::exception&) {
    Q_EMIT modelsListed({}); // an unreadable folder holds no model
  }
}

void FileWorker::importModel(const pipeline::ModelImport& request) {
  try {
    const auto path = access_.importModel(request);
    Q_EMIT modelImported(QString::fromStdString(path.stem().string()));
  } catch (...) {
    Q_EMIT modelImportFailed(currentFailure());
  }
}

void FileWorker::loadMask(JobNumber number, const std::filesystem::path& path) {
  const QImage image(QString::fromStdString(path.string()));
  if (image.isNull()) {
    Q_EMIT maskFailed(number, QString::fromStdString(path.filename().string()));
  } else {
    Q_EMIT maskLoaded(number, image);
  }
}

void FileWorker::saveMask(JobNumber number, const MaskHandle& mask,
                          const std::filesystem::path& path) {
  try {
    const auto grey = toPicture(mask);
    media::writePicture(*grey, path, media::Format::Png, {});
    Q_EMIT saved(number, QString::fromStdString(path.string()));
  } catch (...) {
    Q_EMIT saveFailed(number, currentFailure());
  }
}

void FileWorker::save(JobNumber number, const SaveRequest& request) {
  try {
    SaveRequest named = request;
    if (named.numbered) named.path = freePath(named);
    QStringList losses;
    for (const auto& loss : access_.write(named)) losses += QString::fromStdString(loss);
    Q_EMIT saved(number, QString::fromStdString(named.path.string()), losses);
  } catch (...) {
    Q_EMIT saveFailed(number, currentFailure());
  }
}

} // namespace refscale::ui
