// What is open: the picture, its references, the settings, and what came of them. Views observe it;
// every change by a person goes through change() and can be undone. Knows neither threads nor
// widgets.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/models/mask.h"
#include "ui/models/settings.h"
#include "ui/worker/messages.h"

namespace refscale::ui {

inline constexpr std::size_t kMostReferences = 8;
inline constexpr std::size_t kMostSnapshots = 10;

struct ReferenceItem {
  int id = 0; // stays with it through reordering and undo
  PictureHandle picture;
  bool used = true;

  friend bool operator==(const ReferenceItem&, const ReferenceItem&) = default;
};

// Everything that undo goes back over. Cheap to copy: pictures are shared.
struct DocumentState {
  PictureHandle input;
  std::vector<ReferenceItem> references;
  MaskHandle mask;     // where nothing is borrowed; null: nothing is painted
  PictureHandle truth; // what the result should be, to measure against; may be null
  Settings settings;

  [[nodiscard]] std::vector<ReferenceItem> usedReferences() const;
  friend bool operator==(const DocumentState&, const DocumentState&) = default;
};

// How much has to be computed again to get from one state to the other.
enum class Rerun { Nothing, Restoring, Matching };
struct StateDifference {
  Rerun rerun = Rerun::Nothing;
  QString sentence; // "Strength changed from 100 % to 80 %"
};
[[nodiscard]] StateDifference differenceBetween(const DocumentState& made,
                                                const DocumentState& now);

struct ResultItem {
  ResultHandle result;
  PyramidHandle pyramid;
  DocumentState made; // what it was computed from
  double seconds = 0;
  double expectedBytes = 0; // as the run was estimated; 0: it was not
  bool exported = false;
  JobResult off;                              // the same without borrowing, once it was asked for
  JobResult shuffled;                         // the same with a wrong reference, likewise
  std::vector<WarpedReference> warped;        // likewise; for comparing
  std::map<std::string, double> stageSeconds; // as in the report of the run that made the picture
};

// A result that is kept beside the present one, under a name.
struct Snapshot {
  int id = 0;
  QString name;
  ResultItem item;
};

enum class JobPhase { Idle, Running, Pausing, Paused, Cancelling };
// Maps: the same result again, with its maps; ReferenceOff, Shuffled: to compare with.
enum class JobPurpose { Result, Maps, ReferenceOff, Shuffled };

struct JobState {
  JobPhase phase = JobPhase::Idle;
  JobPurpose purpose = JobPurpose::Result;
  JobNumber number = 0;
  DocumentState made;
  Progress progress;
  double expectedBytes = 0;
  bool frugal = false;   // memory ran out once: it works in smaller pieces
  ResultHandle matches;  // null until they are there
  QElapsedTimer elapsed; // since its start
  double rested = 0;     // seconds of the pauses that are over
  QElapsedTimer pause;   // of the present one

  // Under way and to be brought to its end, resting or not.
  [[nodiscard]] bool goesOn() const {
    return phase == JobPhase::Running || phase == JobPhase::Pausing || phase == JobPhase::Paused;
  }
  [[nodiscard]] double secondsRested() const {
    const bool rests = phase == JobPhase::Paused;
    return rested + (rests ? static_cast<double>(pause.elapsed()) / 1000 : 0);
  }
  [[nodiscard]] double secondsWorked() const {
    return static_cast<double>(elapsed.elapsed()) / 1000 - secondsRested();
  }
};

// A reference that was looked at before a run, and what was found; null when it could not be.
struct PreflightItem {
  PictureHandle input, reference;
  QString model;
  PreflightHandle found;
};

// What a run of the present state will take; 0: nothing is known.
struct Estimate {
  double seconds = 0;
  double bytes = 0;

  friend bool operator==(const Estimate&, const Estimate&) = default;
};

// One line under the view bar, with at most one thing to do about it.
struct Notice {
  enum class Remedy { None, Swap };
  QString text;
  Remedy remedy = Remedy::None;
  bool passing = false; // told, not asked: gone when another comes
  // Another thing to do, with its name; and what follows when the notice is only dismissed.
  QString remedyText;
  std::function<void()> act;
  std::function<void()> dismissed;
};

class Document : public QObject {
  Q_OBJECT
 public:
  explicit Document(QObject* parent = nullptr);

  [[nodiscard]] const DocumentState& state() const { return state_; }
  [[nodiscard]] QUndoStack& undoStack() { return undo_; }
  [[nodiscard]] bool isEmpty() const { return !state_.input && state_.references.empty(); }

  // One step of undo. Steps with the same positive `mergeKey` in a row become one (a slider).
  void change(const QString& text, DocumentState next, int mergeKey = 0);
  void setInput(PictureHandle picture);
  void addReferences(const std::vector<PictureHandle>& pictures);
  void replaceAll(PictureHandle input, const std::vector<PictureHandle>& references,
                  PictureHandle truth = nullptr);
  void setTruth(PictureHandle truth); // null: none
  void setMask(const QString& text, MaskHandle mask);
  void removeReference(int id);
  // The same reference with other pixels: another file, turned or cropped.
  void replaceReference(int id, const QString& text, const PictureHandle& picture);
  void moveReference(int id, int place);                      // 0: first; the order breaks ties
  [[nodiscard]] const ReferenceItem* reference(int id) const; // null: there is none
  void setReferenceUsed(int id, bool used);
  void swapInputWithFirstReference();
  // Ends what setSettings() may merge with: a slider was let go.
  void endMerge() { ++mergeEpoch_; }
  void setSettings(const QString& text, Settings settings, int mergeKey = 0);
  void startWith(const Settings& settings); // before anything is open: no step of undo
  void closeAll();                          // undoable as well
  void openJob(DocumentState state, const std::filesystem::path& job); // ids are given here

  // The job file that this document is; empty: none yet. Saved: what was last written there or
  // opened from there.
  // Empty also where another picture was opened since: it is not to be saved over the job before.
  [[nodiscard]] std::filesystem::path jobPath() const {
    return state_.input == jobOf_ ? jobPath_ : std::filesystem::path();
  }
  void markSaved(const std::filesystem::path& job, const DocumentState& saved);
  [[nodiscard]] bool isSaved() const { return state_ == saved_; }
  void markExported(const ResultHandle& result);
  // What a person would lose by leaving now: a painted area that is in no job file, seconds of
  // computing whose result was not exported.
  [[nodiscard]] bool hasUnsavedPaint() const;
  [[nodiscard]] double unsavedSeconds() const;

  // Of the present input, or nothing.
  [[nodiscard]] const ResultItem* result() const;
  [[nodiscard]] const ResultItem* previousResult() const;
  void addResult(ResultItem result);
  void replaceResult(ResultItem result); // of the same state: the same picture, known better
  [[nodiscard]] StateDifference changeSinceResult() const;
  void setReferenceOff(const DocumentState& made, const JobResult& off);
  void setShuffled(const DocumentState& made, const JobResult& shuffled);
  // The result's, by its place among the used references, at the present limit of what is sure;
  // null until it is made.
  [[nodiscard]] PyramidHandle warpedReference(int reference) const;
  void addWarped(const WarpRequest& request, const PyramidHandle& pyramid);

  // Kept results of the present input, oldest first.
  [[nodiscard]] std::vector<const Snapshot*> snapshots() const;
  void keepSnapshot(); // of the result
  void renameSnapshot(int id, const QString& name);
  void removeSnapshot(int id);
  void restoreSnapshotSettings(int id); // undoable

  // Against the true picture; of the input (bicubic) or a result. Nothing until it is measured.
  [[nodiscard]] std::optional<Score> scoreOf(const std::shared_ptr<const void>& what) const;
  void addScore(const ScoreRequest& request, const Score& score);

  // The correspondences to look at: of the running job once they are there, else of the result.
  [[nodiscard]] ResultHandle matches() const;
  [[nodiscard]] const DocumentState& matchesMadeFrom() const;

  // What is finished of the running job's picture, or was when it was stopped: to be shown while
  // the present input has no result.
  [[nodiscard]] const std::vector<ResultRows>& finishedRows() const;
  void addFinishedRows(ResultRows rows); // of the running job

  [[nodiscard]] PyramidHandle bicubic() const; // null until it is made
  void setBicubic(const PictureHandle& picture, PyramidHandle pyramid);

  [[nodiscard]] const JobState& job() const { return job_; }
  void setJob(JobState job);
  // The run that was cancelled last, while nothing has changed since that a run depends on; else
  // null. Its matches are kept.
  [[nodiscard]] const JobState* cancelled() const;
  void markCancelled();    // the running job
  void dropFinishedRows(); // of a run whose picture turned out broken
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
  void setFailure(std::optional<Failure> failure);
  [[nodiscard]] const std::optional<EngineInfo>& engine() const { return engine_; }
  void setEngine(EngineInfo info);
  [[nodiscard]] int loadingCount() const { return loading_; } // files being read
  void setLoadingCount(int count);

  // What is known of a reference for the present input and model. Null: not looked at (yet).
  [[nodiscard]] PreflightHandle preflightOf(const PictureHandle& reference) const;
  [[nodiscard]] bool wasLookedAt(const PictureHandle& reference) const;
  void addPreflight(PreflightItem item);
  void forgetPreflights(); // after a change of what counts as sure
  [[nodiscard]] const PictureHandle& lookingAt() const { return lookingAt_; }
  void setLookingAt(PictureHandle reference);
  // Whose reach is to be seen, whatever else would be shown: its id; 0: nobody asked.
  [[nodiscard]] int reachOf() const { return reachOf_; }
  void setReachOf(int id);
  // Borrows from this one alone: one undoable step.
  void useOnly(int id);
  void useNone();

  [[nodiscard]] const std::vector<Notice>& notices() const { return notices_; }
  // The confidence from which a match counts as sure, and the shares that follow from it.
  [[nodiscard]] double sure() const { return sure_; }
  void setSure(double sure);
  [[nodiscard]] double borrowedShare(const ResultItem& item) const;

  [[nodiscard]] const Estimate& estimate() const { return estimate_; }
  void setEstimate(const Estimate& estimate);

  void addNotice(Notice notice);
  void dismissNotice(); // the one shown: the oldest
  void actOnNotice();   // does what it offers, and dismisses it
  void clearNotices();

 Q_SIGNALS:
  void stateChanged();
  void resultChanged(); // results, matches, bicubic
  void jobChanged();    // job, failure, loading
  void runStarted();
  void finishedRowsChanged();
  void scoresChanged();
  void engineChanged();
  void estimateChanged();
  void noticesChanged();
  void preflightChanged(); // what was found, and what is being looked at

 private:
  friend class ChangeCommand;
  void apply(const DocumentState& state);
  [[nodiscard]] std::vector<const ResultItem*> resultsOfInput() const;

  DocumentState state_;
  DocumentState saved_;
  std::filesystem::path jobPath_;
  PictureHandle jobOf_; // the input that jobPath_ was opened or saved with
  QUndoStack undo_;
  int mergeEpoch_ = 0;              // changes of different ones never become one step
  std::vector<ResultItem> results_; // oldest first, of any input, at most kKeptResults
  std::vector<std::pair<PictureHandle, PyramidHandle>> bicubics_;
  JobState job_;
  JobState stopped_; // the last job that ended without a result: its matches can still be seen
  std::optional<JobState> cancelled_;
  int reachOf_ = 0;
  PictureHandle rowsOf_; // the input that finishedRows_ belong to
  std::vector<ResultRows> finishedRows_;
  std::optional<Failure> failure_;
  std::optional<EngineInfo> engine_;
  std::vector<Snapshot> snapshots_;
  struct ScoreItem {
    PictureHandle truth;
    std::shared_ptr<const void> what;
    Score score;
  };
  std::vector<ScoreItem> scores_;
  std::vector<PreflightItem> preflights_;
  PictureHandle lookingAt_;
  std::vector<Notice> notices_;
  Estimate estimate_;
  double sure_ = kSureConfidence;
  int loading_ = 0;
  int lastReferenceId_ = 0;
  int lastSnapshotId_ = 0;
};

} // namespace refscale::ui
