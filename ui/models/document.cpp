#include "ui/models/document.h"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

namespace refscale::ui {
namespace {

constexpr int kMergeKeys = 16;           // more than there are
constexpr std::size_t kKeptBicubics = 2; // the input's and the one before, for undo and swap

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

namespace {

QString tooMany(int left) {
  return Document::tr(
             "%n pictures were not added: %1 references are the most that one picture can "
             "have.",
             "", left)
      .arg(kMostReferences);
}

} // namespace

std::vector<ReferenceItem> DocumentState::usedReferences() const {
  std::vector<ReferenceItem> used;
  std::copy_if(references.begin(), references.end(), std::back_inserter(used),
               [](const ReferenceItem& r) { return r.used; });
  return used;
}

Document::Document(QObject* parent) : QObject(parent) {}

void Document::change(const QString& text, DocumentState next, int mergeKey) {
  if (next == state_) return;
  const int key = mergeKey > 0 ? mergeKey + kMergeKeys * mergeEpoch_ : mergeKey;
  undo_.push(new ChangeCommand(*this, text, std::move(next), key)); // the stack owns it
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
  const std::size_t room = kMostReferences - std::min(kMostReferences, next.references.size());
  if (pictures.size() > room) {
    const auto left = static_cast<int>(pictures.size() - room);
    addNotice({left == 1 ? tr("%1 was not added: %n references are the most that one picture can "
                              "have.",
                              "", static_cast<int>(kMostReferences))
                               .arg(pictures.back()->name)
                         : tooMany(left)});
  }
  for (const PictureHandle& picture : pictures) {
    if (next.references.size() >= kMostReferences) break;
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
  const std::size_t left = references.size() - next.references.size();
  change(text, std::move(next));
  if (left > 0) addNotice({tooMany(static_cast<int>(left))});
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

void Document::replaceReference(int id, const QString& text, const PictureHandle& picture) {
  DocumentState next = state_;
  for (ReferenceItem& r : next.references) {
    if (r.id == id) r.picture = picture;
  }
  change(text, std::move(next));
}

void Document::moveReference(int id, int place) {
  DocumentState next = state_;
  auto& all = next.references;
  const auto from =
      std::find_if(all.begin(), all.end(), [id](const auto& r) { return r.id == id; });
  if (from == all.end()) return;
  const ReferenceItem moved = *from;
  all.erase(from);
  all.insert(all.begin() + std::clamp(place, 0, static_cast<int>(all.size())), moved);
  change(tr("Order the references"), std::move(next));
}

const ReferenceItem* Document::reference(int id) const {
  const auto& all = state_.references;
  const auto at = std::find_if(all.begin(), all.end(), [id](const auto& r) { return r.id == id; });
  return at == all.end() ? nullptr : &*at;
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

void Document::startWith(const Settings& settings) {
  state_.settings = settings;
  saved_.settings = settings;
  Q_EMIT stateChanged();
}

void Document::closeAll() {
  DocumentState next;
  next.settings = state_.settings;
  jobPath_.clear();
  jobOf_ = nullptr;
  saved_ = next;
  clearNotices();
  change(tr("Close"), std::move(next));
}

void Document::openJob(DocumentState state, const std::filesystem::path& job) {
  for (ReferenceItem& r : state.references) r.id = ++lastReferenceId_;
  clearNotices();
  saved_ = state;
  jobPath_ = job;
  jobOf_ = state.input;
  change(tr("Open job"), std::move(state));
}

void Document::markSaved(const std::filesystem::path& job, const DocumentState& saved) {
  jobPath_ = job;
  jobOf_ = job.empty() ? nullptr : saved.input;
  saved_ = saved;
  Q_EMIT jobChanged();
}

bool Document::hasUnsavedPaint() const {
  return state_.mask && !sameMask(state_.mask, saved_.mask);
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

const std::vector<ResultRows>& Document::finishedRows() const {
  static const std::vector<ResultRows> kNone;
  return rowsOf_ == state_.input && result() == nullptr ? finishedRows_ : kNone;
}

void Document::addFinishedRows(ResultRows rows) {
  finishedRows_.push_back(std::move(rows));
  Q_EMIT finishedRowsChanged();
}

void Document::setJob(JobState job) {
  const bool starts = job.number != job_.number && job.phase == JobPhase::Running;
  const bool newMatches = job.matches != job_.matches || job.phase != job_.phase;
  if (starts) {
    finishedRows_.clear();
    rowsOf_ = job.made.input;
    Q_EMIT finishedRowsChanged();
  }
  if (starts) {
    stopped_ = {};
    cancelled_.reset();
    endMerge();
  }
  if (job.phase == JobPhase::Idle && job_.matches) stopped_ = job_;
  job_ = std::move(job);
  Q_EMIT jobChanged();
  if (starts) Q_EMIT runStarted();
  if (newMatches) Q_EMIT resultChanged();
}

const JobState* Document::cancelled() const {
  const bool same = cancelled_ && !failure_ &&
                    differenceBetween(cancelled_->made, state_).rerun == Rerun::Nothing;
  return same ? &*cancelled_ : nullptr;
}

void Document::markCancelled() {
  cancelled_ = job_;
}

void Document::dropFinishedRows() {
  finishedRows_.clear();
  Q_EMIT finishedRowsChanged();
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

void Document::setEstimate(const Estimate& estimate) {
  if (estimate == estimate_) return;
  estimate_ = estimate;
  Q_EMIT estimateChanged();
}

void Document::addNotice(Notice notice) {
  std::erase_if(notices_, [](const Notice& n) { return n.passing; });
  notices_.insert(notices_.begin(), std::move(notice));
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
  std::erase_if(notices_, [](const Notice& n) { return !n.dismissed; });
  Q_EMIT noticesChanged();
}

} // namespace refscale::ui
