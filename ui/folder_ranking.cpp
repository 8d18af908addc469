#include "ui/folder_ranking.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/media/read.h"
#include "ui/reference_scout.h"

namespace refscale::ui {

FolderRanking::FolderRanking(Document& document, EngineClient& engine, FileClient& files,
                             QObject* parent)
    : QObject(parent), document_(document), engine_(engine), files_(files) {
  connect(&files_, &FileClient::loaded, this,
          [this](JobNumber number, const std::vector<LoadOutcome>& outcomes) {
            if (number != reading_ || !isRunning()) return;
            reading_ = 0;
            if (const auto* picture = std::get_if<PictureHandle>(&outcomes.front().outcome)) {
              reference_ = *picture;
              look();
            } else {
              take({.problem = std::get<Failure>(outcomes.front().outcome).message});
            }
          });
  connect(&engine_, &EngineClient::preflightFound, this,
          [this](JobNumber number, const PreflightHandle& found) {
            if (number != looking_ || !isRunning()) return;
            looking_ = 0;
            take({.fit = found->fit, .meanConfidence = found->meanConfidence});
          });
  connect(&engine_, &EngineClient::preflightEnded, this,
          [this](JobNumber number, const Failure& failure) {
            if (number != looking_ || !isRunning()) return;
            looking_ = 0;
            if (failure.kind == Kind::Cancelled) return look(); // when the run is over
            take({.problem = failure.message});
          });
  connect(&document_, &Document::jobChanged, this, &FolderRanking::look);
  connect(&document_, &Document::stateChanged, this, [this] {
    if (isRunning() && document_.state().input != input_) stop();
  });
}

std::size_t FolderRanking::start(const std::filesystem::path& folder) {
  stop();
  items_.clear();
  waiting_.clear();
  try {
    waiting_ = media::picturesIn(folder);
  } catch (const Error&) {
    return 0; // as an empty one
  }
  std::ranges::reverse(waiting_); // the next one is at the end
  leftOut_ = waiting_.size() - std::min(waiting_.size(), kMostRanked);
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(leftOut_));
  total_ = waiting_.size();
  if (total_ == 0 || !document_.state().input) return 0;
  input_ = document_.state().input;
  Q_EMIT changed();
  next();
  return total_;
}

void FolderRanking::stop() {
  if (!isRunning()) return;
  if (looking_ != 0) engine_.stopPreflight();
  reading_ = 0;
  looking_ = 0;
  reference_ = nullptr;
  input_ = nullptr;
  Q_EMIT changed();
}

void FolderRanking::next() {
  if (waiting_.empty()) return stop();
  reading_ = files_.load({waiting_.back()});
}

void FolderRanking::look() {
  if (!reference_ || looking_ != 0 || document_.job().phase != JobPhase::Idle) return;
  looking_ = engine_.preflight(lookAt(document_.state(), reference_, threads_, sure_));
}

void FolderRanking::take(Item item) {
  item.path = waiting_.back();
  waiting_.pop_back();
  reference_ = nullptr;
  const auto better = [](const Item& a, const Item& b) {
    if (a.fit.has_value() != b.fit.has_value()) return a.fit.has_value();
    return a.meanConfidence > b.meanConfidence;
  };
  items_.insert(std::upper_bound(items_.begin(), items_.end(), item, better), std::move(item));
  Q_EMIT changed();
  if (isRunning()) next();
}

} // namespace refscale::ui
