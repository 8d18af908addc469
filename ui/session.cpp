#include "ui/session.h"

#include <algorithm>
#include <utility>

#include "core/base/paths.h"

namespace refscale::ui {
namespace {

constexpr std::size_t kRememberedScores = 24;
constexpr const char* kModelExtension = ".safetensors";

} // namespace

Session::Session(Document& document, EngineClient& engine, FileClient& files, QObject* parent)
    : QObject(parent), document_(document), engine_(engine), files_(files) {
  connectFiles();
  connect(&engine_, &EngineClient::engineReady, &document_, &Document::setEngine);
  connect(&engine_, &EngineClient::engineFailed, this,
          [this](const Failure& failure) { document_.setFailure(failure); });
  connect(&engine_, &EngineClient::paused, this, [this](JobNumber) {
    JobState job = document_.job();
    if (job.phase != JobPhase::Pausing) return; // gone on with, or to be stopped
    job.phase = JobPhase::Paused;
    job.pause.start();
    document_.setJob(std::move(job));
  });
  connect(&engine_, &EngineClient::progressed, this, [this](JobNumber, const Progress& progress) {
    JobState job = document_.job();
    job.progress = progress;
    document_.setJob(job);
  });
  connect(&engine_, &EngineClient::matched, this, [this](JobNumber, const ResultHandle& matches) {
    JobState job = document_.job();
    if (job.purpose != JobPurpose::Result) return; // the result shows them already
    job.matches = matches;
    document_.setJob(job);
  });
  connect(&engine_, &EngineClient::rowsReady, this, [this](JobNumber, const ResultRows& rows) {
    if (document_.job().purpose == JobPurpose::Result) document_.addFinishedRows(rows);
  });
  connect(&engine_, &EngineClient::retried, this, [this](JobNumber) {
    JobState job = document_.job();
    job.frugal = true;
    document_.setJob(std::move(job));
    document_.dropFinishedRows(); // they come again
  });
  connect(&engine_, &EngineClient::finished, this,
          [this](JobNumber, const JobResult& result) { finish(result); });
  connect(&engine_, &EngineClient::cancelled, this, [this](JobNumber) {
    if (document_.job().purpose == JobPurpose::Result) document_.markCancelled();
    end({});
  });
  connect(&engine_, &EngineClient::failed, this,
          [this](JobNumber, const Failure& failure) { end(failure); });
  connect(&files_, &FileClient::enlarged, this,
          [this](const PictureHandle& picture, const PyramidHandle& pyramid) {
            document_.setBicubic(picture, pyramid);
          });
  connect(&files_, &FileClient::scored, this,
          [this](const ScoreRequest& request, const Score& score) {
            document_.addScore(request, score);
          });
  connect(&files_, &FileClient::warped, this,
          [this](const WarpRequest& request, const PyramidHandle& pyramid) {
            if (pyramid) {
              std::erase(warping_, request);
              return document_.addWarped(request, pyramid);
            } // else not asked for again
            document_.addNotice({tr("There is not enough memory to show the reference warped.")});
          });
  connect(&document_, &Document::stateChanged, this, &Session::wantBicubic);
  connect(&document_, &Document::stateChanged, this, &Session::wantScores);
  connect(&document_, &Document::resultChanged, this, &Session::wantScores);
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
  start(JobPurpose::Result, state, requestFor(state));
}

void Session::makeMaps() {
  const ResultItem* item = document_.result();
  if (item == nullptr || document_.job().phase != JobPhase::Idle) return;
  wantMaps_ = true;
  start(JobPurpose::Maps, item->made, requestFor(item->made));
}

EngineRequest Session::requestFor(const DocumentState& state) const {
  EngineRequest request;
  request.model = modelPath(state.settings.model);
  request.engine.device = state.settings.device.toStdString();
  request.engine.precision = state.settings.precision;
  request.engine.threads = threads_;
  request.request.name = state.input->name.toStdString();
  request.request.input = state.input->srgb;
  request.request.options = state.settings.options;
  request.request.keepOut = toPicture(state.mask);
  request.referenceScale = state.settings.referenceScale;
  request.request.options.wantMaps = wantMaps_;
  for (const ReferenceItem& r : state.usedReferences()) {
    request.request.references.push_back({r.picture->name.toStdString(), r.picture->srgb, nullptr});
  }
  return request;
}

void Session::start(JobPurpose purpose, const DocumentState& made, EngineRequest request) {
  document_.setFailure({});
  JobState job;
  job.phase = JobPhase::Running;
  job.purpose = purpose;
  job.made = made;
  job.expectedBytes = document_.estimate().bytes;
  job.elapsed.start();
  job.number = engine_.start(std::move(request));
  document_.setJob(std::move(job));
}

void Session::wantScores() {
  const DocumentState& state = document_.state();
  const ResultItem* item = document_.result();
  if (!state.input || !state.truth || item == nullptr) return;
  std::vector<ScoreRequest> wanted = {{state.truth, state.input, nullptr},
                                      {state.truth, state.input, item->result}};
  for (const ResultHandle& other : {item->off.result, item->shuffled.result}) {
    if (other) wanted.push_back({state.truth, state.input, other});
  }
  for (ScoreRequest& request : wanted) {
    const bool asked = std::any_of(scoring_.begin(), scoring_.end(), [&](const ScoreRequest& r) {
      return r.truth == request.truth && r.what() == request.what();
    });
    if (asked || document_.scoreOf(request.what())) continue;
    scoring_.push_back(request);
    files_.score(std::move(request));
  }
  if (scoring_.size() > kRememberedScores) scoring_.erase(scoring_.begin());
}

void Session::runReferenceOff() {
  const ResultItem* item = document_.result();
  if (item == nullptr || item->off.result || document_.job().phase != JobPhase::Idle) return;
  EngineRequest request = requestFor(item->made);
  request.request.options.wantMaps = false;
  request.request.options.strength = 0; // the references stay, so that the matches are kept
  start(JobPurpose::ReferenceOff, item->made, std::move(request));
}

void Session::runShuffledControl() {
  const ResultItem* item = document_.result();
  if (item == nullptr || item->shuffled.result || item->made.usedReferences().empty() ||
      document_.job().phase != JobPhase::Idle) {
    return;
  }
  EngineRequest request = requestFor(item->made);
  request.request.options.wantMaps = false;
  request.shuffleReferences = true;
  start(JobPurpose::Shuffled, item->made, std::move(request));
}

void Session::warpReference(int reference) {
  const ResultItem* item = document_.result();
  if (item == nullptr) return;
  const auto used = item->made.usedReferences();
  const auto index = static_cast<std::size_t>(reference);
  if (index >= used.size() || index >= item->result->correspondences.size()) return;
  WarpRequest request{item->result, used[index].picture, reference, document_.sure()};
  if (std::find(warping_.begin(), warping_.end(), request) != warping_.end()) return;
  warping_.push_back(request);
  files_.warp(std::move(request));
}

void Session::pause() {
  if (document_.job().phase != JobPhase::Running) return;
  JobState job = document_.job();
  job.phase = JobPhase::Pausing;
  document_.setJob(std::move(job));
  engine_.pause();
}

void Session::resume() {
  JobState job = document_.job();
  if (job.phase == JobPhase::Idle && document_.cancelled() != nullptr) return run();
  if (job.phase != JobPhase::Pausing && job.phase != JobPhase::Paused) return;
  job.rested = job.secondsRested();
  job.phase = JobPhase::Running;
  document_.setJob(std::move(job));
  engine_.resume();
}

void Session::cancel() {
  if (!document_.job().goesOn()) return;
  JobState job = document_.job();
  job.rested = job.secondsRested();
  job.phase = JobPhase::Cancelling;
  document_.setJob(std::move(job));
  engine_.cancel();
}

void Session::finish(const JobResult& result) {
  const JobState job = document_.job();
  if (job.purpose == JobPurpose::ReferenceOff) {
    document_.setReferenceOff(job.made, result);
    end({});
    return;
  }
  if (job.purpose == JobPurpose::Shuffled) {
    document_.setShuffled(job.made, result);
    end({});
    return;
  }
  ResultItem item{result.result, result.pyramid, job.made, job.secondsWorked()};
  item.stageSeconds = result.result->report.seconds;
  item.expectedBytes = job.expectedBytes;
  if (job.purpose == JobPurpose::Maps) {
    document_.replaceResult(std::move(item));
  } else {
    for (const std::string& warning : item.result->report.warnings) {
      document_.addNotice({QString::fromStdString(warning)});
    }
    document_.addResult(std::move(item));
  }
  if (job.frugal) tellFrugal();
  end({}); // last: in between the matches would belong to nothing
}

void Session::end(std::optional<Failure> failure) {
  document_.setJob({});
  // What it showed of its picture is as broken as the rest.
  if (failure && failure->kind == Kind::CheckFailed) document_.dropFinishedRows();
  document_.setFailure(std::move(failure));
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
