#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

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
  void initTestCase() {
    // It comes with the sources: without it nothing works by itself.
    QVERIFY(std::filesystem::exists(Session::modelPath(pipeline::kDefaultModel)));
    if (!std::filesystem::exists(libraryDir() / "librefscale_engine.so")) {
      QSKIP("the engine was not built");
    }
  }

  void theSampleIsAGoodPairAndAnotherPictureIsNot() {
    QTemporaryDir scratch;
    QSettings settings(scratch.filePath("settings.ini"), QSettings::IniFormat);
    Workspace desk(pipeline::loadEngine, productFileAccess(), settings);
    desk.session().openSample();
    QTRY_VERIFY_WITH_TIMEOUT(desk.document().state().truth != nullptr, 60'000);
    const auto judged = [&desk](std::size_t index) {
      const PictureHandle picture = desk.document().state().references.at(index).picture;
      if (!QTest::qWaitFor([&] { return desk.document().wasLookedAt(picture); }, 120'000)) {
        qFatal("it was never looked at");
      }
      return desk.document().preflightOf(picture);
    };
    const PreflightHandle fits = judged(0);
    QVERIFY(fits != nullptr);
    qInfo("the sample: covers %.2f, similarity %.2f, scale %.2f, rotation %.1f, %.1f s",
          fits->fit.covers, fits->fit.similarity, fits->fit.scale, fits->fit.rotation,
          fits->seconds);
    QVERIFY(verdictOf(fits->fit) >= pipeline::Verdict::Fair);
    // The cameras of the sample: the second is nearer by a fifth and turned a little.
    QVERIFY(fits->fit.scale > 1 && fits->fit.scale < 1.6);
    QVERIFY(std::abs(fits->fit.rotation) < 10);

    test::TemporaryFolder folder;
    media::writePicture(test::makeScene(480, 360), folder / "waves.png", media::Format::Png);
    desk.session().open({folder / "waves.png"}, DropTarget::References);
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{2});
    const PreflightHandle other = judged(1);
    qInfo("another picture: covers %.3f, %.1f s", other->fit.covers, other->seconds);
    QVERIFY(verdictOf(other->fit) < pipeline::Verdict::Fair);
  }

  void twoFilesBecomeAnEnlargedFile() {
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
