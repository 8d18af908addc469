// What a run does to the window: its states, what can be seen meanwhile, pausing, cancelling,
// failing.
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <algorithm>

#include "tests/ui/desk.h"
#include "ui/inspection/inspection.h"
#include "ui/models/run_status.h"
#include "ui/views/exploration.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

class TstRun : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theKeyboardAloneRunsIt() {
    Desk desk;
    desk.openPair();
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.document().result() != nullptr);
  }

  void cancelKeepsWhatWasThere() {
    Desk desk;
    desk.openPair();
    desk.script->holdRestore = true;
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY2(desk.sentence().startsWith("Restoring"), qPrintable(desk.sentence()));
    QCOMPARE(desk.primary().text(), QString("Cancel"));
    desk.press(Qt::Key_Escape);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    QVERIFY(desk.document().result() == nullptr);
    QTRY_COMPARE(desk.sentence(), QString("Good reference: 50 % of the picture has a sure match"));
    QCOMPARE(desk.script->stops.load(), 1);
  }

  void theViewThatIsOpenStaysWhenTheFirstRunEnds() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    desk.press(Qt::Key_2);
    QVERIFY(desk.find("viewMatches").isVisible());
    Inspection& inspection = desk.workspace->window().exploration().inspection();
    inspection.togglePin(17);
    desk.script->holdRestore = false;
    QTRY_VERIFY(desk.document().result() != nullptr);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    QVERIFY(desk.find("viewMatches").isVisible());
    QCOMPARE(inspection.pins().size(), std::size_t{1});
    desk.press(Qt::Key_1);
    QCOMPARE(desk.canvas().mode(), CompareMode::Split);
  }

  void matchesCanBeSeenAfterCancel() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    desk.press(Qt::Key_2);
    desk.press(Qt::Key_Escape);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    QVERIFY(desk.document().matches() != nullptr);
    QVERIFY(desk.find("viewMatches").isVisible());
    desk.drop(desk.find("inputCard"), {"other-20x20.png"}); // they are of another picture
    QTRY_COMPARE(desk.document().state().input->name, QString("other-20x20.png"));
    QVERIFY(desk.document().matches() == nullptr);
  }

  void theRunBarSaysHowFarItIs() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    QTRY_VERIFY(desk.sentence().startsWith("Restoring"));
    const RunStatus status = describeRun(desk.document());
    QVERIFY2(status.timingDetail.contains("%"), qPrintable(status.timingDetail));
    QVERIFY2(status.timingDetail.contains("memory"), qPrintable(status.timingDetail));
  }

  void theEstimateLearnsNothingFromARunThatKeptItsMatches() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    const double before = desk.document().estimate().seconds;
    QVERIFY(before > 0);
    Settings weaker = desk.document().state().settings;
    weaker.options.strength = 0.5;
    desk.document().setSettings("test", weaker);
    desk.script->restoreSeconds = 0.01;
    desk.runToEnd();
    QCOMPARE(desk.document().estimate().seconds, before);
  }

  void whatFailedCanBeReadAndCopied() {
    Desk desk;
    desk.openPair();
    auto& details = desk.find<QPushButton>("runDetails");
    QVERIFY(!details.isVisible());
    desk.script->failWith(Error(Kind::Internal, "The computation failed.", "size mismatch at 7"));
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().failure().has_value());
    QVERIFY(details.isVisible());
    QTest::mouseClick(&details, Qt::LeftButton);
    const QString log = desk.find<QPlainTextEdit>("failureLog").toPlainText();
    for (const char* part : {"The computation failed.", "size mismatch at 7", "input 40 x 30",
                             "reference 160 x 120", "model photo"}) {
      QVERIFY2(log.contains(part), part);
    }
    QTest::mouseClick(&desk.find("copyFailure"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), log);
  }

  void aPausedRunRestsUntilItIsResumed() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    QTRY_VERIFY(desk.sentence().startsWith("Restoring"));
    auto& secondary = desk.find<QPushButton>("runSecondary");
    QCOMPARE(secondary.text(), QString("Pause"));
    QTest::mouseClick(&secondary, Qt::LeftButton);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Paused);
    QVERIFY2(desk.sentence().startsWith("Paused after"), qPrintable(desk.sentence()));
    QCOMPARE(desk.primary().text(), QString("Resume"));
    desk.script->holdRestore = false;
    QTest::qWait(60);
    QCOMPARE(desk.document().job().phase, JobPhase::Paused);
    QVERIFY(desk.document().matches() != nullptr); // to look at meanwhile
    const double worked = desk.document().job().secondsWorked();
    QTest::qWait(30);
    QVERIFY(desk.document().job().secondsWorked() < worked + 0.02);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().result() != nullptr);
    QVERIFY(desk.document().job().phase == JobPhase::Idle);
    QCOMPARE(desk.script->stops.load(), 0);
  }

  void aPausedRunCanBeCancelledAndRunAgain() {
    Desk desk;
    desk.openPair();
    desk.script->holdMatch = true;
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.script->matchCalls == 1);
    desk.action(ActionId::Pause).trigger();
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Paused);
    desk.press(Qt::Key_Escape);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    desk.script->holdMatch = false;
    desk.runToEnd();
    QVERIFY(desk.document().result() != nullptr);
  }

  void finishedRowsReplaceTheBicubicPictureAndStayAfterCancel() {
    Desk desk;
    desk.openPair();
    auto white = std::make_shared<media::Picture>(160, 120, 3, media::Sample::U8);
    std::fill(white->bytes().begin(), white->bytes().end(), std::byte{255});
    desk.script->setResult(white);
    desk.script->holdRestore = true; // with two of four tiles done
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(desk.document().finishedRows().size(), std::size_t{2});
    CompareCanvas& canvas = desk.canvas();
    const QRect frame = canvas.transform().frameInView().toRect();
    const auto at = [&](double height) {
      const QPoint p(frame.center().x() + 60, frame.top() + qRound(height * frame.height()));
      return canvas.grab().toImage().pixelColor(p);
    };
    QCOMPARE(at(0.45), QColor(Qt::white));
    QVERIFY(at(0.55) != QColor(Qt::white));
    QTest::keyPress(&canvas, Qt::Key_Space); // the picture as it was
    QVERIFY(at(0.45) != QColor(Qt::white));
    QTest::keyRelease(&canvas, Qt::Key_Space);
    desk.press(Qt::Key_Escape);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    QCOMPARE(at(0.45), QColor(Qt::white));
    desk.script->holdRestore = false;
    desk.runToEnd();
    QVERIFY(desk.document().finishedRows().empty());
  }

  void theWindowLivesDuringARun() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    const double before = desk.canvas().transform().zoom();
    QWheelEvent wheel(QPointF(50, 50), desk.canvas().mapToGlobal(QPointF(50, 50)), {}, {0, 120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&desk.canvas(), &wheel);
    QVERIFY(desk.canvas().transform().zoom() > before);
    desk.script->holdRestore = false;
    QTRY_VERIFY(desk.document().result() != nullptr);
  }

  void upscaleAgainWaitsForAChange() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    QPushButton& again = desk.find<QPushButton>("runSecondary");
    QCOMPARE(again.text(), QString("Upscale again"));
    QVERIFY(!again.isEnabled());
    desk.find<QSpinBox>("strengthNumber").setValue(80);
    QCOMPARE(desk.sentence(), QString("Strength changed from 100 % to 80 %. Matches kept"));
    QCOMPARE(desk.primary().text(), QString("Upscale again"));
    QVERIFY(desk.primary().isEnabled());
    desk.find<QSlider>("strength").setValue(100);
    QVERIFY(!again.isEnabled());
    QVERIFY(desk.sentence().startsWith("Done"));
  }

  void theStrengthReachesTheEngine() {
    Desk desk;
    desk.openPair();
    desk.find<QSlider>("strength").setValue(35);
    desk.runToEnd();
    QCOMPARE(desk.script->lastRequest().options.strength, 0.35);
  }

  void aFailureSaysWhatToDoAndCanBeTriedAgain() {
    Desk desk;
    desk.openPair();
    desk.script->failWith(Error(Kind::OutOfMemory, "Not enough GPU memory; use the CPU."));
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(desk.sentence(), QString("Not enough GPU memory; use the CPU."));
    QCOMPARE(desk.primary().text(), QString("Use the CPU"));
    desk.script->failWith({});
    desk.runToEnd();
    QCOMPARE(desk.document().state().settings.device, QString("cpu"));
  }
};

QTEST_MAIN(TstRun)
#include "tst_run.moc"
