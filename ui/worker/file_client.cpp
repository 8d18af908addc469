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
  connect(worker_, &FileWorker::edited, this, &FileClient::edited);
  connect(worker_, &FileWorker::enlarged, this, &FileClient::enlarged);
  connect(worker_, &FileWorker::scored, this, &FileClient::scored);
  connect(worker_, &FileWorker::warped, this, &FileClient::warped);
  connect(worker_, &FileWorker::modelsListed, this, &FileClient::modelsListed);
  connect(worker_, &FileWorker::modelImported, this, &FileClient::modelImported);
  connect(worker_, &FileWorker::modelImportFailed, this, &FileClient::modelImportFailed);
  connect(worker_, &FileWorker::jobOpened, this, &FileClient::jobOpened);
  connect(worker_, &FileWorker::jobMissing, this, &FileClient::jobMissing);
  connect(worker_, &FileWorker::jobFailed, this, &FileClient::jobFailed);
  connect(worker_, &FileWorker::maskLoaded, this, &FileClient::maskLoaded);
  connect(worker_, &FileWorker::maskFailed, this, &FileClient::maskFailed);
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

JobNumber FileClient::edit(PictureHandle picture, PictureEdits edits) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, picture = std::move(picture), edits] {
        worker->edit(number, picture, edits);
      },
      Qt::QueuedConnection);
  return number;
}

JobNumber FileClient::loadSample() {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, number] { worker->loadSample(number); }, Qt::QueuedConnection);
  return number;
}

JobNumber FileClient::loadTruth(std::filesystem::path path, int width, int height) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, path = std::move(path), width, height] {
        worker->loadTruth(number, path, width, height);
      },
      Qt::QueuedConnection);
  return number;
}

void FileClient::score(ScoreRequest request) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, request = std::move(request)] { worker->score(request); },
      Qt::QueuedConnection);
}

void FileClient::warp(WarpRequest request) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, request = std::move(request)] { worker->warp(request); },
      Qt::QueuedConnection);
}

void FileClient::enlarge(PictureHandle picture) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, picture = std::move(picture)] { worker->enlarge(picture); },
      Qt::QueuedConnection);
}

JobNumber FileClient::openJob(std::filesystem::path path, FoundFiles found, bool ask) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, path = std::move(path), found = std::move(found), ask] {
        worker->openJob(number, path, found, ask);
      },
      Qt::QueuedConnection);
  return number;
}

JobNumber FileClient::writeFile(std::filesystem::path path, std::function<QByteArray()> make) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, path = std::move(path), make = std::move(make)] {
        worker->writeFile(number, path, make);
      },
      Qt::QueuedConnection);
  return number;
}

void FileClient::listModels() {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_] { worker->listModels(); }, Qt::QueuedConnection);
}

void FileClient::importModel(pipeline::ModelImport request) {
  QMetaObject::invokeMethod(
      worker_, [worker = worker_, request = std::move(request)] { worker->importModel(request); },
      Qt::QueuedConnection);
}

JobNumber FileClient::loadMask(std::filesystem::path path) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, path = std::move(path)] { worker->loadMask(number, path); },
      Qt::QueuedConnection);
  return number;
}

JobNumber FileClient::saveMask(MaskHandle mask, std::filesystem::path path) {
  const JobNumber number = ++last_;
  QMetaObject::invokeMethod(
      worker_,
      [worker = worker_, number, mask = std::move(mask), path = std::move(path)] {
        worker->saveMask(number, mask, path);
      },
      Qt::QueuedConnection);
  return number;
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
