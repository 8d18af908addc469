#include "ui/session.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/paths.h"
#include "ui/models/reference_words.h"

namespace refscale::ui {
namespace {

const QString kFormats = QStringLiteral("PNG, JPEG, TIFF, WebP, BMP, PPM");
constexpr const char* kModelExtension = ".safetensors";

} // namespace

Session::Session(Document& document, EngineClient& engine, FileClient& files, QObject* parent)
    : QObject(parent), document_(document), engine_(engine), files_(files) {
  connect(&files_, &FileClient::loaded, this, &Session::take);
  connect(&files_, &FileClient::enlarged, this,
          [this](const PictureHandle& picture, const PyramidHandle& pyramid) {
            document_.setBicubic(picture, pyramid);
          });
  connect(&files_, &FileClient::saved, this, [this](JobNumber, const QString& path) {
    document_.addNotice({tr("Saved as %1.").arg(path)});
    Q_EMIT saved(path);
  });
  connect(&files_, &FileClient::saveFailed, this, [this](JobNumber, const Failure& failure) {
    document_.addNotice({tr("Not saved: %1").arg(failure.message)});
  });
  connect(&engine_, &EngineClient::engineReady, &document_, &Document::setEngine);
  connect(&engine_, &EngineClient::engineFailed, this,
          [this](const Failure& failure) { document_.setFailure(failure); });
  connect(&engine_, &EngineClient::progressed, this, [this](JobNumber, const Progress& progress) {
    JobState job = document_.job();
    job.progress = progress;
    document_.setJob(job);
  });
  connect(&engine_, &EngineClient::matched, this, [this](JobNumber, const ResultHandle& matches) {
    JobState job = document_.job();
    job.matches = matches;
    document_.setJob(job);
  });
  connect(&engine_, &EngineClient::finished, this,
          [this](JobNumber, const JobResult& result) { finish(result); });
  connect(&engine_, &EngineClient::cancelled, this, [this](JobNumber) { end({}); });
  connect(&engine_, &EngineClient::failed, this,
          [this](JobNumber, const Failure& failure) { end(failure); });
  connect(&document_, &Document::stateChanged, this, &Session::wantBicubic);
}

void Session::open(const std::vector<std::filesystem::path>& paths, DropTarget target) {
  if (paths.empty()) return;
  const JobNumber number = files_.load(paths);
  loading_[number] = {target, static_cast<int>(paths.size())};
  document_.setLoadingCount(document_.loadingCount() + static_cast<int>(paths.size()));
}

void Session::adopt(const QImage& image, DropTarget target) {
  const JobNumber number = files_.adopt(image, tr("pasted picture"));
  loading_[number] = {target, 1};
  document_.setLoadingCount(document_.loadingCount() + 1);
}

void Session::take(JobNumber number, const std::vector<LoadOutcome>& outcomes) {
  const auto pending = loading_.find(number);
  if (pending == loading_.end()) return;
  const auto [target, count] = pending->second;
  loading_.erase(pending);
  document_.setLoadingCount(document_.loadingCount() - count);

  std::vector<PictureHandle> pictures;
  for (const LoadOutcome& file : outcomes) {
    if (const auto* picture = std::get_if<PictureHandle>(&file.outcome)) {
      pictures.push_back(*picture);
      for (const QString& note : (*picture)->notes) {
        document_.addNotice({tr("%1: %2").arg(file.name, note)});
      }
    } else {
      document_.addNotice({tr("%1 was not opened: %2 Formats that work: %3.")
                               .arg(file.name, std::get<Failure>(file.outcome).message, kFormats)});
    }
  }
  std::vector<std::int64_t> pixels;
  pixels.reserve(pictures.size());
  for (const PictureHandle& picture : pictures) pixels.push_back(picture->pixels());
  apply(planDrop(pixels, target,
                 {document_.state().input != nullptr,
                  static_cast<int>(document_.state().references.size())}),
        pictures);
}

void Session::apply(const DropPlan& plan, const std::vector<PictureHandle>& pictures) {
  std::vector<PictureHandle> references;
  references.reserve(plan.references.size());
  for (const std::size_t i : plan.references) references.push_back(pictures[i]);
  for (const std::size_t i : plan.refused) {
    document_.addNotice({tr("%1 was not opened: only one picture can be enlarged at a time.")
                             .arg(pictures[i]->name)});
  }
  if (plan.input && plan.replaces) {
    document_.replaceAll(pictures[*plan.input], references);
  } else {
    if (plan.input) document_.setInput(pictures[*plan.input]);
    if (!references.empty()) document_.addReferences(references);
  }
  if (plan.sorted) {
    document_.addNotice({pictures.size() == 2
                             ? tr("Two pictures were dropped: the smaller one is enlarged.")
                             : tr("%n pictures were dropped: the smallest one is enlarged.", "",
                                  static_cast<int>(pictures.size())),
                         Notice::Remedy::Swap});
  }
}

void Session::wantBicubic() {
  const PictureHandle& input = document_.state().input;
  if (!input || document_.bicubic() || enlarging_ == input) return;
  enlarging_ = input;
  files_.enlarge(input);
}

void Session::run() {
  const DocumentState& state = document_.state();
  if (!state.input || document_.job().phase != JobPhase::Idle) return;
  EngineRequest request;
  request.model = modelPath(state.settings.model);
  request.engine.device = state.settings.device.toStdString();
  request.engine.precision = state.settings.precision;
  request.request.name = state.input->name.toStdString();
  request.request.input = state.input->srgb;
  request.request.options = state.settings.options;
  for (const ReferenceItem& r : state.usedReferences()) {
    request.request.references.push_back({r.picture->name.toStdString(), r.picture->srgb, nullptr});
  }
  document_.setFailure({});
  JobState job;
  job.phase = JobPhase::Running;
  job.made = state;
  job.elapsed.start();
  job.number = engine_.start(std::move(request));
  document_.setJob(std::move(job));
}

void Session::runOnCpu() {
  Settings settings = document_.state().settings;
  settings.device = "cpu";
  document_.setSettings(tr("Use the CPU"), settings);
  run();
}

void Session::runWithoutReference() {
  document_.useNone();
  run();
}

void Session::useBetterReference() {
  if (const ReferenceItem* better = bestUnusedReference(document_)) document_.useOnly(better->id);
}

void Session::cancel() {
  if (document_.job().phase != JobPhase::Running) return;
  JobState job = document_.job();
  job.phase = JobPhase::Cancelling;
  document_.setJob(std::move(job));
  engine_.cancel();
}

void Session::finish(const JobResult& result) {
  const JobState& job = document_.job();
  ResultItem item{result.result, result.pyramid, job.made,
                  static_cast<double>(job.elapsed.elapsed()) / 1000};
  end({});
  for (const std::string& warning : item.result->report.warnings) {
    document_.addNotice({QString::fromStdString(warning)});
  }
  document_.addResult(std::move(item));
}

void Session::end(std::optional<Failure> failure) {
  document_.setJob({});
  document_.setFailure(std::move(failure));
}

void Session::save(SaveRequest request) {
  files_.save(std::move(request));
}

std::filesystem::path Session::modelPath(const QString& name) {
  const std::string file = name.toStdString() + kModelExtension;
  std::filesystem::path path;
  for (const auto& folder : modelDirs()) {
    path = folder / file;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return path;
  }
  return path;
}

QStringList Session::modelNames() {
  std::set<std::string> names;
  for (const auto& folder : modelDirs()) {
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
      if (entry.path().extension() == kModelExtension) names.insert(entry.path().stem().string());
    }
  }
  QStringList list;
  for (const std::string& name : names) list += QString::fromStdString(name);
  return list;
}

} // namespace refscale::ui
