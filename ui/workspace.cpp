#include "ui/workspace.h"

#include <QApplication>
#include <QTimer>
#include <utility>

#include "ui/actions.h"
#include "ui/desktop/motion_wish.h"
#include "ui/folder_ranking.h"
#include "ui/languages.h"
#include "ui/main_window.h"
#include "ui/model_shelf.h"
#include "ui/models/document.h"
#include "ui/models/estimates.h"
#include "ui/models/mask_editor.h"
#include "ui/models/preferences.h"
#include "ui/models/presets.h"
#include "ui/models/recent_files.h"
#include "ui/recovery.h"
#include "ui/reference_editor.h"
#include "ui/reference_scout.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/views/picture_view.h"

namespace refscale::ui {

Workspace::Workspace(EngineClient::Factory engine, FileAccess files, QSettings& settings,
                     const std::filesystem::path& stateFolder)
    : settings_(settings),
      preferences_(std::make_unique<Preferences>(settings)),
      languages_(std::make_unique<Languages>()),
      theme_(std::make_unique<Theme>()),
      document_(std::make_unique<Document>()),
      presets_(std::make_unique<Presets>(settings, *document_)),
      engine_(std::make_unique<EngineClient>(std::move(engine))),
      files_(std::make_unique<FileClient>(std::move(files))),
      session_(std::make_unique<Session>(*document_, *engine_, *files_)),
      recovery_(std::make_unique<Recovery>(*document_, *session_, stateFolder)),
      scout_(std::make_unique<ReferenceScout>(*document_, *engine_)),
      ranking_(std::make_unique<FolderRanking>(*document_, *engine_, *files_)),
      editor_(std::make_unique<ReferenceEditor>(*document_, *files_)),
      mask_(std::make_unique<MaskEditor>(*document_)),
      shelf_(std::make_unique<ModelShelf>(*engine_, *files_)),
      estimates_(std::make_unique<Estimates>(settings, *document_)),
      recent_(std::make_unique<RecentFiles>(settings, *document_)),
      motion_(std::make_unique<MotionWish>()) {
  languages_->choose(preferences_->values().language);
  theme_->applyTo(*qApp);
  makeWindow();
  applyPreferences();
  connect(preferences_.get(), &Preferences::changed, this, &Workspace::applyPreferences);
  // One of the two looks at pictures at a time.
  connect(ranking_.get(), &FolderRanking::changed, this, [this] {
    scout_->setEnabled(preferences_->values().preflight && !ranking_->isRunning());
  });
}

Workspace::~Workspace() = default;

void Workspace::makeWindow() {
  actions_ = std::make_unique<Actions>(*document_, *theme_);
  window_ = std::make_unique<MainWindow>(
      MainWindow::Parts{*document_, *session_, *mask_, *shelf_, *preferences_, *actions_, *theme_,
                        *recent_, *ranking_, *editor_, *presets_, settings_});
  CompareCanvas& canvas = window_->pictureView().canvas();
  canvas.setReducedMotion(motion_->isReduced());
  connect(motion_.get(), &MotionWish::changed, &canvas, &CompareCanvas::setReducedMotion);
}

void Workspace::applyPreferences() {
  const PreferenceValues& now = preferences_->values();
  theme_->setChoice(now.theme);
  theme_->setSurround(now.surround);
  session_->setThreads(now.threads);
  scout_->setThreads(now.threads);
  scout_->setSure(now.sure);
  scout_->setEnabled(now.preflight && !ranking_->isRunning());
  ranking_->setThreads(now.threads);
  ranking_->setSure(now.sure);
  document_->setSure(now.sure);
  actions_->setKeys(now.letterKeys, now.shortcuts);
  // Not at once: it is a widget of the window to be replaced that asks for it.
  if (languages_->choose(now.language)) QTimer::singleShot(0, this, &Workspace::replaceWindow);
}

void Workspace::replaceWindow() {
  const MainWindow::Look look = window_->look();
  window_.reset();
  actions_.reset();
  makeWindow();
  const PreferenceValues& now = preferences_->values();
  actions_->setKeys(now.letterKeys, now.shortcuts);
  window_->setLook(look);
  Q_EMIT windowReplaced();
}

} // namespace refscale::ui
