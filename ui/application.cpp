#include "ui/application.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>
#include <iostream>

#include "core/base/paths.h"
#include "ui/main_window.h"
#include "ui/recovery.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/workspace.h"

namespace refscale::ui {

namespace {

// Qt ends the program when it finds no display: better said before, and in words.
bool hasDisplay() {
  return !qEnvironmentVariableIsEmpty("DISPLAY") ||
         !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

} // namespace

int runWindow(int& argc, char** argv, const std::string& version) {
  if (!hasDisplay()) {
    std::cerr << "refscale: There is no display to open a window on; use a command instead, see "
                 "refscale --help.\n";
    return 1;
  }
  QApplication application(argc, argv);
  QApplication::setOrganizationName("refscale");
  QApplication::setApplicationName("RefScale");
  QApplication::setApplicationVersion(QString::fromStdString(version));
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
