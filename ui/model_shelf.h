// The models as the window has them: the list, bringing in published ones, trying one out, putting
// one in the trash. All of it happens in the workers.
#pragma once

#include <QObject>
#include <QStringList>

#include "ui/worker/engine_client.h"
#include "ui/worker/file_client.h"

namespace refscale::ui {

class ModelShelf : public QObject {
  Q_OBJECT
 public:
  ModelShelf(EngineClient& engine, FileClient& files, QObject* parent = nullptr);

  [[nodiscard]] const std::vector<pipeline::ModelInfo>& models() const { return models_; }
  [[nodiscard]] QStringList usableNames() const;
  [[nodiscard]] QString trialOf(const std::filesystem::path& model) const; // in words; empty: none

  void refresh();
  void importModel(const pipeline::ModelImport& request);
  void tryOut(const std::filesystem::path& model);
  void remove(const std::filesystem::path& model);

 Q_SIGNALS:
  void changed();
  void imported(const QString& name);
  void importFailed(const refscale::ui::Failure& failure);

 private:
  EngineClient& engine_;
  FileClient& files_;
  std::vector<pipeline::ModelInfo> models_;
  std::map<std::filesystem::path, QString> trials_;
};

} // namespace refscale::ui
