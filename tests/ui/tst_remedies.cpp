// What the window does when a run does not come to its end: resuming after a cancel, running again
// in smaller pieces when memory ends, results that fail their check, machines without a GPU.
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <algorithm>

#include "core/base/run_context.h"
#include "tests/ui/desk.h"
#include "ui/models/machine.h"
#include "ui/models/run_status.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

const Error kNoMemory(Kind::OutOfMemory, "There is not enough memory for this picture.");
const Error kBlank(Kind::CheckFailed, "A part of the result came out blank.");

QPushButton& secondary(Desk& desk) {
  return desk.find<QPushButton>("runSecondary");
}

QString detail(Desk& desk) {
  return desk.find<QLabel>("runDetail").text();
}

void cancelHalfWay(Desk& desk) {
  desk.runHeld();
  QTRY_VERIFY(desk.sentence().startsWith("Restoring"));
  desk.press(Qt::Key_Escape);
  QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
  desk.script->holdRestore = false;
}

void loadEngine(Desk& desk) {
  desk.workspace->engine().load();
  QTRY_VERIFY(desk.document().engine().has_value());
}

} // namespace

class TstRemedies : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aCancelledRunOffersToResumeWithItsMatchesKept() {
    Desk desk;
    desk.openPair();
    cancelHalfWay(desk);
    QCOMPARE(describeRun(desk.document()).state, RunState::Cancelled);
    QVERIFY2(desk.sentence().contains("Matches kept"), qPrintable(desk.sentence()));
    QCOMPARE(desk.primary().text(), QString("Resume"));
    QVERIFY(desk.primary().isEnabled());
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().result() != nullptr);
    QTRY_VERIFY(desk.sentence().startsWith("Done"));
    QVERIFY(desk.script->loads <= 2); // one for the small copies, one that keeps the matches
  }

  void aRunCancelledBeforeItsMatchesSaysNothingOfThem() {
    Desk desk;
    desk.openPair();
    desk.script->holdMatch = true;
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.script->matchCalls == 1);
    desk.press(Qt::Key_Escape);
    QTRY_VERIFY(desk.sentence().startsWith("Cancelled after"));
    QVERIFY(!desk.sentence().contains("Matches kept"));
    QCOMPARE(desk.primary().text(), QString("Resume"));
  }

  void whatIsCancelledIsForgottenWhenSomethingChanges() {
    Desk desk;
    desk.openPair();
    cancelHalfWay(desk);
    auto& strength = desk.find<QSpinBox>("strengthNumber");
    strength.setValue(80);
    QCOMPARE(desk.primary().text(), QString("Upscale 4×"));
    strength.setValue(100); // as it was
    QCOMPARE(desk.primary().text(), QString("Resume"));
    desk.document().removeReference(desk.document().state().references[0].id);
    QCOMPARE(desk.primary().text(), QString("Add reference…"));
  }

  void aCancelledSecondRunKeepsTheFirstResult() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    const ResultHandle first = desk.document().result()->result;
    desk.find<QSpinBox>("strengthNumber").setValue(80);
    cancelHalfWay(desk);
    QCOMPARE(desk.primary().text(), QString("Resume"));
    QCOMPARE(secondary(desk).text(), QString("Export shown…"));
    QCOMPARE(desk.document().result()->result, first);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().result()->result != first);
    QCOMPARE(desk.script->lastRequest().options.strength, 0.8);
  }

  void memoryThatEndsOnceIsRetriedInSmallerPiecesAndSaid() {
    Desk desk;
    desk.openPair();
    desk.script->failWith(kNoMemory, 1);
    desk.runToEnd();
    QCOMPARE(desk.script->runCalls.load(), 2);
    QCOMPARE(desk.script->lastBudget.load(), kUsualBudget / 2);
    QVERIFY(!desk.document().failure().has_value());
    QVERIFY(desk.sentence().startsWith("Done"));
    const auto& notices = desk.document().notices();
    QCOMPARE(notices.size(), std::size_t{1});
    QVERIFY2(notices[0].text.contains("tiles half as large"), qPrintable(notices[0].text));
    QCOMPARE(QApplication::activeModalWidget(), nullptr); // a run that recovers asks nothing
    desk.find<QSpinBox>("strengthNumber").setValue(80);
    desk.runToEnd();
    QCOMPARE(desk.script->lastBudget.load(), std::int64_t{0}); // the next one begins as usual
  }

  void theRetryIsSaidWhileItRuns() {
    Desk desk;
    desk.openPair();
    desk.script->failWith(kNoMemory, 1);
    desk.script->holdFrugal = true;
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().job().frugal);
    QTRY_COMPARE(detail(desk),
                 QString("Memory ran out once: it works in tiles half as large now."));
    desk.press(Qt::Key_Escape); // it can be cancelled as any other
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    QVERIFY(desk.sentence().startsWith("Cancelled after"));
    desk.script->holdFrugal = false;
  }

  void memoryThatEndsTwiceOnAGpuLeadsToTheCpu() {
    Desk desk;
    desk.script->gpuFreeBytes = 4'100'000'000;
    loadEngine(desk);
    desk.openPair();
    desk.script->failWith(kNoMemory);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(desk.sentence(), QString(kNoMemory.what()));
    QCOMPARE(desk.script->runCalls.load(), 2); // not a third time
    QCOMPARE(desk.primary().text(), QString("Use the CPU"));
    QCOMPARE(secondary(desk).text(), QString("Try again"));
    desk.script->failWith({}, 0);
    desk.runToEnd();
    QCOMPARE(desk.document().state().settings.device, QString("cpu"));
  }

  void memoryThatEndsTwiceOnTheCpuLeadsToSmallerReferences() {
    Desk desk;
    loadEngine(desk);
    desk.openPair();
    desk.drop(desk.find("referenceList"), {"large-1200x1000.png"});
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{2});
    desk.script->failWith(kNoMemory);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().failure().has_value());
    QCOMPARE(desk.primary().text(), QString("Use smaller references"));
    desk.script->failWith({}, 0);
    desk.runToEnd();
    QCOMPARE(desk.script->lastRequest().options.referenceMegapixels, 0.6);
    desk.document().undoStack().undo();
    QCOMPARE(desk.document().state().settings, Settings());
  }

  void smallReferencesAreNotMadeSmaller() {
    Desk desk;
    loadEngine(desk);
    desk.openPair();
    desk.script->failWith(kNoMemory);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().failure().has_value());
    QCOMPARE(desk.primary().text(), QString("Try again"));
    QVERIFY(!secondary(desk).isVisible());
  }

  void howMuchItNeedsAndHowMuchIsFreeIsSaid() {
    Desk desk;
    desk.script->gpuFreeBytes = 4'100'000'000;
    loadEngine(desk);
    desk.openPair();
    desk.script->peakBytes = 6'300'000'000;
    desk.runToEnd();
    desk.find<QSpinBox>("strengthNumber").setValue(80);
    desk.script->failWith(kNoMemory);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().failure().has_value());
    QCOMPARE(detail(desk),
             QString("Smaller tiles did not help. It needs about 6.3 GB; 4.1 GB are free."));
  }

  void aResultThatFailsItsCheckIsNotShownAndTheLastGoodOneStays() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    const ResultHandle good = desk.document().result()->result;
    desk.find<QSpinBox>("strengthNumber").setValue(80);
    desk.script->failWith(kBlank);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(describeRun(desk.document()).state, RunState::CheckFailed);
    QCOMPARE(desk.sentence(), QString("The result did not pass its check, so it is not shown"));
    QCOMPARE(detail(desk), QString("The result before is kept."));
    QCOMPARE(desk.document().result()->result, good);
    QVERIFY(desk.find("runDetails").isVisible());
    QCOMPARE(desk.script->runCalls.load(), 2); // it is no question of memory
    QCOMPARE(desk.primary().text(), QString("Compute in fp32"));
    QCOMPARE(secondary(desk).text(), QString("Try again"));
    desk.script->failWith({}, 0);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().result()->result != good);
    QCOMPARE(desk.document().state().settings.precision, pipeline::Precision::Fp32);
  }

  void rowsOfABrokenResultGoFromTheCanvas() {
    Desk desk;
    desk.openPair();
    desk.script->failWith(kBlank);
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_VERIFY(desk.document().failure().has_value());
    QVERIFY(desk.document().finishedRows().empty());
    QCOMPARE(detail(desk), QString("Your pictures and settings are as they were."));
  }

  void withoutAGpuALongRunIsSaidBeforeItBegins() {
    Desk desk;
    loadEngine(desk);
    desk.openPair();
    desk.script->matchSeconds = 200;
    desk.script->restoreSeconds = 40;
    desk.runToEnd();
    desk.drop(desk.find("inputCard"), {"next-40x30.png"}); // as large as the one before
    QTRY_VERIFY(desk.document().result() == nullptr);
    QTRY_COMPARE(desk.sentence(), QString("No usable GPU: the CPU takes about 4 min"));
    QCOMPARE(describeRun(desk.document()).state, RunState::NoGpu);
    QVERIFY2(detail(desk).startsWith("Good reference"), qPrintable(detail(desk)));
    QCOMPARE(desk.primary().text(), QString("Upscale 4×"));
    QCOMPARE(secondary(desk).text(), QString("Why?"));
    desk.document().clearNotices();
    QTest::mouseClick(&secondary(desk), Qt::LeftButton);
    QCOMPARE(desk.document().notices().size(), std::size_t{1});
    QVERIFY(desk.document().notices()[0].text.contains("no CUDA in a script"));
  }

  void aShortRunOrAGpuNeedsNoSuchWord() {
    Desk desk;
    loadEngine(desk);
    desk.openPair();
    desk.runToEnd();
    desk.drop(desk.find("inputCard"), {"next-40x30.png"});
    QTRY_VERIFY(desk.document().result() == nullptr);
    QTRY_VERIFY2(desk.sentence().startsWith("Good reference"), qPrintable(desk.sentence()));
    Desk fast;
    fast.script->gpuFreeBytes = 9'000'000'000;
    loadEngine(fast);
    QVERIFY(!lacksGpu(fast.document()));
    QVERIFY(usesGpu(fast.document()));
  }
};

QTEST_MAIN(TstRemedies)
#include "tst_remedies.moc"
