#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/paths.h"
#include "core/media/resample.h"
#include "core/media/write.h"
#include "tests/support/support.h"
#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/models/document.h"
#include "ui/session.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;

// The window over the real engine, once through: files in, a file out.
class TstEndToEnd : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void twoFilesBecomeAnEnlargedFile() {
    if (!std::filesystem::exists(Session::modelPath("start"))) {
      QSKIP("the start model is not in the model folders");
    }
    if (!std::filesystem::exists(libraryDir() / "librefscale_engine.so")) {
      QSKIP("the engine was not built");
    }
    test::TemporaryFolder folder;
    const media::Picture scene = test::makeScene(128, 96);
    media::writePicture(scene, folder / "better.png", media::Format::Png);
    media::writePicture(media::resizeBicubicU8(scene, 32, 24), folder / "small.png",
                        media::Format::Png);
    QTemporaryDir scratch;
    QSettings settings(scratch.filePath("settings.ini"), QSettings::IniFormat);
    Workspace desk(pipeline::loadEngine, productFileAccess(), settings);
    desk.window().show();
    desk.engine().load();
    desk.session().open({folder / "better.png", folder / "small.png"}, DropTarget::Window);
    QTRY_VERIFY(desk.document().state().references.size() == 1);
    QCOMPARE(desk.document().state().input->name, QString("small.png"));
    desk.document().clearNotices();

    desk.actions()[ActionId::Upscale].trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.document().job().phase == JobPhase::Idle, 300'000);
    QVERIFY2(!desk.document().failure(),
             desk.document().failure() ? qPrintable(desk.document().failure()->message) : "");
    const ResultItem* result = desk.document().result();
    QVERIFY(result != nullptr);
    QCOMPARE(result->pyramid->size(), QSize(128, 96));
    QCOMPARE(result->result->correspondences.size(), std::size_t{1});

    SaveRequest save;
    save.result = result->result;
    save.path = folder / "out.png";
    QSignalSpy saved(&desk.session(), &Session::saved);
    desk.session().save(save);
    QVERIFY(saved.wait());
    const auto back = pipeline::readSource(save.path, {}).srgb;
    QCOMPARE(back->width(), 128);
    QVERIFY(std::equal(back->bytes().begin(), back->bytes().end(),
                       result->result->picture.bytes().begin()));
  }
};

QTEST_MAIN(TstEndToEnd)
#include "tst_end_to_end.moc"
