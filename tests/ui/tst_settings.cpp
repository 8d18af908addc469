// The settings dock: reference scale, memory, presets, what is remembered, and how a value that
// differs from the usual one is shown.
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

#include "core/base/error.h"
#include "tests/ui/desk.h"
#include "ui/models/presets.h"
#include "ui/models/settings_file.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

void trigger(Desk& desk, const char* name) {
  auto* action = desk.find<QMenu>("presetMenu").findChild<QAction*>(QString::fromLatin1(name));
  QVERIFY2(action != nullptr && action->isEnabled(), name);
  action->trigger();
}

void saveAs(Desk& desk, const QString& name) {
  trigger(desk, "presetSave");
  desk.find<QLineEdit>("nameEdit").setText(name);
  QTest::mouseClick(&desk.find("nameAccept"), Qt::LeftButton);
  QTRY_VERIFY(desk.workspace->window().findChild<QWidget*>("nameDialog") == nullptr);
}

QComboBox& presets(Desk& desk) {
  return desk.find<QComboBox>("preset");
}

QLabel* labelOf(Desk& desk, const QWidget& control) {
  for (auto* label : desk.workspace->window().findChildren<QLabel*>()) {
    if (label->buddy() == &control) return label;
  }
  return nullptr;
}

} // namespace

class TstSettings : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theReferenceScaleReachesTheEngine() {
    Desk desk;
    desk.openPair();
    auto& scale = desk.find<QDoubleSpinBox>("referenceScale");
    QCOMPARE(scale.text(), QString("Auto"));
    desk.runToEnd();
    QCOMPARE(desk.script->lastRequest().references.at(0).picture->width(), 160);
    scale.setValue(0.5);
    QCOMPARE(desk.sentence(), QString("The reference scale changed. Matching runs again"));
    desk.runToEnd();
    const auto half = desk.script->lastRequest().references.at(0).picture;
    QCOMPARE(half->width(), 80);
    QCOMPARE(half->height(), 60);
    desk.find<QSpinBox>("strengthNumber").setValue(70);
    desk.runToEnd();
    QCOMPARE(desk.script->lastRequest().references.at(0).picture, half); // made once
    scale.setValue(3);
    desk.runToEnd();
    QCOMPARE(desk.script->lastRequest().references.at(0).picture->width(), 480);
  }

  void anImpossibleScaleBecomesTheLeast() {
    Desk desk;
    desk.openPair();
    auto& scale = desk.find<QDoubleSpinBox>("referenceScale");
    scale.setValue(0.1);
    QCOMPARE(desk.document().state().settings.referenceScale, kLeastReferenceScale);
    QCOMPARE(scale.value(), kLeastReferenceScale);
  }

  void memoryIsShownAgainstWhatIsFree() {
    Desk desk;
    desk.script->gpuFreeBytes = 9'600'000'000;
    desk.workspace->engine().load();
    QTRY_VERIFY(desk.document().engine().has_value());
    desk.openPair();
    auto& bar = desk.find<QProgressBar>("memoryBar");
    auto& words = desk.find<QLabel>("memoryExpected");
    QCOMPARE(bar.value(), 0);
    QCOMPARE(words.text(), QString("9.6 GB free; what a run takes is known after the first"));
    desk.runToEnd();
    QCOMPARE(words.text(), QString("A run takes 1.9 GB; 9.6 GB are free"));
    QCOMPARE(bar.value(), 198);
    QCOMPARE(desk.find<QLabel>("memoryLast").text(), QString("Last run: used 1.9 GB"));
    desk.script->peakBytes = 2'000'000'000;
    desk.find<QSpinBox>("strengthNumber").setValue(70);
    desk.runToEnd();
    QCOMPARE(desk.find<QLabel>("memoryLast").text(),
             QString("Last run: expected 1.9 GB, used 2.0 GB"));
    QCOMPARE(bar.accessibleDescription(), words.text());
  }

  void littleFreeMemoryIsSaidInWords() {
    Desk desk;
    desk.script->gpuFreeBytes = 2'000'000'000; // 1.9 of them are more than 90 %
    desk.workspace->engine().load();
    QTRY_VERIFY(desk.document().engine().has_value());
    desk.openPair();
    desk.runToEnd();
    auto& words = desk.find<QLabel>("memoryExpected");
    QCOMPARE(words.text(), QString("Memory may run out: a run takes 1.9 GB, 2.0 GB are free"));
    QCOMPARE(words.property("role").toString(), QString("weak"));
    QCOMPARE(desk.find("memoryBar").property("level").toString(), QString("weak"));
  }

  void aPresetIsSavedChosenRenamedAndDeleted() {
    Desk desk;
    desk.openPair();
    desk.find<QSpinBox>("strengthNumber").setValue(60);
    QCOMPARE(presets(desk).currentText(), QString("Own settings"));
    saveAs(desk, "Half borrowed");
    QCOMPARE(presets(desk).currentText(), QString("Half borrowed"));
    trigger(desk, "presetUsual");
    QCOMPARE(presets(desk).currentText(), QString("Usual settings"));
    QCOMPARE(desk.find<QSpinBox>("strengthNumber").value(), 100);
    presets(desk).setCurrentIndex(1);
    Q_EMIT presets(desk).activated(1);
    QCOMPARE(desk.find<QSpinBox>("strengthNumber").value(), 60);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.find<QSpinBox>("strengthNumber").value(), 100);
    desk.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    trigger(desk, "presetRename");
    desk.find<QLineEdit>("nameEdit").setText("Sixty");
    QTest::keyClick(&desk.find("nameEdit"), Qt::Key_Return);
    QTRY_COMPARE(presets(desk).currentText(), QString("Sixty"));
    QCOMPARE(presets(desk).count(), 2);
    trigger(desk, "presetRemove");
    QCOMPARE(presets(desk).count(), 1);
    QCOMPARE(desk.find<QSpinBox>("strengthNumber").value(), 60); // the settings stay
    desk.document().actOnNotice();
    QCOMPARE(presets(desk).currentText(), QString("Sixty"));
  }

  void aNameThatIsTakenIsSaidBeforeItIsReplaced() {
    Desk desk;
    desk.openPair();
    desk.find<QSpinBox>("strengthNumber").setValue(60);
    saveAs(desk, "Mine");
    desk.find<QSpinBox>("strengthNumber").setValue(40);
    trigger(desk, "presetSave");
    QVERIFY(!desk.find("nameAccept").isEnabled()); // it has no name yet
    desk.find<QLineEdit>("nameEdit").setText(" Mine ");
    QVERIFY(desk.find<QLabel>("nameWord").text().contains("will be replaced"));
    QTest::mouseClick(&desk.find("nameAccept"), Qt::LeftButton);
    QTRY_COMPARE(presets(desk).count(), 2);
    QCOMPARE(presets(desk).currentText(), QString("Mine"));
  }

  void presetsAndTheLastSettingsOutliveTheProgram() {
    Desk desk;
    desk.openPair();
    desk.find<QSpinBox>("strengthNumber").setValue(60);
    desk.find<QDoubleSpinBox>("referenceScale").setValue(2);
    saveAs(desk, "Mine");
    desk.find<QSpinBox>("strengthNumber").setValue(30);
    desk.workspace.reset();
    desk.open();
    const Settings& now = desk.document().state().settings;
    QCOMPARE(now.options.strength, 0.3);
    QCOMPARE(now.referenceScale, 2.0);
    QVERIFY(!desk.document().undoStack().canUndo());
    QVERIFY(desk.document().isSaved()); // nothing that a person would lose
    QCOMPARE(presets(desk).itemText(1), QString("Mine"));
  }

  void aPresetTravelsAsAFile() {
    Desk desk;
    desk.openPair();
    desk.find<QSpinBox>("strengthNumber").setValue(60);
    saveAs(desk, "Mine");
    const QString file = desk.folder.filePath("mine.json");
    trigger(desk, "presetExport");
    auto* dialog = desk.workspace->window().findChild<QFileDialog*>();
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(QFile::exists(file));
    QTRY_COMPARE(desk.document().notices().size(), std::size_t{1});

    Desk other;
    other.openPair();
    trigger(other, "presetImport");
    dialog = other.workspace->window().findChild<QFileDialog*>();
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_COMPARE(presets(other).currentText(), QString("Mine"));
    QCOMPARE(other.find<QSpinBox>("strengthNumber").value(), 60);
  }

  void whatIsNoSettingsFileIsRefusedInWords_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("strength 60");
    QTest::newRow("another file") << QByteArray("{\"refscale_job\": 1}");
    QTest::newRow("a newer one") << QByteArray("{\"refscale_settings\": 2, \"settings\": {}}");
    QTest::newRow("an impossible scale")
        << QByteArray("{\"refscale_settings\": 1, \"settings\": {\"reference_scale\": 40}}");
    QTest::newRow("an impossible strength") << QByteArray(
        "{\"refscale_settings\": 1, \"settings\": {\"options\": {\"strength\": \"7\"}}}");
    QTest::newRow("a path as a model")
        << QByteArray("{\"refscale_settings\": 1, \"settings\": {\"model\": \"../../x\"}}");
  }
  void whatIsNoSettingsFileIsRefusedInWords() {
    QFETCH(QByteArray, bytes);
    QVERIFY_EXCEPTION_THROWN((void)parseSettings(bytes), Error);
    Desk desk;
    desk.openPair();
    const QString path = desk.folder.filePath("foreign.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    trigger(desk, "presetImport");
    auto* dialog = desk.workspace->window().findChild<QFileDialog*>();
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(desk.document().notices().size(), std::size_t{1});
    QVERIFY(desk.document().notices()[0].text.startsWith("foreign.json was not imported"));
    QCOMPARE(desk.document().state().settings, Settings());
  }

  void everySettingIsWrittenAndRead() {
    Settings all;
    all.model = "start";
    all.device = "cuda:1";
    all.precision = pipeline::Precision::Fp32;
    all.referenceScale = 1.25;
    all.options.strength = 0.4;
    all.options.gate = false;
    all.options.referenceMegapixels = 2;
    all.options.combine = pipeline::Combine::Best;
    all.options.selfEnsemble = 4;
    const NamedSettings read = parseSettings(writeSettings({"Mine", all}));
    QCOMPARE(read.name, QString("Mine"));
    QCOMPARE(read.settings, all);
  }

  void whoLendsAndHowManyPassesRepeatTheRestorationAlone() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    const auto choose = [&](const char* name, int index) {
      auto& combo = desk.find<QComboBox>(name);
      combo.setCurrentIndex(index);
      Q_EMIT combo.activated(index);
    };
    choose("passes", 2);
    QCOMPARE(desk.sentence(), QString("Passes changed from 1 to 4. Matches kept"));
    QCOMPARE(desk.document().state().settings.options.selfEnsemble, 4);
    choose("passes", 0);
    choose("combine", 1);
    QCOMPARE(desk.sentence(), QString("Only the best reference lends. Matches kept"));
    desk.runToEnd();
    QCOMPARE(desk.script->lastRequest().options.combine, pipeline::Combine::Best);
  }

  void aChangedValueIsMarkedForEyesAndEarsAndResetByADoubleClick() {
    Desk desk;
    desk.openPair();
    auto& scale = desk.find<QDoubleSpinBox>("referenceScale");
    auto& strength = desk.find<QSlider>("strength");
    auto& gate = desk.find<QCheckBox>("gate");
    QLabel* label = labelOf(desk, scale);
    QVERIFY(label != nullptr);
    QVERIFY(!label->text().contains("•"));
    QVERIFY(scale.accessibleDescription().isEmpty());
    scale.setValue(2);
    strength.setValue(20);
    gate.click();
    QVERIFY(label->text().contains("•"));
    QVERIFY(labelOf(desk, strength)->text().contains("•"));
    for (const QWidget* control : {static_cast<QWidget*>(&scale), static_cast<QWidget*>(&strength),
                                   static_cast<QWidget*>(&gate)}) {
      QCOMPARE(control->accessibleDescription(), QString("Not the usual value"));
    }
    QTest::mouseDClick(label, Qt::LeftButton);
    QCOMPARE(desk.document().state().settings.referenceScale, 0.0);
    QVERIFY(!label->text().contains("•"));
    QVERIFY(scale.accessibleDescription().isEmpty());
    QTest::mouseDClick(labelOf(desk, strength), Qt::LeftButton);
    QCOMPARE(strength.value(), 100);
    auto& brush = desk.find<QSlider>("brushSize");
    brush.setValue(200);
    QTest::mouseDClick(labelOf(desk, brush), Qt::LeftButton);
    QCOMPARE(brush.value(), 48);
  }
};

QTEST_MAIN(TstSettings)
#include "tst_settings.moc"
