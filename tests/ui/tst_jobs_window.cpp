#include <QMessageBox>
#include <QSignalSpy>
#include <QTimer>

#include "tests/ui/desk.h"
#include "ui/dialogs/missing_files.h"
#include "ui/models/job_file.h"
#include "ui/models/mask_editor.h"
#include "ui/recovery.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

void touch(const QString& path) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
}

void openTouchedPair(Desk& desk) {
  touch(desk.folder.filePath("small-40x30.png"));
  touch(desk.folder.filePath("better-160x120.png"));
  desk.openPair();
}

QString save(Desk& desk, const QString& name) {
  const QString path = desk.folder.filePath(name);
  QSignalSpy saved(&desk.workspace->session(), &Session::saved);
  desk.workspace->session().saveJob(path.toStdString());
  if (saved.isEmpty()) saved.wait();
  desk.document().clearNotices();
  return path;
}

JobFile reread(const DocumentState& state) {
  return parseJob(writeJob(state, "/somewhere"), "/somewhere");
}

} // namespace

class TstJobsWindow : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aJobComesBackAsItWas() {
    Desk desk;
    openTouchedPair(desk);
    Settings settings = desk.document().state().settings;
    settings.options.strength = 0.35;
    settings.options.gate = false;
    settings.precision = pipeline::Precision::Bf16;
    settings.device = "cuda:1";
    desk.document().setSettings("test", settings);
    desk.action(ActionId::InvertMask).trigger();
    desk.document().setReferenceUsed(desk.document().state().references[0].id, false);
    const DocumentState before = desk.document().state();
    QVERIFY(!desk.document().isSaved());
    const QString path = save(desk, "job.refscale");
    QVERIFY(desk.document().isSaved());
    desk.document().closeAll();
    desk.drop(desk.find("centralPage"), {"job.refscale"});
    QTRY_VERIFY(desk.document().state().input != nullptr);
    const DocumentState& after = desk.document().state();
    QCOMPARE(after.input->path, before.input->path);
    QCOMPARE(after.references.size(), std::size_t{1});
    QVERIFY(!after.references[0].used);
    QVERIFY(after.settings == before.settings);
    QVERIFY(sameMask(after.mask, before.mask));
    QVERIFY(desk.document().isSaved());
    QCOMPARE(desk.document().jobPath().string(), path.toStdString());
  }

  void picturesThatWereNeverFilesAreInTheJob() {
    Desk desk;
    QTest::mouseClick(&desk.find("openSampleButton"), Qt::LeftButton);
    QTRY_VERIFY(desk.document().state().truth != nullptr);
    save(desk, "sample.refscale");
    desk.document().closeAll();
    desk.workspace->session().open({desk.folder.filePath("sample.refscale").toStdString()},
                                   DropTarget::Window);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->srgb->width(), 40);
    QVERIFY(desk.document().state().truth != nullptr);
    QCOMPARE(desk.document().state().references.size(), std::size_t{1});
  }

  void aTruePictureThatNeedsACropComesBackToo() {
    Desk desk;
    openTouchedPair(desk);
    touch(desk.folder.filePath("truth-163x121.png"));
    touch(desk.folder.filePath("other-200x121.png"));
    desk.drop(desk.find("trueCard"), {"truth-163x121.png"});
    QTRY_VERIFY(desk.document().state().truth != nullptr);
    QCOMPARE(desk.document().state().truth->srgb->width(), 160);
    save(desk, "job.refscale");
    desk.document().closeAll();
    desk.drop(desk.find("centralPage"), {"job.refscale"});
    QTRY_VERIFY(desk.document().state().truth != nullptr);
    QCOMPARE(desk.document().state().truth->srgb->width(), 160);
    QVERIFY(desk.document().notices().empty());
    // One that does not fit any more is named.
    QVERIFY(QFile::remove(desk.folder.filePath("truth-163x121.png")));
    desk.document().closeAll();
    desk.workspace->session().openJob(
        desk.folder.filePath("job.refscale").toStdString(), Session::JobOrigin::File,
        FileClient::FoundFiles{{desk.folder.filePath("truth-163x121.png").toStdString(),
                                desk.folder.filePath("other-200x121.png").toStdString()}});
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QVERIFY(desk.document().state().truth == nullptr);
    QCOMPARE(desk.document().notices().size(), std::size_t{1});
    QVERIFY(desk.document().notices().front().text.contains("other-200x121.png"));
  }

  void aMissingReferenceIsAskedForOnce() {
    Desk desk;
    openTouchedPair(desk);
    save(desk, "job.refscale");
    desk.document().closeAll();
    QDir(desk.folder.path()).mkdir("elsewhere");
    QVERIFY(QFile::rename(desk.folder.filePath("better-160x120.png"),
                          desk.folder.filePath("elsewhere/moved-160x120.png")));
    desk.drop(desk.find("centralPage"), {"job.refscale"});
    QTRY_VERIFY(desk.workspace->window().findChild<MissingFilesDialog*>() != nullptr);
    auto* dialog = desk.workspace->window().findChild<MissingFilesDialog*>();
    QVERIFY(desk.document().isEmpty());
    dialog->setFound(desk.folder.filePath("better-160x120.png").toStdString(),
                     desk.folder.filePath("elsewhere/moved-160x120.png").toStdString());
    QTest::mouseClick(dialog->findChild<QPushButton*>("openJobAnyway"), Qt::LeftButton);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().references.front().picture->name,
             QString("moved-160x120.png"));
    QVERIFY(desk.document().notices().empty());
  }

  void aJobOpensWithoutWhatIsNotFound() {
    Desk desk;
    openTouchedPair(desk);
    save(desk, "job.refscale");
    desk.document().closeAll();
    QVERIFY(QFile::remove(desk.folder.filePath("better-160x120.png")));
    desk.drop(desk.find("centralPage"), {"job.refscale"});
    QTRY_VERIFY(desk.workspace->window().findChild<MissingFilesDialog*>() != nullptr);
    QTest::mouseClick(desk.workspace->window().findChild<QPushButton*>("openJobAnyway"),
                      Qt::LeftButton);
    // The scripted reader reads any well-named file; the real one would name it here.
    QTRY_VERIFY(desk.document().state().input != nullptr);
  }

  void aMovedFolderKeepsItsJob() {
    QTemporaryDir folder;
    QDir(folder.path()).mkpath("there/photos");
    touch(folder.filePath("there/photos/a-8x6.png"));
    auto picture = std::make_shared<LoadedPicture>();
    picture->path = folder.filePath("here/photos/a-8x6.png").toStdString();
    picture->name = "a-8x6.png";
    DocumentState state;
    state.input = picture;
    const QByteArray bytes = writeJob(state, folder.filePath("here").toStdString());
    const JobFile job = parseJob(bytes, folder.filePath("there").toStdString());
    QCOMPARE(job.input->path.string(), folder.filePath("there/photos/a-8x6.png").toStdString());
    QVERIFY(missingFiles(job).empty());
    QCOMPARE(missingFiles(parseJob(bytes, "/nowhere")).size(), std::size_t{1});
  }

  void everySettingSurvives() {
    DocumentState state;
    state.settings.options.matcher = pipeline::MatcherKind::Vgg;
    state.settings.options.refinement = pipeline::Refinement::Off;
    state.settings.options.referenceMegapixels = 1.25;
    state.settings.options.strength = 1.0 / 3;
    state.settings.model = "c2-mse.v1";
    QVERIFY(reread(state).settings == state.settings);
  }

  void brokenAndHostileJobsAreRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("PNG");
    QTest::newRow("another file") << QByteArray(R"({"name": "x"})");
    QTest::newRow("newer") << QByteArray(R"({"refscale_job": 2})");
    QTest::newRow("schema as text") << QByteArray(R"({"refscale_job": "1"})");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("input is a number") << QByteArray(R"({"refscale_job": 1, "input": 5})");
    QTest::newRow("no path") << QByteArray(R"({"refscale_job": 1, "input": {}})");
    QTest::newRow("path is a list")
        << QByteArray(R"({"refscale_job": 1, "input": {"path": ["a"]}})");
    QTest::newRow("a zero in the path")
        << QByteArray(R"({"refscale_job": 1, "input": {"path": "a\u0000b"}})");
    QTest::newRow("broken picture")
        << QByteArray(R"({"refscale_job": 1, "input": {"png": "AAAA"}})");
    QTest::newRow("broken mask") << QByteArray(R"({"refscale_job": 1, "mask": "!!"})");
    QTest::newRow("mask is a number") << QByteArray(R"({"refscale_job": 1, "mask": 1})");
    QTest::newRow("references as object") << QByteArray(R"({"refscale_job": 1, "references": {}})");
    QTest::newRow("too many references") << QByteArray(R"({"refscale_job": 1, "references": [)") +
                                                QByteArray(R"({"path": "a"},)").repeated(8) +
                                                R"({"path": "a"}]})";
    QTest::newRow("used is a text")
        << QByteArray(R"({"refscale_job": 1, "references": [{"path": "a", "used": "yes"}]})");
    QTest::newRow("model is a path")
        << QByteArray(R"({"refscale_job": 1, "settings": {"model": "../../etc/x"}})");
    QTest::newRow("strange device")
        << QByteArray(R"({"refscale_job": 1, "settings": {"device": "meta"}})");
    QTest::newRow("strange precision")
        << QByteArray(R"({"refscale_job": 1, "settings": {"precision": "int3"}})");
    QTest::newRow("strength beyond its range")
        << QByteArray(R"({"refscale_job": 1, "settings": {"options": {"strength": "7"}}})");
    QTest::newRow("strength as a number")
        << QByteArray(R"({"refscale_job": 1, "settings": {"options": {"strength": 1}}})");
    QTest::newRow("deep") << QByteArray(R"({"refscale_job": 1, "x": )") +
                                 QByteArray("[").repeated(100000);
    QTest::newRow("invalid UTF-8")
        << QByteArray("{\"refscale_job\": 1, \"input\": {\"path\": \"\xff\"}}");
  }
  void brokenAndHostileJobsAreRefused() {
    QFETCH(QByteArray, bytes);
    QVERIFY_EXCEPTION_THROWN((void)parseJob(bytes, "/somewhere"), Error);
  }

  void aBrokenJobLeavesEverythingAsItWas() {
    Desk desk;
    desk.openPair();
    const DocumentState before = desk.document().state();
    QFile file(desk.folder.filePath("bad.refscale"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    desk.drop(desk.find("centralPage"), {"bad.refscale"});
    QTRY_VERIFY(!desk.document().notices().empty());
    QVERIFY2(desk.document().notices().front().text.contains("bad.refscale"),
             qPrintable(desk.document().notices().front().text));
    QVERIFY(desk.document().state() == before);
    QCOMPARE(desk.document().loadingCount(), 0);
  }

  void whatACrashLeftBehindIsOffered() {
    Desk desk;
    QTemporaryDir state;
    const auto folder = std::filesystem::path(state.path().toStdString());
    touch(desk.folder.filePath("small-40x30.png"));
    auto picture = std::make_shared<LoadedPicture>();
    picture->path = desk.folder.filePath("small-40x30.png").toStdString();
    picture->name = "small-40x30.png";
    DocumentState open;
    open.input = picture;
    const auto left = folder / "interrupted.refscale";
    {
      QFile file(QString::fromStdString(left.string()));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(writeJob(open, folder));
    }
    {
      Recovery recovery(desk.document(), desk.workspace->session(), folder);
      recovery.offer();
      QCOMPARE(desk.document().notices().size(), std::size_t{1});
      QCOMPARE(desk.find<QPushButton>("noticeRemedy").text(), QString("Bring back"));
      QTest::mouseClick(&desk.find("noticeRemedy"), Qt::LeftButton);
      QTRY_VERIFY(desk.document().state().input != nullptr);
      QVERIFY(!desk.document().isSaved());
      QVERIFY(desk.document().jobPath().empty());
    }
    QVERIFY(!std::filesystem::exists(left)); // ended in order
    QVERIFY(!std::filesystem::exists(folder / "offered.refscale"));
  }

  void whatIsBroughtBackWithoutAFileIsStillNobodysJob() {
    Desk desk;
    QTemporaryDir state;
    const auto folder = std::filesystem::path(state.path().toStdString());
    openTouchedPair(desk);
    {
      QFile file(QString::fromStdString((folder / "interrupted.refscale").string()));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(writeJob(desk.document().state(), folder));
    }
    desk.document().closeAll();
    QVERIFY(QFile::remove(desk.folder.filePath("better-160x120.png")));
    Recovery recovery(desk.document(), desk.workspace->session(), folder);
    recovery.offer();
    desk.document().actOnNotice();
    QTRY_VERIFY(desk.workspace->window().findChild<MissingFilesDialog*>() != nullptr);
    auto* dialog = desk.workspace->window().findChild<MissingFilesDialog*>();
    QTest::mouseClick(dialog->findChild<QPushButton*>("openJobAnyway"), Qt::LeftButton);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QVERIFY(desk.document().jobPath().empty());
    QVERIFY(!desk.document().isSaved());
  }

  void whatIsOpenIsKeptWhileItRuns() {
    Desk desk;
    QTemporaryDir state;
    const auto folder = std::filesystem::path(state.path().toStdString());
    Recovery recovery(desk.document(), desk.workspace->session(), folder);
    Recovery second(desk.document(), desk.workspace->session(), folder); // another window
    desk.openPair();
    QTRY_VERIFY(std::filesystem::exists(folder / "interrupted.refscale"));
    QVERIFY(desk.document().notices().empty());
    second.offer(); // what another window has open is not offered
    QVERIFY(desk.document().notices().empty());
    desk.document().closeAll();
    QTRY_VERIFY(!std::filesystem::exists(folder / "interrupted.refscale"));
  }

  void aDismissedOfferIsForgotten() {
    Desk desk;
    QTemporaryDir state;
    const auto folder = std::filesystem::path(state.path().toStdString());
    touch(state.filePath("interrupted.refscale"));
    Recovery recovery(desk.document(), desk.workspace->session(), folder);
    recovery.offer();
    QTest::mouseClick(&desk.find("noticeClose"), Qt::LeftButton);
    QVERIFY(!std::filesystem::exists(folder / "offered.refscale"));
    QVERIFY(!std::filesystem::exists(folder / "interrupted.refscale"));
  }

  void anOfferThatIsNotAnsweredStaysAndNewWorkIsKept() {
    Desk desk;
    QTemporaryDir state;
    const auto folder = std::filesystem::path(state.path().toStdString());
    touch(state.filePath("interrupted.refscale"));
    {
      Recovery recovery(desk.document(), desk.workspace->session(), folder);
      recovery.offer();
      desk.drop(desk.find("centralPage"), {"small-40x30.png"});
      QTRY_VERIFY(desk.document().state().input != nullptr);
      QTRY_VERIFY(std::filesystem::exists(folder / "interrupted.refscale"));
      desk.document().closeAll();
      QCOMPARE(desk.document().notices().size(), std::size_t{1}); // still offered
    }
    QVERIFY(std::filesystem::exists(folder / "offered.refscale"));
    Recovery next(desk.document(), desk.workspace->session(), folder);
    next.offer();
    QCOMPARE(desk.document().notices().size(), std::size_t{2});
  }

  void anotherPictureIsNotSavedOverTheJobBefore() {
    Desk desk;
    desk.openPair();
    save(desk, "job.refscale");
    QVERIFY(!desk.document().jobPath().empty());
    desk.drop(desk.find("inputCard"), {"other-20x20.png"});
    QTRY_COMPARE(desk.document().state().input->name, QString("other-20x20.png"));
    QVERIFY(desk.document().jobPath().empty());
    desk.document().undoStack().undo();
    QVERIFY(!desk.document().jobPath().empty());
  }

  void leavingAsksOnlyWhereSomethingIsLost() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    QVERIFY(desk.document().unsavedSeconds() < 300);
    QVERIFY(!desk.document().hasUnsavedPaint());
    desk.action(ActionId::InvertMask).trigger();
    QVERIFY(desk.document().hasUnsavedPaint());
    QTimer::singleShot(0, [] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (box == nullptr) qFatal("nothing was asked");
      QTest::keyClick(box, Qt::Key_Escape);
    });
    QVERIFY(!desk.workspace->window().close());
    save(desk, "job.refscale");
    QVERIFY(!desk.document().hasUnsavedPaint());
    QVERIFY(desk.workspace->window().close());
  }

  void anExportedResultIsSafe() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    QVERIFY(desk.document().unsavedSeconds() > 0);
    SaveRequest request;
    request.result = desk.document().result()->result;
    request.path = desk.folder.filePath("out.png").toStdString();
    desk.workspace->session().save(request);
    QTRY_COMPARE(desk.document().unsavedSeconds(), 0.0);
  }
};

QTEST_MAIN(TstJobsWindow)
#include "tst_jobs_window.moc"
