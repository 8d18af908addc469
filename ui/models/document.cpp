#include "ui/models/document.h"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

namespace refscale::ui {
namespace {

constexpr std::size_t kKeptResults = 3;
constexpr std::size_t kKeptScores = 24;  // of the results that can still be chosen, and some
constexpr std::size_t kKeptBicubics = 2; // the input's and the one before, for undo and swap

// Each reference with the present and a few earlier inputs and models.
constexpr std::size_t kKeptPreflights = 4 * kMostReferences;

double shareFrom(const Correspondence& c, double sure) {
  const auto count =
      std::count_if(c.confidence.values.begin(), c.confidence.values.end(),
                    [least = static_cast<float>(sure)](float v) { return v >= least; });
  return static_cast<double>(count) /
         static_cast<double>(std::max<std::size_t>(1, c.confidence.values.size()));
}

} // namespace

class ChangeCommand : public QUndoCommand {
 public:
  ChangeCommand(Document& document, const QString& text, DocumentState next, int mergeKey)
      : QUndoCommand(text),
        document_(document),
        before_(document.state()),
        after_(std::move(next)),
        mergeKey_(mergeKey) {}

  void undo() override { document_.apply(before_); }
  void redo() override { document_.apply(after_); }
  [[nodiscard]] int id() const override { return mergeKey_ > 0 ? mergeKey_ : -1; }
  bool mergeWith(const QUndoCommand* other) override {
    after_ = static_cast<const ChangeCommand*>(other)->after_; // same id: same class
    setObsolete(after_ == before_);
    return true;
  }

 private:
  Document& document_;
  DocumentState before_, after_;
  int mergeKey_;
};

std::vector<ReferenceItem> DocumentState::usedReferences() const {
  std::vector<ReferenceItem> used;
  std::copy_if(references.begin(), references.end(), std::back_inserter(used),
               [](const ReferenceItem& r) { return r.used; });
  return used;
}

Document::Document(QObject* parent) : QObject(parent) {}

void Document::change(const QString& text, DocumentState next, int mergeKey) {
  if (next == state_) return;
  undo_.push(new ChangeCommand(*this, text, std::move(next), mergeKey)); // the stack owns it
}

void Document::apply(const DocumentState& state) {
  const bool newInput = state.input != state_.input || state.truth != state_.truth;
  state_ = state;
  failure_.reset();
  Q_EMIT stateChanged();
  if (newInput) Q_EMIT resultChanged();
}

void Document::setInput(PictureHandle picture) {
  DocumentState next = state_;
  const QString text = tr("Open %1").arg(picture->name);
  next.input = std::move(picture);
  next.truth = nullptr;
  next.mask = nullptr;
  change(text, std::move(next));
}

void Document::addReferences(const std::vector<PictureHandle>& pictures) {
  DocumentState next = state_;
  for (const PictureHandle& picture : pictures) {
    if (next.references.size() >= kMostReferences) {
      addNotice({tr("%1 was not added: %n references are the most that one picture can have.", "",
                    static_cast<int>(kMostReferences))
                     .arg(picture->name)});
      continue;
    }
    next.references.push_back({++lastReferenceId_, picture, true});
    if (next.input && !picture->path.empty() && picture->path == next.input->path) {
      addNotice({tr("The reference is the picture itself.")});
    }
  }
  change(tr("Add reference"), std::move(next));
}

void Document::replaceAll(PictureHandle input, const std::vector<PictureHandle>& references,
                          PictureHandle truth) {
  DocumentState next = state_;
  const QString text = tr("Open %1").arg(input->name);
  next.input = std::move(input);
  next.truth = std::move(truth);
  next.mask = nullptr;
  next.references.clear();
  for (const PictureHandle& picture : references) {
    if (next.references.size() == kMostReferences) break;
    next.references.push_back({++lastReferenceId_, picture, true});
  }
  change(text, std::move(next));
}

void Document::setTruth(PictureHandle truth) {
  DocumentState next = state_;
  const QString text = truth ? tr("Set the true picture") : tr("Remove the true picture");
  next.truth = std::move(truth);
  change(text, std::move(next));
}

void Document::setMask(const QString& text, MaskHandle mask) {
  if (sameMask(mask, state_.mask)) return;
  DocumentState next = state_;
  next.mask = std::move(mask);
  change(text, std::move(next));
}

void Document::removeReference(int id) {
  DocumentState next = state_;
  std::erase_if(next.references, [id](const ReferenceItem& r) { return r.id == id; });
  change(tr("Remove reference"), std::move(next));
}

void Document::setReferenceUsed(int id, bool used) {
  DocumentState next = state_;
  for (ReferenceItem& r : next.references) {
    if (r.id == id) r.used = used;
  }
  change(used ? tr("Use reference") : tr("Leave reference out"), std::move(next));
}

void Document::swapInputWithFirstReference() {
  if (!state_.input || state_.references.empty()) return;
  DocumentState next = state_;
  std::swap(next.input, next.references.front().picture);
  next.references.front().id = ++lastReferenceId_;
  next.truth = nullptr;
  next.mask = nullptr;
  change(tr("Swap picture and reference"), std::move(next));
}

void Document::setSettings(const QString& text, Settings settings, int mergeKey) {
  DocumentState next = state_;
  next.settings = std::move(settings);
  change(text, std::move(next), mergeKey);
}

void Document::closeAll() {
  DocumentState next;
  next.settings = state_.settings;
  jobPath_.clear();
  saved_ = next;
  clearNotices();
  change(tr("Close"), std::move(next));
}

void Document::openJob(DocumentState state, const std::filesystem::path& job) {
  for (ReferenceItem& r : state.references) r.id = ++lastReferenceId_;
  clearNotices();
  saved_ = state;
  jobPath_ = job;
  change(tr("Open job"), std::move(state));
}

void Document::markSaved(const std::filesystem::path& job, const DocumentState& saved) {
  jobPath_ = job;
  saved_ = saved;
  Q_EMIT jobChanged();
}

void Document::markExported(const ResultHandle& result) {
  for (ResultItem& item : results_) {
    if (item.result == result) item.exported = true;
  }
}

bool Document::hasUnsavedPaint() const {
  return state_.mask && !sameMask(state_.mask, saved_.mask);
}

double Document::unsavedSeconds() const {
  const ResultItem* last = result();
  return last != nullptr && !last->exported ? last->seconds : 0;
}

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

StateDifference Document::changeSinceResult() const {
  const ResultItem* last = result();
  return last != nullptr ? differenceBetween(last->made, state_)
                         : StateDifference{Rerun::Matching, {}};
}

void Document::setReferenceOff(const DocumentState& made, JobResult off) {
  for (ResultItem& item : results_) {
    if (item.made == made) item.off = off;
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
  if (job_.phase == JobPhase::Running && job_.matches && job_.made.input == state_.input) {
    return job_.matches;
  }
  const ResultItem* last = result();
  return last != nullptr ? last->result : nullptr;
}

const DocumentState& Document::matchesMadeFrom() const {
  if (job_.phase == JobPhase::Running && job_.matches && job_.made.input == state_.input) {
    return job_.made;
  }
  const ResultItem* last = result();
  return last != nullptr ? last->made : state_;
}

PyramidHandle Document::bicubic() const {
  for (const auto& [picture, pyramid] : bicubics_) {
    if (picture == state_.input) return pyramid;
  }
  return nullptr;
}

void Document::setBicubic(const PictureHandle& picture, PyramidHandle pyramid) {
  std::erase_if(bicubics_, [&](const auto& kept) { return kept.first == picture; });
  bicubics_.emplace_back(picture, std::move(pyramid));
  if (bicubics_.size() > kKeptBicubics) bicubics_.erase(bicubics_.begin());
  Q_EMIT resultChanged();
}

void Document::setJob(JobState job) {
  const bool newMatches = job.matches != job_.matches || job.phase != job_.phase;
  job_ = std::move(job);
  Q_EMIT jobChanged();
  if (newMatches) Q_EMIT resultChanged();
}

void Document::setFailure(std::optional<Failure> failure) {
  failure_ = std::move(failure);
  Q_EMIT jobChanged();
}

void Document::setEngine(EngineInfo info) {
  engine_ = std::move(info);
  Q_EMIT engineChanged();
}

void Document::setLoadingCount(int count) {
  loading_ = count;
  Q_EMIT jobChanged();
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

void Document::setLookingAt(PictureHandle reference) {
  if (lookingAt_ == reference) return;
  lookingAt_ = std::move(reference);
  Q_EMIT preflightChanged();
}

void Document::useOnly(int id) {
  DocumentState next = state_;
  for (ReferenceItem& r : next.references) r.used = r.id == id;
  change(tr("Use reference"), std::move(next));
}

void Document::useNone() {
  DocumentState next = state_;
  for (ReferenceItem& r : next.references) r.used = false;
  change(tr("Leave references out"), std::move(next));
}

void Document::setSure(double sure) {
  if (sure == sure_) return;
  sure_ = sure;
  Q_EMIT resultChanged();
}

double Document::borrowedShare(const ResultItem& item) const {
  const pipeline::UpscaleResult& result = *item.result;
  const int used = result.usedReference;
  if (sure_ == kSureConfidence || used < 0 || result.report.borrowed == 0) {
    return result.report.borrowed; // as the engine counted
  }
  // Painted and masked places are not borrowed whatever the confidence: the share of the counted
  // ones that stay is the same.
  const Correspondence& c = result.correspondences[static_cast<std::size_t>(used)];
  const double counted = sureShare(c);
  return counted > 0 ? result.report.borrowed * shareFrom(c, sure_) / counted : 0;
}

void Document::setEstimate(const Estimate& estimate) {
  if (estimate == estimate_) return;
  estimate_ = estimate;
  Q_EMIT estimateChanged();
}

void Document::addNotice(Notice notice) {
  notices_.push_back(std::move(notice));
  Q_EMIT noticesChanged();
}

void Document::dismissNotice() {
  if (notices_.empty()) return;
  const Notice gone = notices_.front();
  notices_.erase(notices_.begin());
  Q_EMIT noticesChanged();
  if (gone.dismissed) gone.dismissed();
}

void Document::actOnNotice() {
  if (notices_.empty()) return;
  const Notice gone = notices_.front();
  notices_.erase(notices_.begin());
  Q_EMIT noticesChanged();
  if (gone.remedy == Notice::Remedy::Swap) swapInputWithFirstReference();
  if (gone.act) gone.act();
}

void Document::clearNotices() {
  notices_.clear();
  Q_EMIT noticesChanged();
}

} // namespace refscale::ui
