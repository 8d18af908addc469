// The half of FileClient that lives in its thread. Everything that throws ends here and becomes a
// Failure.
#pragma once

#include <QObject>
#include <atomic>

#include "ui/models/job_file.h"
#include "ui/worker/file_client.h"

namespace refscale::ui {

class FileWorker : public QObject {
  Q_OBJECT
 public:
  explicit FileWorker(FileAccess access) : access_(std::move(access)) {}

  void load(JobNumber number, const std::vector<std::filesystem::path>& paths);
  void adopt(JobNumber number, const QImage& image, const QString& name);
  void edit(JobNumber number, const PictureHandle& picture, const PictureEdits& edits);
  void loadSample(JobNumber number);
  void loadTruth(JobNumber number, const std::filesystem::path& path, int width, int height);
  void score(const ScoreRequest& request);
  void enlarge(const PictureHandle& picture);
  void warp(const WarpRequest& request);
  void listModels();
  void importModel(const pipeline::ModelImport& request);
  void openJob(JobNumber number, const std::filesystem::path& path,
               const FileClient::FoundFiles& found, bool ask);
  void writeFile(JobNumber number, const std::filesystem::path& path,
                 const std::function<QByteArray()>& make);
  void loadMask(JobNumber number, const std::filesystem::path& path);
  void saveMask(JobNumber number, const MaskHandle& mask, const std::filesystem::path& path);
  void save(JobNumber number, const SaveRequest& request);
  void stop() { stopped_ = true; } // from any thread: what is queued is not begun

 Q_SIGNALS:
  void loaded(refscale::ui::JobNumber number,
              const std::vector<refscale::ui::LoadOutcome>& outcomes);
  void edited(refscale::ui::JobNumber number, const refscale::ui::LoadOutcome& outcome);
  void enlarged(const refscale::ui::PictureHandle& picture,
                const refscale::ui::PyramidHandle& pyramid);
  void scored(const refscale::ui::ScoreRequest& request, const refscale::ui::Score& score);
  void warped(const refscale::ui::WarpRequest& request, const refscale::ui::PyramidHandle& pyramid);
  void modelsListed(const std::vector<refscale::pipeline::ModelInfo>& models);
  void modelImported(const QString& name);
  void modelImportFailed(const refscale::ui::Failure& failure);
  void jobOpened(refscale::ui::JobNumber number, const refscale::ui::OpenedJob& job);
  void jobMissing(refscale::ui::JobNumber number, const std::filesystem::path& path,
                  const std::vector<std::filesystem::path>& missing);
  void jobFailed(refscale::ui::JobNumber number, const QString& name,
                 const refscale::ui::Failure& failure);
  void maskLoaded(refscale::ui::JobNumber number, const QImage& image);
  void maskFailed(refscale::ui::JobNumber number, const QString& name);
  void saved(refscale::ui::JobNumber number, const QString& path, const QStringList& losses = {});
  void saveFailed(refscale::ui::JobNumber number, const refscale::ui::Failure& failure);

 private:
  [[nodiscard]] LoadOutcome loadOf(const JobPicture& picture) const;
  // Cropped to a multiple of 4; a failure where it has not the size of the output.
  [[nodiscard]] static LoadOutcome asTruth(LoadOutcome read, int width, int height);
  [[nodiscard]] LoadOutcome loadOne(const std::filesystem::path& path) const;

  FileAccess access_;
  std::atomic<bool> stopped_ = false;
};

} // namespace refscale::ui
