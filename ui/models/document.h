// What is open: the picture, its references, the settings, and what came of them. Views observe it;
// every change by a person goes through change() and can be undone. Knows neither threads nor
// widgets.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QUndoStack>
#include <optional>
#include <vector>

#include "ui/worker/messages.h"

namespace refscale::ui {

inline constexpr int kScale = 4;
inline constexpr std::size_t kMostReferences = 8;

struct Settings {
  pipeline::UpscaleOptions options;
  QString model = "start"; // file name without extension, in one of modelDirs()
  QString device = "auto";
  pipeline::Precision precision = pipeline::Precision::Auto;

  friend bool operator==(const Settings&, const Settings&) = default;
};

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
};

enum class JobPhase { Idle, Running, Cancelling };

struct JobState {
  JobPhase phase = JobPhase::Idle;
  JobNumber number = 0;
  DocumentState made;
  Progress progress;
  ResultHandle matches; // null until they are there
  QElapsedTimer elapsed;
};

// A reference that was looked at before a run, and what was found; null when it could not be.
struct PreflightItem {
  PictureHandle input, reference;
  QString model;
  PreflightHandle found;
};

// One line under the view bar, with at most one thing to do about it.
struct Notice {
  enum class Remedy { None, Swap };
  QString text;
  Remedy remedy = Remedy::None;
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
  void replaceAll(PictureHandle input, const std::vector<PictureHandle>& references);
  void removeReference(int id);
  void setReferenceUsed(int id, bool used);
  void swapInputWithFirstReference();
  void setSettings(const QString& text, Settings settings, int mergeKey = 0);
  void closeAll(); // undoable as well

  // Of the present input, or nothing.
  [[nodiscard]] const ResultItem* result() const;
  [[nodiscard]] const ResultItem* previousResult() const;
  void addResult(ResultItem result);
  [[nodiscard]] StateDifference changeSinceResult() const;

  // The correspondences to look at: of the running job once they are there, else of the result.
  [[nodiscard]] ResultHandle matches() const;
  [[nodiscard]] const DocumentState& matchesMadeFrom() const;

  [[nodiscard]] PyramidHandle bicubic() const; // null until it is made
  void setBicubic(const PictureHandle& picture, PyramidHandle pyramid);

  [[nodiscard]] const JobState& job() const { return job_; }
  void setJob(JobState job);
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
  // Borrows from this one alone: one undoable step.
  void useOnly(int id);
  void useNone();

  [[nodiscard]] const std::vector<Notice>& notices() const { return notices_; }
  void addNotice(Notice notice);
  void dismissNotice(); // the one shown: the oldest
  void clearNotices();

 Q_SIGNALS:
  void stateChanged();
  void resultChanged(); // results, matches, bicubic
  void jobChanged();    // job, failure, loading
  void engineChanged();
  void noticesChanged();
  void preflightChanged(); // what was found, and what is being looked at

 private:
  friend class ChangeCommand;
  void apply(const DocumentState& state);
  [[nodiscard]] std::vector<const ResultItem*> resultsOfInput() const;

  DocumentState state_;
  QUndoStack undo_;
  std::vector<ResultItem> results_; // oldest first, of any input, at most kKeptResults
  std::vector<std::pair<PictureHandle, PyramidHandle>> bicubics_;
  JobState job_;
  std::optional<Failure> failure_;
  std::optional<EngineInfo> engine_;
  std::vector<PreflightItem> preflights_;
  PictureHandle lookingAt_;
  std::vector<Notice> notices_;
  int loading_ = 0;
  int lastReferenceId_ = 0;
};

} // namespace refscale::ui
