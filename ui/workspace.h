// Everything behind one window, made in order and taken down in order: theme, document, the two
// workers, session, actions, the window. The product and the tests differ only in what they put in.
#pragma once

#include <memory>

#include "ui/worker/engine_client.h"
#include "ui/worker/file_client.h"

class QSettings;

namespace refscale::ui {

class Actions;
class Document;
class MainWindow;
class RecentFiles;
class ReferenceScout;
class Session;
class Theme;

class Workspace {
 public:
  Workspace(EngineClient::Factory engine, FileAccess files, QSettings& settings);
  ~Workspace(); // stops and joins both workers
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  Workspace(Workspace&&) = delete;
  Workspace& operator=(Workspace&&) = delete;

  [[nodiscard]] Theme& theme() { return *theme_; }
  [[nodiscard]] Document& document() { return *document_; }
  [[nodiscard]] EngineClient& engine() { return *engine_; }
  [[nodiscard]] Session& session() { return *session_; }
  [[nodiscard]] Actions& actions() { return *actions_; }
  [[nodiscard]] MainWindow& window() { return *window_; }

 private:
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<Document> document_;
  std::unique_ptr<EngineClient> engine_;
  std::unique_ptr<FileClient> files_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<ReferenceScout> scout_;
  std::unique_ptr<Actions> actions_;
  std::unique_ptr<RecentFiles> recent_;
  std::unique_ptr<MainWindow> window_;
};

} // namespace refscale::ui
