// Reading, enlarging for display, and writing pictures, in a thread of its own, so that the window
// never waits for a disk or a decoder. Works while the engine does.
#pragma once

#include <QObject>
#include <QThread>
#include <functional>

#include "core/pipeline/file_job.h"
#include "ui/worker/messages.h"

namespace refscale::ui {

class FileWorker;

// How files are read and written; tests put their own here. Both throw Error.
struct FileAccess {
  std::function<pipeline::SourcePicture(const std::filesystem::path&)> read;
  std::function<QString(const std::filesystem::path&)> formatName; // "JPEG"
  std::function<QString(const std::vector<std::byte>&)> profileName;
  std::function<void(const SaveRequest&)> write;
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
  // The bicubic enlargement of a picture, for comparing; enlarged() follows.
  void enlarge(PictureHandle picture);
  // saved() or saveFailed() follows.
  JobNumber save(SaveRequest request);

 Q_SIGNALS:
  void loaded(refscale::ui::JobNumber number,
              const std::vector<refscale::ui::LoadOutcome>& outcomes);
  void enlarged(const refscale::ui::PictureHandle& picture,
                const refscale::ui::PyramidHandle& pyramid);
  void saved(refscale::ui::JobNumber number, const QString& path);
  void saveFailed(refscale::ui::JobNumber number, const refscale::ui::Failure& failure);

 private:
  QThread thread_;
  FileWorker* worker_; // lives in thread_, deleted when it ends
  JobNumber last_ = 0;
};

// Reading and writing as the product does it: core/pipeline's reader, core/media's writer.
[[nodiscard]] FileAccess productFileAccess();

} // namespace refscale::ui
