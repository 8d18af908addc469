// The half of FileClient that lives in its thread. Everything that throws ends here and becomes a
// Failure.
#pragma once

#include <QObject>
#include <atomic>

#include "ui/worker/file_client.h"

namespace refscale::ui {

class FileWorker : public QObject {
  Q_OBJECT
 public:
  explicit FileWorker(FileAccess access) : access_(std::move(access)) {}

  void load(JobNumber number, const std::vector<std::filesystem::path>& paths);
  void adopt(JobNumber number, const QImage& image, const QString& name);
  void enlarge(const PictureHandle& picture);
  void save(JobNumber number, const SaveRequest& request);
  void stop() { stopped_ = true; } // from any thread: what is queued is not begun

 Q_SIGNALS:
  void loaded(refscale::ui::JobNumber number,
              const std::vector<refscale::ui::LoadOutcome>& outcomes);
  void enlarged(const refscale::ui::PictureHandle& picture,
                const refscale::ui::PyramidHandle& pyramid);
  void saved(refscale::ui::JobNumber number, const QString& path);
  void saveFailed(refscale::ui::JobNumber number, const refscale::ui::Failure& failure);

 private:
  [[nodiscard]] LoadOutcome loadOne(const std::filesystem::path& path) const;

  FileAccess access_;
  std::atomic<bool> stopped_ = false;
};

} // namespace refscale::ui
