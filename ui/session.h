// Connects the document with its workers: files become pictures in it, its state becomes requests,
// what the engine says becomes results or failures. The only one that knows both sides.
#pragma once

#include <QObject>
#include <map>

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
  void adopt(const QImage& image, DropTarget target); // from the clipboard

  void run();
  void runOnCpu();
  void runWithoutReference(); // turns all of them off
  void useBetterReference();  // the best of the unused, alone
  void cancel();
  void save(SaveRequest request);

  // Where a model of that name is; the engine says so when there is none.
  [[nodiscard]] static std::filesystem::path modelPath(const QString& name);
  // Names of the models in the user's and the shipped folder.
  [[nodiscard]] static QStringList modelNames();

 Q_SIGNALS:
  void saved(const QString& path);

 private:
  void take(JobNumber number, const std::vector<LoadOutcome>& outcomes);
  void apply(const DropPlan& plan, const std::vector<PictureHandle>& pictures);
  void finish(const JobResult& result);
  void end(std::optional<Failure> failure);
  void wantBicubic();

  Document& document_;
  EngineClient& engine_;
  FileClient& files_;
  std::map<JobNumber, std::pair<DropTarget, int>> loading_; // target, number of files
  PictureHandle enlarging_;
};

} // namespace refscale::ui
