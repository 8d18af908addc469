// What came of the document: results, snapshots, measures, and what was found of references.
#include <algorithm>
#include <utility>

#include "ui/models/document.h"

namespace refscale::ui {
namespace {

constexpr std::size_t kKeptResults = 3;
constexpr std::size_t kKeptScores = 24; // of the results that can still be chosen, and some
// Each reference with the present and a few earlier inputs and models.
constexpr std::size_t kKeptPreflights = 4 * kMostReferences;

} // namespace

std::vector<const ResultItem*> Document::resultsOfInput() const {
  std::vector<const ResultItem*> found;
  for (auto r = results_.rbegin(); r != results_.rend(); ++r) {
    if (state_.input && r->made.input == state_.input) found.push_back(&*r);
  }
  return found;
}

const ResultItem* Document::result() const {
  const auto found = resultsOfInput();
  return found.empty() ? nullptr : found.front();
}

const ResultItem* Document::previousResult() const {
  const auto found = resultsOfInput();
  return found.size() < 2 ? nullptr : found[1];
}

void Document::addResult(ResultItem result) {
  results_.push_back(std::move(result));
  if (results_.size() > kKeptResults) results_.erase(results_.begin());
  Q_EMIT resultChanged();
}

void Document::replaceResult(ResultItem result) {
  const auto same = std::find_if(results_.rbegin(), results_.rend(),
                                 [&](const ResultItem& r) { return r.made == result.made; });
  if (same == results_.rend()) return;
  result.seconds = same->seconds;
  result.stageSeconds = same->stageSeconds;
  result.exported = same->exported;
  result.off = same->off;
  result.shuffled = same->shuffled;
  result.warped = same->warped;
  *same = std::move(result);
  Q_EMIT resultChanged();
}

StateDifference Document::changeSinceResult() const {
  const ResultItem* last = result();
  return last != nullptr ? differenceBetween(last->made, state_)
                         : StateDifference{Rerun::Matching, {}};
}

void Document::setReferenceOff(const DocumentState& made, const JobResult& off) {
  for (ResultItem& item : results_) {
    if (item.made == made) item.off = off;
  }
  Q_EMIT resultChanged();
}

void Document::setShuffled(const DocumentState& made, const JobResult& shuffled) {
  for (ResultItem& item : results_) {
    if (item.made == made) item.shuffled = shuffled;
  }
  Q_EMIT resultChanged();
}

PyramidHandle Document::warpedReference(int reference) const {
  const ResultItem* item = result();
  if (item == nullptr) return nullptr;
  for (const WarpedReference& warped : item->warped) {
    if (warped.reference == reference && warped.sure == sure_) return warped.pyramid;
  }
  return nullptr;
}

void Document::addWarped(const WarpRequest& request, const PyramidHandle& pyramid) {
  for (ResultItem& item : results_) {
    if (item.result != request.result) continue;
    std::erase_if(item.warped,
                  [&](const WarpedReference& w) { return w.reference == request.index; });
    item.warped.push_back({request.index, request.sure, pyramid});
  }
  Q_EMIT resultChanged();
}

std::vector<const Snapshot*> Document::snapshots() const {
  std::vector<const Snapshot*> found;
  for (const Snapshot& s : snapshots_) {
    if (state_.input && s.item.made.input == state_.input) found.push_back(&s);
  }
  return found;
}

void Document::keepSnapshot() {
  const ResultItem* item = result();
  if (item == nullptr) return;
  if (snapshots().size() >= kMostSnapshots) {
    addNotice({tr("%n snapshots are the most that one picture can have; remove one first.", "",
                  static_cast<int>(kMostSnapshots))});
    return;
  }
  const int id = ++lastSnapshotId_;
  snapshots_.push_back({id, tr("Snapshot %1").arg(id), *item});
  Q_EMIT resultChanged();
}

void Document::renameSnapshot(int id, const QString& name) {
  for (Snapshot& s : snapshots_) {
    if (s.id != id || s.name == name || name.trimmed().isEmpty()) continue;
    s.name = name.trimmed();
    Q_EMIT resultChanged();
  }
}

void Document::removeSnapshot(int id) {
  std::erase_if(snapshots_, [id](const Snapshot& s) { return s.id == id; });
  Q_EMIT resultChanged();
}

void Document::restoreSnapshotSettings(int id) {
  for (const Snapshot& s : snapshots_) {
    if (s.id == id) setSettings(tr("Settings of %1").arg(s.name), s.item.made.settings);
  }
}

std::optional<Score> Document::scoreOf(const std::shared_ptr<const void>& what) const {
  for (const ScoreItem& item : scores_) {
    if (item.truth == state_.truth && item.what == what) return item.score;
  }
  return std::nullopt;
}

void Document::addScore(const ScoreRequest& request, const Score& score) {
  scores_.push_back({request.truth, request.what(), score});
  if (scores_.size() > kKeptScores) scores_.erase(scores_.begin());
  Q_EMIT scoresChanged();
}

ResultHandle Document::matches() const {
  if (job_.phase != JobPhase::Idle && job_.matches && job_.made.input == state_.input) {
    return job_.matches;
  }
  if (const ResultItem* last = result()) return last->result;
  return stopped_.made.input == state_.input ? stopped_.matches : nullptr;
}

const DocumentState& Document::matchesMadeFrom() const {
  if (job_.phase != JobPhase::Idle && job_.matches && job_.made.input == state_.input) {
    return job_.made;
  }
  if (const ResultItem* last = result()) return last->made;
  return stopped_.matches && stopped_.made.input == state_.input ? stopped_.made : state_;
}

void Document::setSure(double sure) {
  if (sure == sure_) return;
  sure_ = sure;
  Q_EMIT resultChanged();
}

namespace {

double shareFrom(const Field<float>& field, double least) {
  const auto count = std::count_if(field.values.begin(), field.values.end(),
                                   [least](float v) { return v >= static_cast<float>(least); });
  return static_cast<double>(count) /
         static_cast<double>(std::max<std::size_t>(1, field.values.size()));
}

} // namespace

double Document::borrowedShare(const ResultItem& item) const {
  const pipeline::UpscaleResult& result = *item.result;
  if (sure_ == kSureConfidence || result.usedReference < 0 || result.report.borrowed == 0) {
    return result.report.borrowed; // as the engine counted
  }
  // Painted and masked places are not borrowed whatever the confidence: the share of the counted
  // ones that stay is the same.
  const Field<float> surest = pipeline::surestLending(result);
  const double counted = shareFrom(surest, kSureConfidence);
  return counted > 0 ? result.report.borrowed * shareFrom(surest, sure_) / counted : 0;
}

PreflightHandle Document::preflightOf(const PictureHandle& reference) const {
  for (const PreflightItem& item : preflights_) {
    if (item.input == state_.input && item.reference == reference &&
        item.model == state_.settings.model) {
      return item.found;
    }
  }
  return nullptr;
}

bool Document::wasLookedAt(const PictureHandle& reference) const {
  return std::any_of(preflights_.begin(), preflights_.end(), [&](const PreflightItem& item) {
    return item.input == state_.input && item.reference == reference &&
           item.model == state_.settings.model;
  });
}

void Document::addPreflight(PreflightItem item) {
  preflights_.push_back(std::move(item));
  if (preflights_.size() > kKeptPreflights) preflights_.erase(preflights_.begin());
  Q_EMIT preflightChanged();
}

void Document::forgetPreflights() {
  preflights_.clear();
  Q_EMIT preflightChanged();
}

void Document::setReachOf(int id) {
  if (reachOf_ == id) return;
  reachOf_ = id;
  Q_EMIT preflightChanged();
}

void Document::setLookingAt(PictureHandle reference) {
  if (lookingAt_ == reference) return;
  lookingAt_ = std::move(reference);
  Q_EMIT preflightChanged();
}

void Document::markExported(const ResultHandle& result) {
  for (ResultItem& item : results_) {
    if (item.result == result) item.exported = true;
  }
}

double Document::unsavedSeconds() const {
  double most = 0;
  for (const ResultItem& item : results_) {
    if (!item.exported) most = std::max(most, item.seconds);
  }
  return most;
}

} // namespace refscale::ui
