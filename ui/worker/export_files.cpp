#include "ui/worker/export_files.h"

#include <QBuffer>
#include <algorithm>
#include <memory>
#include <system_error>

#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/media/color.h"
#include "core/media/metadata.h"
#include "core/media/resample.h"
#include "ui/maps/map_files.h"
#include "ui/theme/tokens.h"

namespace refscale::ui {
namespace {

namespace fs = std::filesystem;

using Bytes = std::vector<std::byte>;

fs::path beside(const fs::path& picture, const std::string& ending) {
  return picture.parent_path() / (picture.stem().string() + ending);
}

fs::path sidecarPath(const fs::path& picture) {
  return beside(picture, ".refscale.json");
}
fs::path maskPath(const fs::path& picture) {
  return beside(picture, "-mask.png");
}
fs::path comparisonPath(const fs::path& picture) {
  return beside(picture, "-compare.png");
}
fs::path mapPath(const fs::path& picture, const MapChoice& choice) {
  return beside(picture, "-" + mapFileName(choice).toStdString() + ".png");
}

bool hasComparison(const SaveRequest& request) {
  return request.comparison.a.pyramid && request.comparison.b.pyramid;
}

pipeline::Provenance provenanceOf(const SaveRequest& request, const media::Picture& picture) {
  pipeline::Provenance provenance = request.provenance;
  provenance.width = picture.width();
  provenance.height = picture.height();
  provenance.report = request.result->report;
  std::error_code missing;
  if (fs::exists(request.model, missing)) provenance.model.sha256 = sha256File(request.model);
  return provenance;
}

// The picture as its file holds it, but for what only the format knows.
media::Picture preparedPicture(const SaveRequest& request) {
  media::Picture picture = request.result->picture;
  // First: what is made smaller or converted keeps the finer steps.
  if (request.sixteenBit && picture.sample() == media::Sample::U8) {
    picture = media::converted(picture, media::Sample::U16);
  }
  if (request.scale != kScale) {
    picture = media::resizeBicubic(picture, picture.width() / kScale * request.scale,
                                   picture.height() / kScale * request.scale);
  }
  if (!request.profile.empty()) picture = media::fromSrgb(picture, request.profile);
  if (request.write.metadata == media::Metadata::Strip) {
    picture.exif.clear();
    picture.xmp.clear();
  }
  return picture;
}

Bytes bytesOf(const QImage& image) {
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) {
    throw Error(Kind::OutOfMemory, "A picture beside the result could not be encoded as PNG.");
  }
  const auto* from = reinterpret_cast<const std::byte*>(png.constData());
  return {from, from + png.size()};
}

Bytes bytesOf(const std::string& text) {
  const auto* from = reinterpret_cast<const std::byte*>(text.data());
  return {from, from + text.size()};
}

QImage mapImage(const SaveRequest& request, const MapChoice& choice) {
  const MapsToSave& maps = request.maps;
  auto map = std::make_shared<ShownMap>();
  map->field = makeMapField(*request.result, std::max(0, request.result->usedReference), choice,
                            maps.sure, maps.painted);
  map->stats = statsOf(map->field);
  map->range = rangeFor(map->field, map->stats, RangeRule::Usual, {});
  map->image = colourMap(map->field, map->range, maps.colours);
  MapFileRequest file;
  file.legend =
      makeLegend({map->field, map->stats, map->range, maps.borrowed, maps.letters, maps.colours});
  file.map = map;
  file.frame = QSize(request.result->picture.width(), request.result->picture.height());
  file.invented = maps.colours.invented;
  return mapPicture(file);
}

// Files in the making. Nothing of them is to be seen under their names before all are written.
class FileSet {
 public:
  // Finds out at once what cannot be written: it should not cost an encoding.
  FileSet(const std::vector<fs::path>& paths, Existing existing) {
    for (const fs::path& path : paths) {
      files_.emplace_back(path, std::make_unique<AtomicFile>(path, existing));
    }
  }

  void write(const fs::path& path, const Bytes& bytes) const {
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&path](const auto& file) { return file.first == path; });
    found->second->write(bytes);
  }
  // The first, the picture, last.
  void commit() const {
    std::for_each(files_.rbegin(), files_.rend(), [](const auto& file) { file.second->commit(); });
  }

 private:
  std::vector<std::pair<fs::path, std::unique_ptr<AtomicFile>>> files_;
};

void writeCompanions(const FileSet& files, const SaveRequest& request) {
  for (const MapChoice& choice : request.maps.maps) {
    files.write(mapPath(request.path, choice), bytesOf(mapImage(request, choice)));
  }
  if (hasComparison(request)) {
    files.write(comparisonPath(request.path),
                bytesOf(drawComparison(request.comparison, darkTokens())));
  }
  if (request.mask) {
    files.write(maskPath(request.path),
                media::encodePicture(*toPicture(request.mask), media::Format::Png));
  }
}

} // namespace

std::vector<MapChoice> mapsReady(const pipeline::UpscaleResult& result) {
  const int reference = std::max(0, result.usedReference);
  std::vector<MapChoice> ready;
  for (int kind = 0; kind < kMapKinds; ++kind) {
    MapChoice choice{static_cast<MapKind>(kind), 0, OffsetPart::Total};
    if (choice.kind == MapKind::WhichReference && result.correspondences.size() < 2) continue;
    if (choice.hasPart() && mapState(result, reference, choice) != MapState::Ready) {
      choice.part = OffsetPart::Match;
    }
    if (mapState(result, reference, choice) == MapState::Ready) ready.push_back(choice);
  }
  return ready;
}

std::vector<fs::path> filesOf(const SaveRequest& request) {
  std::vector<fs::path> files = {request.path};
  if (request.writeSidecar) files.push_back(sidecarPath(request.path));
  for (const MapChoice& choice : request.maps.maps) files.push_back(mapPath(request.path, choice));
  if (hasComparison(request)) files.push_back(comparisonPath(request.path));
  if (request.mask) files.push_back(maskPath(request.path));
  return files;
}

fs::path freePath(const SaveRequest& request) {
  SaveRequest tried = request;
  for (int number = 2;; ++number) {
    const auto files = filesOf(tried);
    std::error_code unknown;
    const bool taken = std::any_of(files.begin(), files.end(), [&unknown](const fs::path& file) {
      return fs::exists(fs::symlink_status(file, unknown));
    });
    if (!taken) return tried.path;
    tried.path =
        beside(request.path, "-" + std::to_string(number) + request.path.extension().string());
  }
}

std::vector<std::string> exportFiles(const SaveRequest& request) {
  const FileSet files(filesOf(request), request.write.existing);
  std::vector<std::string> losses;
  {
    media::Picture picture = preparedPicture(request);
    media::WriteOptions write = request.write;
    write.metadata = media::Metadata::Copy; // what is not to be kept is gone already
    if (request.embedProvenance || request.writeSidecar) {
      const pipeline::Provenance provenance = provenanceOf(request, picture);
      if (request.embedProvenance) media::addToXmp(picture, pipeline::xmpOf(provenance));
      if (request.writeSidecar) {
        files.write(sidecarPath(request.path), bytesOf(pipeline::toJson(provenance)));
      }
    }
    files.write(request.path, media::encodePicture(picture, request.format, write, losses));
  } // the picture's memory is free before maps are drawn
  writeCompanions(files, request);
  files.commit();
  return losses;
}

} // namespace refscale::ui
