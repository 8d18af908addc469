#include <QComboBox>
#include <QLineEdit>
#include <QSlider>

#include "core/media/metrics.h"
#include "core/media/resample.h"
#include "tests/ui/desk.h"
#include "ui/models/measures.h"

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
