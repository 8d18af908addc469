// A window over a scripted engine, as a person has it: found by object names, driven by mouse, key
// and drop events. For tests that include it after QTest; not a test itself.
#pragma once

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/models/document.h"
#include "ui/session.h"
#include "ui/views/picture_view.h"
#include "ui/workspace.h"

namespace refscale::test {

struct Desk {
  QTemporaryDir folder;
  QSettings settings{folder.filePath("settings.ini"), QSettings::IniFormat};
  std::shared_ptr<Script> script = std::make_shared<Script>();
  std::shared_ptr<Written> written = std::make_shared<Written>();
  std::unique_ptr<ui::Workspace> workspace;

  Desk() { open(); }
  void open() {
    workspace =
        std::make_unique<ui::Workspace>([script = script] { return makeScriptedEngine(script); },
                                        makeScriptedFiles(written), settings);
    workspace->window().show();
    activate();
  }

  // The offscreen platform forgets which window is active when widgets come and go.
  void activate() {
    workspace->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&workspace->window()));
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    activate();
    QTest::keyClick(&workspace->window(), key, modifiers);
  }

  template <typename T = QWidget>
  T& find(const char* name) {
    auto* found = workspace->window().findChild<T*>(QString::fromLatin1(name));
    if (found == nullptr) qFatal("no widget %s", name);
    return *found;
  }
  QString sentence() { return find<QLabel>("runSentence").text(); }
  QPushButton& primary() { return find<QPushButton>("runPrimary"); }
  ui::Document& document() { return workspace->document(); }
  ui::CompareCanvas& canvas() { return workspace->window().pictureView().canvas(); }
  QAction& action(ui::ActionId id) { return workspace->actions()[id]; }

  // Drags files over a widget and lets go there, as the windowing system would.
  void drop(QWidget& target, const QStringList& files) {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files) urls += QUrl::fromLocalFile(folder.filePath(file));
    data.setUrls(urls);
    drop(target, data, target.rect().center());
  }
  static void drop(QWidget& target, const QMimeData& data, QPoint at) {
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &move);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &drop);
  }
  void openPair() {
    drop(find("centralPage"), {"small-40x30.png", "better-160x120.png"});
    QVERIFY(QTest::qWaitFor([this] { return document().state().references.size() == 1; }));
    QVERIFY(QTest::qWaitFor([this] { return document().bicubic() != nullptr; }));
    document().clearNotices();
  }
  // A run that waits half way through its restoration until `script->holdRestore` is cleared.
  void runHeld() {
    script->holdRestore = true;
    QTest::mouseClick(&primary(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] { return document().job().matches != nullptr; }));
  }
  void runToEnd() {
    QTest::mouseClick(&primary(), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([this] {
      return document().result() != nullptr && document().job().phase == ui::JobPhase::Idle;
    }));
  }
};

} // namespace refscale::test
