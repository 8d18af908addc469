#include "ui/model_shelf.h"

#include <QFile>

#include "ui/models/run_status.h"

namespace refscale::ui {

ModelShelf::ModelShelf(EngineClient& engine, FileClient& files, QObject* parent)
    : QObject(parent), engine_(engine), files_(files) {
  connect(&files_, &FileClient::modelsListed, this, [this](const auto& models) {
    models_ = models;
    Q_EMIT changed();
  });
  connect(&files_, &FileClient::modelImported, this, [this](const QString& name) {
    refresh();
    Q_EMIT imported(name);
  });
  connect(&files_, &FileClient::modelImportFailed, this, &ModelShelf::importFailed);
  connect(&engine_, &EngineClient::modelTried, this, [this](const auto& model, double seconds) {
    trials_[model] = tr("Works: a test picture took %1").arg(durationText(seconds));
    Q_EMIT changed();
  });
  connect(&engine_, &EngineClient::modelTryFailed, this,
          [this](const auto& model, const Failure& failure) {
            trials_[model] = tr("Does not work: %1").arg(failure.message);
            Q_EMIT changed();
          });
}

QStringList ModelShelf::usableNames() const {
  QStringList names;
  for (const auto& model : models_) {
    if (model.problem.empty()) names += QString::fromStdString(model.name);
  }
  return names;
}

QString ModelShelf::trialOf(const std::filesystem::path& model) const {
  const auto found = trials_.find(model);
  return found == trials_.end() ? QString() : found->second;
}

void ModelShelf::refresh() {
  files_.listModels();
}

void ModelShelf::importModel(const pipeline::ModelImport& request) {
  files_.importModel(request);
}

void ModelShelf::tryOut(const std::filesystem::path& model) {
  trials_[model] = tr("Trying it out…");
  Q_EMIT changed();
  engine_.tryModel(model);
}

void ModelShelf::remove(const std::filesystem::path& model) {
  QFile::moveToTrash(QString::fromStdString(model.string()));
  refresh();
}

} // namespace refscale::ui
