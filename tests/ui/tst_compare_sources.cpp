#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>

#include "core/media/metrics.h"
#include "core/media/resample.h"
#include "tests/ui/desk.h"
#include "ui/models/measures.h"
#include "ui/theme/diverging_map.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

void openSample(Desk& desk) {
  QTest::mouseClick(&desk.find("openSampleButton"), Qt::LeftButton);
  QTRY_VERIFY(desk.document().state().truth != nullptr);
  QTRY_VERIFY(desk.sentence().startsWith("Good reference"));
}

void choose(QComboBox& combo, const QString& text) {
  const int index = combo.findText(text);
  QVERIFY2(index >= 0, qPrintable(text));
  combo.setCurrentIndex(index);
  Q_EMIT combo.activated(index);
}

} // namespace

// What a result is compared with: true picture, reference off, results kept before.
class TstCompareSources : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theSampleIsACompleteDocument() {
    Desk desk;
    openSample(desk);
    const DocumentState& state = desk.document().state();
    QCOMPARE(state.references.size(), std::size_t{1});
    QCOMPARE(state.truth->srgb->width(), 4 * state.input->srgb->width());
    QVERIFY(desk.document().notices().empty());
    desk.press(Qt::Key_Z, Qt::ControlModifier); // one step
    QVERIFY(desk.document().isEmpty());
  }

  void measuresAreThoseOfTheCommandLine() {
    Desk desk;
    auto result = std::make_shared<media::Picture>(test::makeScene(160, 120, 0.02));
    desk.script->setResult(result);
    openSample(desk);
    desk.runToEnd();
    const ResultHandle made = desk.document().result()->result;
    QTRY_VERIFY(desk.document().scoreOf(made).has_value());
    QTRY_VERIFY(desk.document().scoreOf(desk.document().state().input).has_value());
    const media::Picture& truth = *desk.document().state().truth->srgb;
    QCOMPARE(desk.document().scoreOf(made)->psnr, media::psnr(*result, truth));
    QCOMPARE(desk.document().scoreOf(made)->ssim, media::ssim(*result, truth));
    const media::Picture bicubic =
        media::resizeBicubicU8(*desk.document().state().input->srgb, 160, 120);
    QCOMPARE(desk.document().scoreOf(desk.document().state().input)->psnr,
             media::psnr(bicubic, truth));
    const auto labels = desk.find("trueCard").findChildren<QLabel*>();
    const QString expected = "PSNR " + decibelText(media::psnr(*result, truth)) + " dB";
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](const QLabel* label) { return label->text() == expected; }));
  }

  void referenceOffIsComputedWhenItIsAskedFor() {
    Desk desk;
    openSample(desk);
    desk.runToEnd();
    const int runs = desk.script->runCalls;
    choose(desk.find<QComboBox>("sourceA"), "Reference off");
    QTRY_VERIFY(desk.document().result()->off.result != nullptr);
    QCOMPARE(desk.script->runCalls.load(), runs + 1);
    QCOMPARE(desk.script->lastRequest().options.strength, 0.0);
    QCOMPARE(desk.script->lastRequest().references.size(), std::size_t{1}); // matches are kept
    QCOMPARE(desk.canvas().layerA().name, QString("Reference off"));
    QVERIFY(desk.sentence().startsWith("Done in"));
    QTRY_VERIFY(desk.document().scoreOf(desk.document().result()->off.result).has_value());
    choose(desk.find<QComboBox>("sourceA"), "Bicubic");
    choose(desk.find<QComboBox>("sourceA"), "Reference off");
    QCOMPARE(desk.script->runCalls.load(), runs + 1); // once
  }

  void aShuffledReferenceShowsWhereAGainComesFrom() {
    Desk desk;
    openSample(desk);
    QVERIFY(!desk.action(ActionId::ShuffledControl).isEnabled()); // nothing to compare it with
    desk.runToEnd();
    const auto right = desk.script->lastRequest().references[0].picture;
    QVERIFY(desk.action(ActionId::ShuffledControl).isEnabled());
    desk.action(ActionId::ShuffledControl).trigger();
    QTRY_VERIFY(desk.document().result()->shuffled.result != nullptr);
    const auto wrong = desk.script->lastRequest().references.at(0).picture;
    QCOMPARE(wrong->width(), right->width());
    QVERIFY(!std::ranges::equal(wrong->bytes(), right->bytes()));
    QCOMPARE(desk.script->lastRequest().options.strength, 1.0);
    const ResultHandle shuffled = desk.document().result()->shuffled.result;
    QVERIFY(shuffled != desk.document().result()->result);
    QTRY_VERIFY(desk.document().scoreOf(shuffled).has_value());
    const auto labels = desk.find("truthTable").findChildren<QLabel*>();
    const auto shows = [&labels](const QString& text) {
      return std::ranges::any_of(labels, [&](const QLabel* l) { return l->text() == text; });
    };
    QVERIFY(shows("Shuffled reference"));
    QVERIFY(shows(decibelText(desk.document().scoreOf(shuffled)->psnr)));
    QVERIFY(!desk.action(ActionId::ShuffledControl).isEnabled()); // once
    // The right reference's matches are kept: they are in another upscaler.
    QVERIFY(desk.sentence().startsWith("Done in"));
    QCOMPARE(desk.script->loads.load(), 2);
  }

  void theTableOffersTheShuffledReference() {
    Desk desk;
    openSample(desk);
    desk.runToEnd();
    auto& compute = desk.find<QPushButton>("computeShuffled");
    compute.click();
    QTRY_VERIFY(desk.document().result()->shuffled.result != nullptr);
  }

  void aReferenceIsShownWhereItsMatchesPlaceIt() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    choose(desk.find<QComboBox>("sourceB"), "R1 warped");
    QTRY_COMPARE(desk.canvas().layerB().name, QString("Reference warped (R1)"));
    const PyramidHandle warped = desk.canvas().layerB().pyramid;
    QCOMPARE(warped->size(), QSize(160, 120));
    // The scripted matches are sure on the left alone, and lead to the same place of the scene.
    const QImage& image = warped->levels[0];
    const QImage scene = toImage(test::makeScene(160, 120));
    QCOMPARE(qAlpha(image.pixel(150, 60)), 0);
    const QColor there = image.pixelColor(20, 60);
    const QColor meant = scene.pixelColor(20, 60);
    QCOMPARE(there.alpha(), 255);
    QVERIFY(std::abs(there.green() - meant.green()) <= 3);
    choose(desk.find<QComboBox>("sourceB"), "Result");
    choose(desk.find<QComboBox>("sourceB"), "R1 warped");
    QCOMPARE(desk.canvas().layerB().pyramid, warped); // kept
    desk.document().setSure(0.9);                     // less is sure: made again
    QVERIFY(desk.document().warpedReference(0) == nullptr);
    QTRY_VERIFY(desk.document().warpedReference(0) != nullptr);
    QVERIFY(desk.canvas().layerB().pyramid != warped);
  }

  void aDifferenceHasItsFiguresInInspect() {
    Desk desk;
    desk.script->setResult(std::make_shared<media::Picture>(test::makeScene(160, 120, 0.02)));
    desk.openPair();
    desk.runToEnd();
    QVERIFY(desk.workspace->window().findChild<QLabel*>("differenceMean") == nullptr);
    desk.press(Qt::Key_F);
    const auto text = [&desk](const char* name) { return desk.find<QLabel>(name).text(); };
    QTRY_VERIFY(text("differenceMean").contains("/ 255"));
    const auto figures = differenceFigures(*desk.canvas().layerA().pyramid,
                                           *desk.canvas().layerB().pyramid, QSize(160, 120));
    QCOMPARE(text("differenceMost"), QString("%1 / 255").arg(figures->most));
    QVERIFY(figures->most > 0);
    auto& isSigned = desk.find<QCheckBox>("differenceSigned");
    QVERIFY(isSigned.isVisible());
    const QImage before = desk.canvas().grab().toImage();
    QTest::mouseClick(&isSigned, Qt::LeftButton, {}, QPoint(8, isSigned.height() / 2));
    QVERIFY(isSigned.isChecked());
    QVERIFY(desk.canvas().grab().toImage() != before);
    QVERIFY(desk.canvas().valueSentence().startsWith("Signed difference"));
    // The same picture on both sides: all zero.
    choose(desk.find<QComboBox>("sourceA"), "Result");
    QTRY_COMPARE(text("differenceMost"), QString("0 / 255"));
    QCOMPARE(text("differenceMean"), QString("0.00 / 255"));
    const QRect seen = desk.canvas().transform().frameInView().toRect();
    const QImage zero = desk.canvas().grab().toImage();
    QCOMPARE(zero.pixelColor(seen.center()), divergingColour(0));
    QTest::mouseClick(&isSigned, Qt::LeftButton, {}, QPoint(8, isSigned.height() / 2));
    QCOMPARE(desk.canvas().grab().toImage().pixelColor(seen.center()), QColor(Qt::black));
    desk.press(Qt::Key_S);
    QTRY_VERIFY(desk.workspace->window().findChild<QLabel*>("differenceMean") == nullptr);
  }

  void blinkingStopsWithoutTheFocusAndWhereMotionIsNotWanted() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    desk.canvas().setBlinkInterval(10); // the least there is: 200
    desk.press(Qt::Key_B);
    desk.canvas().setFocus();
    QVERIFY(desk.canvas().blinks());
    const bool first = desk.canvas().blinkShowsB();
    QTRY_VERIFY(desk.canvas().blinkShowsB() != first);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QVERIFY(!desk.canvas().blinks());
    other.close();
    desk.activate();
    QTRY_VERIFY(desk.canvas().blinks());
    desk.canvas().setReducedMotion(true);
    QVERIFY(!desk.canvas().blinks());
    const bool still = desk.canvas().blinkShowsB();
    desk.canvas().setFocus();
    QTest::keyClick(&desk.canvas(), Qt::Key_Space);
    QCOMPARE(desk.canvas().blinkShowsB(), !still); // by hand
    QVERIFY(!desk.canvas().blinks());
    desk.press(Qt::Key_S);
    desk.press(Qt::Key_B);
    QVERIFY(!desk.canvas().blinks());
    desk.canvas().setReducedMotion(false);
    QVERIFY(desk.canvas().blinks());
  }

  void aTruePictureOfAnotherSizeIsRefusedWithBothSizes() {
    Desk desk;
    desk.openPair();
    desk.drop(desk.find("trueCard"), {"true-150x120.png"});
    QTRY_VERIFY(!desk.document().notices().empty());
    const QString text = desk.document().notices().front().text;
    QVERIFY2(text.contains("148 × 120") || text.contains("150 × 120"), qPrintable(text));
    QVERIFY2(text.contains("160 × 120"), qPrintable(text));
    QVERIFY(desk.document().state().truth == nullptr);
  }

  void aTruePictureIsCroppedToAMultipleOfFour() {
    Desk desk;
    desk.openPair();
    desk.drop(desk.find("trueCard"), {"true-163x121.png"});
    QTRY_VERIFY(desk.document().state().truth != nullptr);
    QCOMPARE(desk.document().state().truth->srgb->width(), 160);
    QCOMPARE(desk.document().state().truth->pyramid->size(), QSize(160, 120));
    QTest::mouseClick(&desk.find("trueRemove"), Qt::LeftButton);
    QVERIFY(desk.document().state().truth == nullptr);
  }

  void snapshotsAreNamedComparedAndBringTheirSettingsBack() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    desk.press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(desk.document().snapshots().size(), std::size_t{1});
    auto& name = desk.find<QLineEdit>("snapshotName1");
    name.setText("full strength");
    Q_EMIT name.editingFinished();
    desk.find<QSlider>("strength").setValue(30);
    desk.runToEnd();
    choose(desk.find<QComboBox>("sourceA"), "full strength");
    QCOMPARE(desk.canvas().layerA().pyramid, desk.document().snapshots()[0]->item.pyramid);
    desk.document().restoreSnapshotSettings(desk.document().snapshots()[0]->id);
    QCOMPARE(desk.document().state().settings.options.strength, 1.0);
    for (int i = 0; i < 12; ++i) desk.document().keepSnapshot();
    QCOMPARE(desk.document().snapshots().size(), kMostSnapshots);
    desk.document().removeSnapshot(desk.document().snapshots()[0]->id);
    QCOMPARE(desk.document().snapshots().size(), kMostSnapshots - 1);
  }
};

QTEST_MAIN(TstCompareSources)
#include "tst_compare_sources.moc"
