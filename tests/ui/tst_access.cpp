#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QListWidget>
#include <QSet>
#include <QTabWidget>
#include <QToolButton>
#include <QTranslator>

#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/maps/maps_view.h"
#include "ui/matches/matches_view.h"
#include "ui/models/preferences.h"
#include "ui/panels/help_texts.h"
#include "ui/theme/high_contrast.h"
#include "ui/theme/theme.h"
#include "ui/views/exploration.h"
#include "ui/worker/engine_worker.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::cutOff;
using refscale::test::Desk;

namespace {

// Each text with accents and 40 % longer; places for values and keys stay.
QString pseudo(const QString& source) {
  static const QHash<QChar, QChar> accents = {
      {u'a', u'\u00e5'}, {u'e', u'\u00e9'}, {u'i', u'\u00ee'}, {u'o', u'\u00f8'},
      {u'u', u'\u00fc'}, {u'y', u'\u00fd'}, {u'c', u'\u00e7'}, {u'n', u'\u00f1'},
      {u's', u'\u0161'}, {u'z', u'\u017e'}, {u'A', u'\u00c5'}, {u'E', u'\u00c9'},
      {u'I', u'\u00ce'}, {u'O', u'\u00d8'}, {u'U', u'\u00dc'}};
  QString text;
  int letters = 0;
  for (qsizetype i = 0; i < source.size(); ++i) {
    const bool kept = source[i] == u'%' || source[i] == u'&';
    if (kept) text += source[i++];
    if (i >= source.size()) break;
    letters += source[i].isLetter() && !kept ? 1 : 0;
    text += kept ? source[i] : accents.value(source[i], source[i]);
  }
  QString more;
  const bool words = source.contains(u' ');
  for (int i = 0; i < (letters * 2 + 4) / 5; ++i) more += words && i % 6 == 0 ? u' ' : u'\u0169';
  const bool goesOn = text.endsWith(u'\u2026');
  if (goesOn) text.chop(1);
  return goesOn ? text + more + u'\u2026' : text + more;
}

class PseudoLocale : public QTranslator {
 public:
  PseudoLocale() { QCoreApplication::installTranslator(this); }
  ~PseudoLocale() override { QCoreApplication::removeTranslator(this); }
  PseudoLocale(const PseudoLocale&) = delete;
  PseudoLocale& operator=(const PseudoLocale&) = delete;
  PseudoLocale(PseudoLocale&&) = delete;
  PseudoLocale& operator=(PseudoLocale&&) = delete;
  [[nodiscard]] bool isEmpty() const override { return false; }
  [[nodiscard]] QString translate(const char*, const char* source, const char*,
                                  int) const override {
    return pseudo(QString::fromUtf8(source));
  }
};

// The system's font, before the program has made anything of it.
class SystemFont {
 public:
  explicit SystemFont(int points) : before_(QApplication::font()) {
    QFont font = before_;
    font.setPointSize(points);
    QApplication::setFont(font);
  }
  ~SystemFont() { QApplication::setFont(before_); }
  SystemFont(const SystemFont&) = delete;
  SystemFont& operator=(const SystemFont&) = delete;
  SystemFont(SystemFont&&) = delete;
  SystemFont& operator=(SystemFont&&) = delete;

 private:
  QFont before_;
};

class SystemPalette {
 public:
  explicit SystemPalette(const QPalette& palette) {
    qApp->setStyleSheet({});
    QApplication::setPalette(palette);
  }
  ~SystemPalette() { QApplication::setPalette(QPalette()); }
  SystemPalette(const SystemPalette&) = delete;
  SystemPalette& operator=(const SystemPalette&) = delete;
  SystemPalette(SystemPalette&&) = delete;
  SystemPalette& operator=(SystemPalette&&) = delete;
};

QPalette paletteOf(const QColor& ground, const QColor& text, const QColor& base) {
  QPalette palette;
  for (const auto role : {QPalette::Window, QPalette::Button}) palette.setColor(role, ground);
  palette.setColor(QPalette::Base, base);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(role, text);
  }
  palette.setColor(QPalette::Highlight, QColor("#1aebff"));
  palette.setColor(QPalette::HighlightedText, Qt::black);
  return palette;
}

// Has a look at the window in each of its states. `step` names them.
template <typename Look>
void walk(Desk& desk, const Look& look) {
  const auto shown = [&desk, &look](const char* step) {
    QTest::qWait(20);
    look(step, desk.workspace->window());
  };
  const auto dialog = [&desk, &look](ActionId id, const char* name) {
    desk.action(id).trigger();
    QTest::qWait(30);
    auto* found = desk.workspace->window().findChild<QWidget*>(QLatin1String(name));
    if (found == nullptr) qFatal("no %s", name);
    if (auto* pages = found->findChild<QListWidget*>("preferencePages")) {
      for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentRow(i);
        QTest::qWait(20);
        look(name, *found);
      }
    }
    look(name, *found);
    found->close();
    QTest::qWait(10);
  };
  shown("start");
  desk.openPair();
  QTRY_VERIFY(desk.document().lookingAt() == nullptr);
  shown("ready");
  desk.action(ActionId::ToggleRight).setChecked(false);
  desk.action(ActionId::ToggleRight).trigger();
  shown("settings");
  desk.runHeld();
  shown("running");
  desk.script->holdRestore = false;
  QTRY_VERIFY(desk.document().result() != nullptr);
  desk.workspace->session().makeMaps();
  QTRY_VERIFY(!desk.document().result()->result->maps.empty());
  shown("finished");
  for (const ActionId id : {ActionId::SideBySide, ActionId::Difference, ActionId::Loupe}) {
    desk.action(id).trigger();
    shown("comparing");
  }
  desk.document().keepSnapshot();
  shown("numbers");
  for (const ActionId id : {ActionId::ShowMatches, ActionId::ShowMaps}) {
    desk.action(id).trigger();
    QTest::qWait(60);
    shown(id == ActionId::ShowMatches ? "matches" : "maps");
    desk.action(ActionId::ToggleRight).trigger();
    shown("without numbers");
    desk.action(ActionId::ToggleRight).trigger();
  }
  desk.action(ActionId::ShowPicture).trigger();
  dialog(ActionId::Preferences, "preferencesDialog");
  dialog(ActionId::Export, "exportDialog");
  dialog(ActionId::Models, "modelsDialog");
  dialog(ActionId::Recent, "recentDialog");
  desk.script->failWith(Error(Kind::OutOfMemory, "There is not enough memory for this picture."));
  desk.action(ActionId::UpscaleWithout).trigger();
  QTRY_VERIFY(desk.document().failure().has_value());
  shown("failed");
}

} // namespace

class TstAccess : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void placesAndKeysSurviveThePseudoLocale() {
    const QString text = pseudo("&Open %1 of %n…");
    QVERIFY(text.startsWith("&O") && text.contains("%1") && text.contains("%n"));
    QVERIFY(text.endsWith(u'\u2026'));
    QCOMPARE(pseudo("Reference").size(), qsizetype{13});
  }

  void nothingIsCutOff_data() {
    QTest::addColumn<bool>("longer");
    QTest::addColumn<int>("points");
    QTest::addColumn<QSize>("size");
    QTest::newRow("40 % longer") << true << 10 << QSize(1024, 680);
    QTest::newRow("40 % longer, wide") << true << 10 << QSize(1440, 900);
    QTest::newRow("large text") << false << 13 << QSize(1024, 680);
    QTest::newRow("large text, wide") << false << 16 << QSize(1440, 900);
  }
  void nothingIsCutOff() {
    QFETCH(bool, longer);
    QFETCH(int, points);
    QFETCH(QSize, size);
    const auto language = longer ? std::make_unique<PseudoLocale>() : nullptr;
    const SystemFont font(points);
    Desk desk;
    desk.workspace->window().resize(size);
    QStringList found;
    walk(desk, [&](const char* step, const QWidget& window) {
      if (!cutOff(window).isEmpty())
        QTest::qWait(150); // a clock in the run bar may just have moved
      for (const QString& text : cutOff(window)) found += QLatin1String(step) + ": " + text;
      if (qEnvironmentVariableIsSet("REFSCALE_SHOTS")) {
        static int number = 0;
        const_cast<QWidget&>(window).grab().save(
            QStringLiteral("%1/%2-%3-%4.png")
                .arg(qEnvironmentVariable("REFSCALE_SHOTS"), QTest::currentDataTag())
                .arg(++number, 3, 10, QLatin1Char('0'))
                .arg(QLatin1String(step)));
      }
    });
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable('\n' + found.join('\n')));
    QVERIFY2(desk.workspace->window().width() <= size.width() + 1 || points > 10,
             qPrintable(QString::number(desk.workspace->window().width())));
  }

  void whatIsNotShownYetIsMadeReadyWhenNobodyWaits() {
    Desk desk;
    QWidget& hidden = desk.find("matchesInspect");
    QVERIFY(!hidden.isVisible());
    QTRY_VERIFY(hidden.testAttribute(Qt::WA_WState_Polished));
    QTRY_VERIFY(desk.find("lineOrder").testAttribute(Qt::WA_WState_Polished));
  }

  void f1ExplainsTheFocusedPartAndEscGoesBack() {
    Desk desk;
    desk.openPair();
    auto& help = desk.find("helpPanel");
    auto& strength = desk.find("strength");
    strength.setFocus();
    desk.press(Qt::Key_F1);
    QVERIFY(help.isVisible() && help.hasFocus());
    QCOMPARE(desk.find<QLabel>("helpWords").text(), helpOn(&strength));
    QVERIFY(desk.workspace->window().rect().contains(help.geometry()));
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&help);
    QCOMPARE(accessible->text(QAccessible::Name), helpOn(&strength));
    QTest::keyClick(&help, Qt::Key_Escape);
    QVERIFY(!help.isVisible());
    QVERIFY(strength.hasFocus());
    desk.canvas().setFocus();
    desk.press(Qt::Key_F1);
    QCOMPARE(desk.find<QLabel>("helpWords").text(), helpOn(&desk.canvas()));
    desk.press(Qt::Key_F1); // once more: away
    QVERIFY(!help.isVisible());
    desk.press(Qt::Key_F1);
    QTest::mouseClick(&strength, Qt::LeftButton); // somewhere else
    strength.setFocus();
    QVERIFY(!help.isVisible());
  }

  void escOnTheHelpStopsNothing() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    desk.canvas().setFocus();
    desk.press(Qt::Key_F1);
    QTest::keyClick(&desk.find("helpPanel"), Qt::Key_Escape);
    QVERIFY(!desk.find("helpPanel").isVisible());
    QCOMPARE(desk.document().job().phase, JobPhase::Running);
    QVERIFY(desk.workspace->window().findChild<QWidget*>("cancelQuestion") == nullptr);
    desk.script->holdRestore = false;
    QTRY_VERIFY(desk.document().result() != nullptr);
  }

  void everyAreaAndControlHasHelp() {
    Desk desk;
    QSet<QString> texts;
    const QString whole = helpOn(&desk.workspace->window());
    QVERIFY(!whole.isEmpty());
    walk(desk, [&](const char*, const QWidget& window) {
      if (window.objectName() != "mainWindow") return;
      for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
        texts += helpOn(widget);
      }
    });
    QVERIFY(!texts.contains(QString()));
    QVERIFY2(texts.size() >= 20, qPrintable(QString::number(texts.size())));
  }

  void errorsOfFilesAreSaidInTheLanguage() {
    const QTemporaryDir folder;
    const auto path = [&folder](const char* name) {
      return std::filesystem::path(folder.filePath(QLatin1String(name)).toStdString());
    };
    QFile empty(folder.filePath("empty.png"));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    const auto failureOf = [&](const char* name) {
      try {
        (void)productFileAccess().read(path(name));
      } catch (...) {
        return currentFailure();
      }
      return Failure();
    };
    const QString english = failureOf("empty.png").message;
    QVERIFY2(english.endsWith("is empty; it holds no picture."), qPrintable(english));
    const PseudoLocale language;
    for (const char* name : {"empty.png", "missing 100%1.png"}) {
      const QString message = failureOf(name).message;
      QVERIFY2(message.contains(u'\u0169'), qPrintable(message));
      QVERIFY2(message.contains(QLatin1String(name)), qPrintable(message)); // as it is
    }
    QCOMPARE(failureOf("empty.png").kind, Kind::BadInput);
  }

  void helpIsTranslated() {
    const PseudoLocale language;
    QWidget runBar;
    runBar.setObjectName("runBar");
    QVERIFY(helpOn(&runBar).contains(u'\u0169'));
  }

  void onlyExtremePalettesAreOfHighContrast_data() {
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<bool>("high");
    QTest::newRow("white on black") << paletteOf("#000000", "#ffffff", "#000000") << true;
    QTest::newRow("black on white") << paletteOf("#ffffff", "#000000", "#ffffff") << true;
    QTest::newRow("Fusion") << paletteOf("#efefef", "#000000", "#ffffff") << false;
    QTest::newRow("Adwaita") << paletteOf("#f6f5f4", "#2e3436", "#ffffff") << false;
    QTest::newRow("Breeze dark") << paletteOf("#2a2e32", "#fcfcfc", "#1b1e20") << false;
    QTest::newRow("OLED black") << paletteOf("#000000", "#e8e8e8", "#000000") << false;
  }
  void onlyExtremePalettesAreOfHighContrast() {
    QFETCH(QPalette, palette);
    QFETCH(bool, high);
    QCOMPARE(isHighContrast(palette), high);
  }

  void aPaletteOfHighContrastSwitchesTheTokensOff_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("white on black") << true;
    QTest::newRow("black on white") << false;
  }
  void aPaletteOfHighContrastSwitchesTheTokensOff() {
    QFETCH(bool, dark);
    const QColor ground = dark ? Qt::black : Qt::white;
    const QColor text = dark ? Qt::white : Qt::black;
    const SystemPalette system(paletteOf(ground, text, ground));
    Desk desk;
    Theme& theme = desk.workspace->theme();
    QVERIFY(theme.isHighContrast());
    for (const ActionId id : {ActionId::ThemeLight, ActionId::ThemeDark}) { // neither wins over it
      desk.action(id).trigger();
      QCOMPARE(theme.tokens().window, ground);
      QCOMPARE(theme.tokens().textSecond, text);
      QCOMPARE(QApplication::palette().color(QPalette::Window), ground);
      QCOMPARE(QApplication::palette().color(QPalette::Highlight), QColor("#1aebff"));
    }
    desk.openPair();
    desk.runToEnd();
    QTest::qWait(20);
    const QImage bar = desk.find("runBar").grab().toImage();
    QCOMPARE(bar.pixelColor(bar.width() / 2, 4), ground);
    // All of it, down to single tokens: nothing but the system's colours.
    for (const auto& [name, colour] : theme.tokens().named()) {
      const bool known =
          colour == ground || colour == text || colour == QColor("#1aebff") ||
          colour == QColor(Qt::black) ||
          colour == QApplication::palette().color(QPalette::Disabled, QPalette::WindowText);
      QVERIFY2(known, qPrintable(name));
    }
  }

  void belowTwelveHundredPixelsThePanelsFloatOverTheCanvas() {
    Desk desk;
    desk.workspace->window().resize(1440, 900);
    desk.openPair();
    QTest::qWait(20);
    QVERIFY(desk.find("settingsDock").isVisible());
    desk.workspace->window().resize(1100, 700);
    QTest::qWait(20);
    const int alone = desk.canvas().width();
    auto& overlay = desk.find("rightOverlay");
    QVERIFY(!overlay.isVisible()); // on demand
    desk.press(Qt::Key_F8);
    QTest::qWait(20);
    QVERIFY(overlay.isVisible());
    QVERIFY(!desk.find("settingsDock").isVisible());
    QVERIFY(desk.find("strength").isVisible());
    QCOMPARE(desk.canvas().width(), alone); // it lies over it
    const QRect canvas(desk.canvas().mapToGlobal(QPoint(0, 0)), desk.canvas().size());
    QVERIFY(canvas.contains(QRect(overlay.mapToGlobal(QPoint(0, 0)), overlay.size())));
    desk.find("strength").setFocus();
    QTest::keyClick(&desk.find("strength"), Qt::Key_Escape);
    QVERIFY(!overlay.isVisible());
    QVERIFY(!desk.action(ActionId::ToggleRight).isChecked());
    desk.press(Qt::Key_F8);
    QTest::mouseClick(&desk.find("closeOverlay"), Qt::LeftButton);
    QVERIFY(!overlay.isVisible());
    desk.runToEnd();
    desk.press(Qt::Key_F8);
    desk.action(ActionId::ShowMaps).trigger();
    QTest::qWait(20);
    QVERIFY(overlay.isVisible());
    QVERIFY(desk.find("mapsInspect").isVisible()); // what belongs to the view
    desk.workspace->window().resize(1440, 900);
    QTest::qWait(20);
    QVERIFY(!overlay.isVisible());
    QVERIFY(desk.find("mapsInspect").isVisible());
    QVERIFY(desk.find("inspectDock").isAncestorOf(&desk.find("mapsInspect")));
    QVERIFY(desk.find("settingsDock").isAncestorOf(&desk.find("strength")));
  }

  void f6GoesThroughAllAreasBothWays_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("docks") << QSize(1440, 900);
    QTest::newRow("floating") << QSize(1100, 700);
  }
  void f6GoesThroughAllAreasBothWays() {
    QFETCH(QSize, size);
    Desk desk;
    desk.workspace->window().resize(size);
    desk.openPair();
    if (!desk.action(ActionId::ToggleRight).isChecked()) desk.press(Qt::Key_F8);
    QTest::qWait(20);
    const bool floats = size.width() < 1200;
    const QList<const char*> areas = {"mainToolBar", "picturesDock", "viewPicture",
                                      floats ? "rightOverlay" : "settingsDock", "runBar"};
    const auto areaOf = [&](const QWidget* widget) -> QString {
      for (const char* name : areas) {
        if (desk.find(name).isAncestorOf(widget)) return QString::fromLatin1(name);
      }
      return QStringLiteral("bar");
    };
    QStringList onwards, back;
    desk.find("openTool").setFocus();
    for (int i = 0; i < 6; ++i) {
      desk.press(Qt::Key_F6);
      onwards += areaOf(desk.workspace->window().focusWidget());
    }
    for (const char* name : areas) QVERIFY2(onwards.contains(QLatin1String(name)), name);
    desk.find("openTool").setFocus();
    for (int i = 0; i < 6; ++i) {
      desk.press(Qt::Key_F6, Qt::ShiftModifier);
      back.prepend(areaOf(desk.workspace->window().focusWidget()));
    }
    onwards.removeAll("mainToolBar");
    back.removeAll("mainToolBar");
    QCOMPARE(back, onwards);
  }
};

QTEST_MAIN(TstAccess)
#include "tst_access.moc"
