// Everything behind one window, made in order and taken down in order: preferences, theme,
// document, the two workers, session, actions, the window. The product and the tests differ only in
// what they put in. The language is switched by making actions and window anew over the same
// document.
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>

#include "ui/worker/engine_client.h"
#include "ui/worker/file_client.h"

class QSettings;

namespace refscale::ui {

class Actions;
class Document;
class Estimates;
class FolderRanking;
class Languages;
class MainWindow;
class MaskEditor;
class ModelShelf;
class MotionWish;
class Preferences;
class Presets;
class RecentFiles;
class Recovery;
class ReferenceEditor;
class ReferenceScout;
class Session;
class Theme;

class Workspace : public QObject {
  Q_OBJECT
 public:
  // What is open is kept in `stateFolder` against a crash; empty: nowhere.
  Workspace(EngineClient::Factory engine, FileAccess files, QSettings& settings,
            const std::filesystem::path& stateFolder = {});
  ~Workspace() override; // stops and joins both workers
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  Workspace(Workspace&&) = delete;
  Workspace& operator=(Workspace&&) = delete;

  [[nodiscard]] Preferences& preferences() { return *preferences_; }
  [[nodiscard]] Theme& theme() { return *theme_; }
  [[nodiscard]] Document& document() { return *document_; }
  [[nodiscard]] EngineClient& engine() { return *engine_; }
  [[nodiscard]] Session& session() { return *session_; }
  [[nodiscard]] Recovery& recovery() { return *recovery_; }
  [[nodiscard]] MaskEditor& mask() { return *mask_; }
  // These two are others after a change of language.
  [[nodiscard]] Actions& actions() { return *actions_; }
  [[nodiscard]] MainWindow& window() { return *window_; }

 Q_SIGNALS:
  void windowReplaced();

 private:
  void makeWindow();
  void replaceWindow();
  void applyPreferences();

  QSettings& settings_;
  std::unique_ptr<Preferences> preferences_;
  std::unique_ptr<Languages> languages_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<Document> document_;
  std::unique_ptr<Presets> presets_;
  std::unique_ptr<EngineClient> engine_;
  std::unique_ptr<FileClient> files_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<Recovery> recovery_;
  std::unique_ptr<ReferenceScout> scout_;
  std::unique_ptr<FolderRanking> ranking_;
  std::unique_ptr<ReferenceEditor> editor_;
  std::unique_ptr<MaskEditor> mask_;
  std::unique_ptr<ModelShelf> shelf_;
  std::unique_ptr<Estimates> estimates_;
  std::unique_ptr<RecentFiles> recent_;
  std::unique_ptr<MotionWish> motion_;
  std::unique_ptr<Actions> actions_;
  std::unique_ptr<MainWindow> window_;
};

} // namespace refscale::ui
