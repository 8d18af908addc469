#include "ui/worker/file_client.h"

#include <utility>

#include "ui/worker/file_worker.h"

namespace refscale::ui {

FileClient::FileClient(FileAccess access, QObject* parent)
    : QObject(parent), worker_(new FileWorker(std::move(access))) {
  thread_.setObjectName("files");
  worker_->moveToThread(&thread_);
  connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
  connect(worker_, &FileWorker::loaded, this, &FileClient::loaded);
  connect(worker_, &FileWorker::enlarged, this, &FileClient::enlarged);
  connect(worker_, &FileWorker::saved, this, &FileClient::saved);
  connect(worker_, &FileWorker::saveFailed, this, &FileClient::saveFailed);
  thread_.start();
}

FileClient::~FileClient() {
  worker_->stop();
  thread_.quit();
  thread_.wait();
}

JobNumber FileClient::load(std::vector<std::filesystem::path> paths) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, paths = std::move(paths)] { worker->load(number, paths); },
      Qt::QueuedConnection);
  return number;
}

JobNumber FileClient::adopt(QImage image, QString name) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, image = std::move(image), name = std::move(name)] {
        worker->adopt(number, image, name);
      },
      Qt::QueuedConnection);
  return number;
}

void FileClient::enlarge(PictureHandle picture) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, picture = std::move(picture)] { worker->enlarge(picture); },
      Qt::QueuedConnection);
}

JobNumber FileClient::save(SaveRequest request) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, request = std::move(request)] { worker->save(number, request); },
      Qt::QueuedConnection);
  return number;
}

} // namespace refscale::ui
