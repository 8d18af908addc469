#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTreeWidget>

#include "core/pipeline/estimate.h"
#include "tests/ui/desk.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/models/preferences.h"
#include "ui/theme/theme.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

void choose(QComboBox& combo, int index) {
  combo.setCurrentIndex(index);
  Q_EMIT combo.activated(index);
}

} // namespace

class TstPreferences : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void changesActAtOnceAndAreRemembered() {
    Desk desk;
    desk.action(ActionId::Preferences).trigger();
    const QColor before = desk.workspace->theme().tokens().surround;
    choose(desk.find<QComboBox>("preferenceTheme"), 2);
    QVERIFY(desk.action(ActionId::ThemeLight).isChecked());
    choose(desk.find<QComboBox>("preferenceSurround"), 2);
    QCOMPARE(desk.workspace->theme().tokens().surround, QColor("#777777"));
    QTest::mouseClick(&desk.find("preferenceLetterKeys"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(desk.action(ActionId::Split).shortcut().isEmpty());
    QVERIFY(!desk.action(ActionId::Open).shortcut().isEmpty());
    desk.workspace.reset();
    desk.open();
    QCOMPARE(desk.workspace->theme().tokens().surround, QColor("#777777"));
    QVERIFY(desk.action(ActionId::Split).shortcut().isEmpty());
    PreferenceValues usual;
    desk.workspace->preferences().set(usual);
    QCOMPARE(desk.workspace->theme().tokens().surround, before);
    QVERIFY(!desk.action(ActionId::Split).shortcut().isEmpty());
  }

  void shortcutsAreChangedAndConflictsRefused() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    desk.action(ActionId::Preferences).trigger();
    desk.find<QListWidget>("preferencePages").setCurrentRow(4);
    auto& list = desk.find<QTreeWidget>("shortcutList");
    auto& edit = desk.find<QKeySequenceEdit>("shortcutEdit");
    const auto choose = [&](ActionId id) {
      for (int i = 0; i < list.topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = list.topLevelItem(i);
        if (item->data(0, Qt::UserRole) == desk.action(id).objectName()) list.setCurrentItem(item);
      }
    };
    const auto type = [&](const char* key) {
      edit.setKeySequence(QKeySequence(key));
      Q_EMIT edit.editingFinished();
    };
    choose(ActionId::Loupe);
    type("S"); // Split's
    QVERIFY(desk.find<QLabel>("shortcutMessage").text().contains("Split"));
    QCOMPARE(desk.action(ActionId::Loupe).shortcut(), QKeySequence("L"));
    QCOMPARE(edit.keySequence(), QKeySequence("L"));
    type("Space");
    QCOMPARE(desk.action(ActionId::Loupe).shortcut(), QKeySequence("L"));
    type("G");
    QCOMPARE(desk.action(ActionId::Loupe).shortcut(), QKeySequence("G"));
    QVERIFY(desk.action(ActionId::Loupe).toolTip().contains("(G)"));
    choose(ActionId::Split);
    QTest::mouseClick(&desk.find("shortcutNone"), Qt::LeftButton);
    QVERIFY(desk.action(ActionId::Split).shortcut().isEmpty());
    desk.find("preferencesDialog").close();
    desk.canvas().setFocus();
    desk.press(Qt::Key_G);
    QCOMPARE(desk.canvas().mode(), CompareMode::Loupe);

    desk.workspace.reset();
    desk.open(); // remembered
    QCOMPARE(desk.action(ActionId::Loupe).shortcut(), QKeySequence("G"));
    QVERIFY(desk.action(ActionId::Split).shortcut().isEmpty());
    desk.action(ActionId::Preferences).trigger();
    auto& again = desk.find<QTreeWidget>("shortcutList");
    for (int i = 0; i < again.topLevelItemCount(); ++i) {
      again.setCurrentItem(again.topLevelItem(i));
      auto& usual = desk.find<QPushButton>("shortcutUsual");
      if (usual.isEnabled()) usual.click();
    }
    QVERIFY(desk.workspace->preferences().values().shortcuts.empty());
    QCOMPARE(desk.action(ActionId::Split).shortcut(), QKeySequence("S"));
  }

  void valuesStayInTheirRanges() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
    settings.setValue("sure", 7);
    settings.setValue("theme", 99);
    settings.setValue("threads", -3);
    settings.setValue("blinkMillis", "soon");
    Preferences preferences(settings);
    QCOMPARE(preferences.values().sure, 0.95);
    QCOMPARE(static_cast<int>(preferences.values().theme), 2);
    QCOMPARE(preferences.values().threads, 0);
    QCOMPARE(preferences.values().blinkMillis, 200);
  }

  void theSureThresholdDecidesWhatCounts() {
    Desk desk;
    desk.openPair();
    QTRY_VERIFY(desk.sentence().startsWith("Good reference: 50 %"));
    desk.runToEnd();
    desk.action(ActionId::Preferences).trigger();
    desk.find<QDoubleSpinBox>("preferenceSure").setValue(0.9);
    const double share = desk.document().borrowedShare(*desk.document().result());
    QVERIFY2(share < 0.5 && share > 0.3, qPrintable(QString::number(share)));
    const int borrowed = qRound(share * 100);
    QVERIFY2(desk.sentence().contains(QString("%1 % of the picture is borrowed, %2 % invented")
                                          .arg(borrowed)
                                          .arg(100 - borrowed)),
             qPrintable(desk.sentence()));
    // References are looked at again with the new threshold.
    const PictureHandle reference = desk.document().state().references[0].picture;
    QTRY_VERIFY(desk.document().preflightOf(reference) != nullptr);
    QVERIFY(desk.document().preflightOf(reference)->fit.covers < 0.5);
  }

  void referencesAreNotLookedAtWhereThatIsTurnedOff() {
    Desk desk;
    PreferenceValues values;
    values.preflight = false;
    values.threads = 1;
    desk.workspace->preferences().set(values);
    desk.openPair();
    QCOMPARE(desk.sentence(), QString("Ready to borrow from better-160x120.png"));
    QTest::qWait(20);
    QCOMPARE(desk.script->preflights.load(), 0);
  }

  void modelsHaveCardsAndBrokenOnesSayWhy() {
    Desk desk;
    desk.action(ActionId::Models).trigger();
    QTRY_VERIFY(desk.workspace->window().findChild<QWidget*>("modelCard2") != nullptr);
    QVERIFY(!desk.find<QPushButton>("modelUse1").isEnabled()); // in use
    QVERIFY(desk.workspace->window().findChild<QWidget*>("modelUse2") == nullptr);
    QTest::mouseClick(&desk.find("modelTest1"), Qt::LeftButton);
    const auto says = [&desk](const QString& text) {
      const auto labels = desk.find("modelCard1").findChildren<QLabel*>();
      return std::any_of(labels.begin(), labels.end(),
                         [&](const QLabel* label) { return label->text().startsWith(text); });
    };
    QTRY_VERIFY(says("Works: a test picture took"));
  }

  void aCheckpointWithMissingKeysNamesThemAndChangesNothing() {
    Desk desk;
    desk.action(ActionId::Models).trigger();
    QTest::mouseClick(&desk.find("importModelButton"), Qt::LeftButton);
    auto& restoration = desk.find<QLineEdit>("importRestoration");
    restoration.setText("/downloads/C2 matching (mse).pth");
    desk.find<QLineEdit>("importExtractor").setText("/downloads/short.pth");
    QCOMPARE(desk.find<QLineEdit>("importName").text(), QString("C2-matching-mse-"));
    QTest::mouseClick(&desk.find("importStart"), Qt::LeftButton);
    QTRY_COMPARE(desk.find<QLabel>("importMessage").text(),
                 QString("The extractor lacks conv3_1.weight and conv3_1.bias."));
    QCOMPARE(desk.document().state().settings.model, QString("photo"));
    desk.find<QLineEdit>("importExtractor").setText("/downloads/whole.pth");
    QTest::mouseClick(&desk.find("importStart"), Qt::LeftButton);
    QTRY_VERIFY(desk.workspace->window().findChild<ImportDialog*>() == nullptr);
  }

  void timesAreEstimatedFromWhatWasMeasured() {
    Desk desk;
    desk.openPair();
    QTRY_VERIFY(desk.sentence().startsWith("Good reference"));
    QVERIFY(desk.document().estimate().seconds > 0); // from looking at the reference
    QVERIFY(desk.find<QLabel>("runTiming").text().startsWith("About"));
    desk.runToEnd();
    // The scripted report: 1.2 s + 0.2 s of matching, 1.4 s + 0.06 s of restoring, for this size.
    QVERIFY2(std::abs(desk.document().estimate().seconds - 2.86) < 0.01,
             qPrintable(QString::number(desk.document().estimate().seconds)));
    QVERIFY(std::abs(desk.document().estimate().bytes - 1.9e9) < 1e6);
    desk.drop(desk.find("inputCard"), {"larger-80x60.png"});
    QTRY_COMPARE(desk.document().state().input->name, QString("larger-80x60.png"));
    QVERIFY(desk.document().estimate().seconds > 4 * 1.46);
    desk.workspace.reset();
    desk.open(); // remembered
    desk.openPair();
    QVERIFY(std::abs(desk.document().estimate().seconds - 2.86) < 0.01);
  }
};

QTEST_MAIN(TstPreferences)
#include "tst_preferences.moc"
