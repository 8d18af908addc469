#include <QDir>
#include <QDockWidget>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QXmlStreamReader>

#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/languages.h"
#include "ui/models/preferences.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::cutOff;
using refscale::test::Desk;

namespace {

struct Entry {
  QString context, source;
  QStringList translations;
  bool finished = true;
};

QList<Entry> entriesOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no file %s", qPrintable(path));
  QXmlStreamReader xml(&file);
  QList<Entry> entries;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"name") {
      context = xml.readElementText();
    } else if (xml.name() == u"message") {
      entries.append({context, {}, {}, true});
    } else if (xml.name() == u"source") {
      entries.last().source = xml.readElementText();
    } else if (xml.name() == u"translation") {
      entries.last().finished = xml.attributes().value("type") != u"unfinished";
      while (!xml.isEndElement() || xml.name() != u"translation") {
        xml.readNext();
        if (xml.isCharacters() && !xml.text().trimmed().isEmpty()) {
          entries.last().translations += xml.text().toString();
        }
      }
    }
  }
  return entries;
}

QStringList placesIn(const QString& text) {
  static const QRegularExpression place("%[0-9n]");
  QStringList found;
  for (auto m = place.globalMatch(text); m.hasNext();) found += m.next().captured();
  found.sort();
  return found;
}

void speak(Desk& desk, const QString& language) {
  PreferenceValues values = desk.workspace->preferences().values();
  if (values.language == language) return;
  values.language = language;
  QSignalSpy replaced(desk.workspace.get(), &Workspace::windowReplaced);
  desk.workspace->preferences().set(values);
  QVERIFY(!replaced.isEmpty() || replaced.wait());
  desk.activate();
}

void addLanguages() {
  QTest::addColumn<QString>("language");
  for (const QString& language : Languages::translated()) {
    QTest::newRow(qPrintable(language)) << language;
  }
}

} // namespace

class TstTranslations : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyTextOfTheSourcesIsTranslated_data() { addLanguages(); }
  void everyTextOfTheSourcesIsTranslated() {
    QFETCH(QString, language);
    const QDir tree(QStringLiteral(REFSCALE_SOURCE_DIR));
    QTemporaryDir folder;
    const QString copy = folder.filePath("refscale_" + language + ".ts");
    QVERIFY(QFile::copy(tree.filePath("translations/refscale_" + language + ".ts"), copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(tree.path());
    lupdate.start(QStringLiteral(REFSCALE_LUPDATE),
                  {"-silent", "-no-obsolete", "-locations", "none", "-I", ".", "-tr-function-alias",
                   "QT_TRANSLATE_NOOP+=REFSCALE_SENTENCE", "ui", "core", "-ts", copy});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<Entry> entries = entriesOf(copy);
    QVERIFY(entries.size() > 400);
    for (const Entry& entry : entries) {
      QVERIFY2(entry.finished, qPrintable(entry.context + ": " + entry.source));
      QVERIFY2(!entry.translations.isEmpty() || entry.source.trimmed().isEmpty(),
               qPrintable(entry.source));
      for (const QString& translation : entry.translations) {
        QVERIFY2(placesIn(translation) == placesIn(entry.source),
                 qPrintable(entry.source + " -> " + translation));
        QVERIFY2(entry.source.startsWith('&') == translation.startsWith('&') ||
                     entry.source.contains('&') == translation.contains('&'),
                 qPrintable(translation));
      }
    }
  }

  void theLanguageSwitchesAtRunTimeAndKeepsWhatIsOpen_data() { addLanguages(); }
  void theLanguageSwitchesAtRunTimeAndKeepsWhatIsOpen() {
    QFETCH(QString, language);
    Desk desk;
    speak(desk, "en");
    desk.openPair();
    desk.runToEnd();
    const auto texts = [&desk] {
      QStringList all;
      for (const QAction* action : desk.workspace->actions().all()) all += action->text();
      all += desk.sentence();
      all += desk.find<QDockWidget>("settingsDock").windowTitle();
      return all;
    };
    const QStringList english = texts();
    const DocumentState state = desk.document().state();
    speak(desk, language);
    const QStringList translated = texts();
    QCOMPARE(translated.size(), english.size());
    int same = 0;
    for (qsizetype i = 0; i < english.size(); ++i) same += english[i] == translated[i] ? 1 : 0;
    QVERIFY2(same <= 1, qPrintable(QString::number(same))); // "100 %"
    QVERIFY(desk.document().state() == state);
    QVERIFY(desk.document().result() != nullptr);
    QVERIFY(desk.workspace->window().isVisible());
    QCOMPARE(desk.canvas().mode(), CompareMode::Split);
    desk.press(Qt::Key_D); // shortcuts are per function, not per letter of the translation
    QCOMPARE(desk.canvas().mode(), CompareMode::SideBySide);
    speak(desk, "en");
    QCOMPARE(texts(), english);
  }

  void theLanguageIsRemembered() {
    Desk desk;
    speak(desk, "de");
    desk.workspace.reset();
    desk.open();
    QCOMPARE(desk.primary().text(), QString("Vergrößern 4×"));
    QCOMPARE(QLocale().language(), QLocale::German);
    speak(desk, "en");
  }

  void theOpenPreferencesStayOpen() {
    Desk desk;
    speak(desk, "en");
    desk.action(ActionId::Preferences).trigger();
    speak(desk, "ja");
    auto* dialog = desk.workspace->window().findChild<QWidget*>("preferencesDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QCOMPARE(dialog->windowTitle(), QString("環境設定"));
    speak(desk, "en");
  }

  void nothingIsCutOffInTheSmallestWindow_data() {
    addLanguages();
    QTest::newRow("en") << "en";
  }
  void nothingIsCutOffInTheSmallestWindow() {
    QFETCH(QString, language);
    Desk desk;
    speak(desk, language);
    desk.workspace->window().resize(1024, 680);
    QCoreApplication::processEvents();
    QVERIFY2(cutOff(desk.workspace->window()).isEmpty(),
             qPrintable(cutOff(desk.workspace->window()).join("; ")));
    desk.openPair();
    QTRY_VERIFY(desk.document().lookingAt() == nullptr);
    QTest::qWait(20);
    QVERIFY2(cutOff(desk.workspace->window()).isEmpty(),
             qPrintable(cutOff(desk.workspace->window()).join("; ")));
    desk.workspace->window().resize(1280, 800); // with the right docks
    QTest::qWait(20);
    QVERIFY2(cutOff(desk.workspace->window()).isEmpty(),
             qPrintable(cutOff(desk.workspace->window()).join("; ")));
    desk.runToEnd();
    desk.find<QDockWidget>("inspectDock").raise();
    QTest::qWait(20);
    QVERIFY2(cutOff(desk.workspace->window()).isEmpty(),
             qPrintable(cutOff(desk.workspace->window()).join("; ")));
    QVERIFY(desk.workspace->window().width() <= 1280);
    desk.action(ActionId::CloseAll).trigger(); // docks go and come back
    desk.action(ActionId::Undo).trigger();
    QTest::qWait(20);
    QVERIFY2(cutOff(desk.workspace->window()).isEmpty(),
             qPrintable(cutOff(desk.workspace->window()).join("; ")));
    speak(desk, "en");
  }
};

QTEST_MAIN(TstTranslations)
#include "tst_translations.moc"
