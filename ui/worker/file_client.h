// Reading, enlarging for display, and writing pictures, in a thread of its own, so that the window
// never waits for a disk or a decoder. Works while the engine does.
#pragma once

#include <QObject>
#include <QThread>
#include <functional>
#include <map>

#include "core/pipeline/file_job.h"
#include "core/pipeline/model_library.h"
#include "ui/models/mask.h"
#include "ui/worker/messages.h"

namespace refscale::ui {

class FileWorker;

// A picture to try the program with: small, its better reference, and what it should become.
struct SamplePictures {
  std::shared_ptr<const media::Picture> input, reference, truth;
};

// How files are read and written; tests put their own here. All throw Error.
struct FileAccess {
  std::function<pipeline::SourcePicture(const std::filesystem::path&)> read;
  std::function<QString(const std::filesystem::path&)> formatName; // "JPEG"
  std::function<QString(const std::vector<std::byte>&)> profileName;
  std::function<std::vector<std::string>(const SaveRequest&)> write; // what was lost, in words
  std::function<SamplePictures()> sample;
  std::function<std::vector<pipeline::ModelInfo>()> listModels;
  std::function<std::filesystem::path(const pipeline::ModelImport&)> importModel;
};

class FileClient : public QObject {
  Q_OBJECT
 public:
  explicit FileClient(FileAccess access, QObject* parent = nullptr);
  ~FileClient() override; // joins
  FileClient(const FileClient&) = delete;
  FileClient& operator=(const FileClient&) = delete;
  FileClient(FileClient&&) = delete;
  FileClient& operator=(FileClient&&) = delete;

  // loaded() follows with an outcome for each path, in their order.
  JobNumber load(std::vector<std::filesystem::path> paths);
  // The same for a picture from the clipboard.
  JobNumber adopt(QImage image, QString name);
  // The same picture with other edits; edited() follows.
  JobNumber edit(PictureHandle picture, PictureEdits edits);
  // The sample, as three outcomes: input, reference, true picture.
  JobNumber loadSample();
  // A true picture: cropped to a multiple of 4, it must have the size of the output.
  JobNumber loadTruth(std::filesystem::path path, int width, int height);
  // scored() follows; nothing, where the pictures cannot be compared.
  void score(ScoreRequest request);
  // warped() follows; failing that, nothing.
  void warp(WarpRequest request);
  // The bicubic enlargement of a picture, for comparing; enlarged() follows.
  void enlarge(PictureHandle picture);
  // Reads a job file and its pictures; jobOpened(), jobFailed(), or, when files are missing that
  // `found` has no place for and `ask` is set, jobMissing().
  using FoundFiles = std::map<std::filesystem::path, std::filesystem::path>;
  JobNumber openJob(std::filesystem::path path, FoundFiles found, bool ask);
  // Writes what `make` gives, in the thread; saved() or saveFailed() follows.
  JobNumber writeFile(std::filesystem::path path, std::function<QByteArray()> make);
  // modelsListed() follows; modelImported() or modelImportFailed().
  void listModels();
  void importModel(pipeline::ModelImport request);
  // maskLoaded() or maskFailed(), saved() or saveFailed() follows.
  JobNumber loadMask(std::filesystem::path path);
  JobNumber saveMask(MaskHandle mask, std::filesystem::path path);
  // saved() or saveFailed() follows.
  JobNumber save(SaveRequest request);

 Q_SIGNALS:
  void loaded(refscale::ui::JobNumber number,
              const std::vector<refscale::ui::LoadOutcome>& outcomes);
  void edited(refscale::ui::JobNumber number, const refscale::ui::LoadOutcome& outcome);
  void enlarged(const refscale::ui::PictureHandle& picture,
                const refscale::ui::PyramidHandle& pyramid);
  void scored(const refscale::ui::ScoreRequest& request, const refscale::ui::Score& score);
  void warped(const refscale::ui::WarpRequest& request, const refscale::ui::PyramidHandle& pyramid);
  void jobOpened(refscale::ui::JobNumber number, const refscale::ui::OpenedJob& job);
  void jobMissing(refscale::ui::JobNumber number, const std::filesystem::path& path,
                  const std::vector<std::filesystem::path>& missing);
  void jobFailed(refscale::ui::JobNumber number, const QString& name,
                 const refscale::ui::Failure& failure);
  void modelsListed(const std::vector<refscale::pipeline::ModelInfo>& models);
  void modelImported(const QString& name);
  void modelImportFailed(const refscale::ui::Failure& failure);
  void maskLoaded(refscale::ui::JobNumber number, const QImage& image);
  void maskFailed(refscale::ui::JobNumber number, const QString& name);
  // `losses` says what the file could not hold.
  void saved(refscale::ui::JobNumber number, const QString& path, const QStringList& losses);
  void saveFailed(refscale::ui::JobNumber number, const refscale::ui::Failure& failure);

 private:
  QThread thread_;
  FileWorker* worker_; // lives in thread_, deleted when it ends
  JobNumber last_ = 0;
};

// Reading and writing as the product does it: core/pipeline's reader, core/media's writer.
[[nodiscard]] FileAccess productFileAccess();

} // namespace refscale::ui
