// Connects the document with its workers: files become pictures in it, its state becomes requests,
// what the engine says becomes results or failures. The only one that knows both sides.
#pragma once

#include <QObject>
#include <map>
#include <optional>
#include <set>

#include "ui/models/document.h"
#include "ui/models/drop_rules.h"
#include "ui/worker/engine_client.h"
#include "ui/worker/file_client.h"

namespace refscale::ui {

class Session : public QObject {
  Q_OBJECT
 public:
  Session(Document& document, EngineClient& engine, FileClient& files, QObject* parent = nullptr);

  void open(const std::vector<std::filesystem::path>& paths, DropTarget target);
  void openSample(); // made by the program at once
  enum class JobOrigin { File, Recovery };
  // `found`: where missing files are now; given, nothing more is asked.
  void openJob(const std::filesystem::path& path, JobOrigin origin = JobOrigin::File,
               const std::optional<FileClient::FoundFiles>& found = std::nullopt);
  // A picture and its references, as they were open before.
  void openAgain(const std::vector<std::filesystem::path>& paths);
  void saveJob(const std::filesystem::path& path);
  void keepJob(const std::filesystem::path& path); // the same, without a word
  // From the clipboard or a browser, kept in memory as if it were a file that was read: a temporary
  // one would be gone when a job or the recent list looks for it. Null: only its link came.
  void adopt(const QImage& image, DropTarget target);

  void setThreads(int threads) { threads_ = threads; } // of the processor; 0: all
  void run();
  void runOnCpu();
  // As far as it helps: references are matched with half the pixels.
  void runWithSmallerReferences();
  void runInFp32();
  void sayWhyNoGpu();
  void runWithoutReference();        // turns all of them off
  void useBetterReference();         // the best of the unused, alone
  void runReferenceOff();            // of the present result, to compare with
  void runShuffledControl();         // the same, with a wrong reference
  void warpReference(int reference); // of those that the present result was made with
  // Restores the shown result again, keeping what the aggregation did; later runs keep it at once.
  void makeMaps();
  // The run rests where it is; its memory stays taken.
  void pause();
  void resume(); // also after a cancelled run: what is kept of it is not made again
  void cancel();
  void save(SaveRequest request);
  void loadMask(const QString& path);
  void saveMask(const QString& path);

  // Where a model of that name is; the engine says so when there is none.
  [[nodiscard]] static std::filesystem::path modelPath(const QString& name);
  // Names of the models in the user's and the shipped folder.
  [[nodiscard]] static QStringList modelNames();

 Q_SIGNALS:
  void saved(const QString& path);
  void folderOpened(const std::filesystem::path& folder); // its pictures are to be ranked
  void filesMissing(const std::filesystem::path& job,
                    const std::vector<std::filesystem::path>& missing,
                    refscale::ui::Session::JobOrigin origin);
  void recovered(); // a job of that origin is open

 private:
  void connectFiles();
  void take(JobNumber number, const std::vector<LoadOutcome>& outcomes);
  void place(const std::vector<PictureHandle>& pictures, DropTarget target);
  void apply(const DropPlan& plan, DropTarget target, const std::vector<PictureHandle>& pictures);
  void finish(const JobResult& result);
  void end(std::optional<Failure> failure);
  void tellFrugal();
  void takeJob(JobNumber number, const OpenedJob& job);
  void endLoading(JobNumber number);
  void wantBicubic();
  void wantScores();
  [[nodiscard]] EngineRequest requestFor(const DocumentState& state) const;
  void start(JobPurpose purpose, const DocumentState& made, EngineRequest request);

  Document& document_;
  EngineClient& engine_;
  FileClient& files_;
  std::map<JobNumber, std::pair<DropTarget, int>> loading_; // target, number of files
  int threads_ = 0;
  PictureHandle enlarging_;
  std::set<JobNumber> samples_;
  std::map<JobNumber, PictureHandle> masks_;      // being read, for which input
  std::map<JobNumber, JobOrigin> jobs_;           // being opened
  std::map<JobNumber, DocumentState> savingJobs_; // being written
  std::set<JobNumber> quiet_;                     // being written without a word
  std::map<JobNumber, ResultHandle> exporting_;
  std::vector<ScoreRequest> scoring_; // asked for, not answered
  std::vector<WarpRequest> warping_;
  bool wantMaps_ = false; // they cost time and memory: only once somebody looked at them
};

} // namespace refscale::ui
