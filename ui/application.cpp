#include "ui/application.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include "core/base/paths.h"
#include "ui/main_window.h"
#include "ui/recovery.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/workspace.h"

namespace refscale::ui {

int runWindow(int& argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setOrganizationName("refscale");
  QApplication::setApplicationName("RefScale");
  QApplication::setDesktopFileName("refscale");
  QSettings settings;
  Workspace workspace(pipeline::loadEngine, productFileAccess(), settings, userDataDir());
  QApplication::setWindowIcon(workspace.theme().icon("refscale"));
  workspace.window().show();
  std::vector<std::filesystem::path> files;
  for (const QString& argument : QApplication::arguments().mid(1)) {
    files.emplace_back(argument.toStdString());
  }
  workspace.recovery().offer();
  workspace.session().open(files, DropTarget::Window);
  // LibTorch takes its time: only once the window is on the screen.
  QTimer::singleShot(0, &workspace.engine(), [&workspace] { workspace.engine().load(); });
  return QApplication::exec();
}

} // namespace refscale::ui
