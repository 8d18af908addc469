#include "ui/workspace.h"

#include <QApplication>
#include <utility>

#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/models/document.h"
#include "ui/models/recent_files.h"
#include "ui/reference_scout.h"
#include "ui/session.h"
#include "ui/theme/theme.h"

namespace refscale::ui {

Workspace::Workspace(EngineClient::Factory engine, FileAccess files, QSettings& settings)
    : theme_(std::make_unique<Theme>()),
      document_(std::make_unique<Document>()),
      engine_(std::make_unique<EngineClient>(std::move(engine))),
      files_(std::make_unique<FileClient>(std::move(files))),
      session_(std::make_unique<Session>(*document_, *engine_, *files_)),
      scout_(std::make_unique<ReferenceScout>(*document_, *engine_)),
      actions_(std::make_unique<Actions>(*document_, *theme_)),
      recent_(std::make_unique<RecentFiles>(settings, *document_)) {
  theme_->applyTo(*qApp);
  window_ = std::make_unique<MainWindow>(
      MainWindow::Parts{*document_, *session_, *actions_, *theme_, *recent_, settings});
}

Workspace::~Workspace() = default;

} // namespace refscale::ui
