#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <algorithm>
#include <random>

#include "tests/ui/desk.h"
#include "ui/actions.h"
#include "ui/inspection/inspection.h"
#include "ui/main_window.h"
#include "ui/models/document.h"
#include "ui/models/run_status.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/views/exploration.h"
#include "ui/views/picture_view.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

class TstWindow : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void startPageShowsTwoZonesAndNothingToRun() {
    Desk desk;
    QVERIFY(desk.find("startInput").isVisible());
    QVERIFY(desk.find("startReference").isVisible());
    QCOMPARE(desk.sentence(), QString("Start with the picture you want to enlarge"));
    QCOMPARE(desk.primary().text(), QString("Upscale 4×"));
    QVERIFY(!desk.primary().isEnabled());
    QVERIFY(!desk.find("picturesDock").isVisible());
  }

  void threeMovesMakeAnEnlargement() {
    Desk desk;
    desk.drop(desk.find("centralPage"), {"small-40x30.png"});
    QTRY_COMPARE(desk.sentence(), QString("Now add a better picture of the same thing"));
    QVERIFY(desk.find("inputCard").isVisible());
    desk.drop(desk.find("centralPage"), {"better-160x120.png"});
    QTRY_COMPARE(desk.sentence(), QString("Good reference: 50 % of the picture has a sure match"));
    desk.runToEnd();
    QVERIFY2(desk.sentence().startsWith("Done in"), qPrintable(desk.sentence()));
    QCOMPARE(desk.canvas().mode(), CompareMode::Split);
    QCOMPARE(desk.canvas().layerA().name, QString("Bicubic"));
    QCOMPARE(desk.canvas().layerB().name, QString("Result"));
    QCOMPARE(desk.canvas().layerB().pyramid->size(), QSize(160, 120));
    QCOMPARE(desk.script->lastRequest().references.size(), std::size_t{1});
  }

  void twoPicturesAreSortedBySizeAndCanBeSwapped_data() {
    QTest::addColumn<QStringList>("files");
    QTest::newRow("smaller first") << QStringList{"s-40x30.png", "b-160x120.png"};
    QTest::newRow("smaller last") << QStringList{"b-160x120.png", "s-40x30.png"};
  }
  void twoPicturesAreSortedBySizeAndCanBeSwapped() {
    QFETCH(QStringList, files);
    Desk desk;
    desk.drop(desk.find("centralPage"), files);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->name, QString("s-40x30.png"));
    QVERIFY(desk.find("noticeBar").isVisible());
    QTest::mouseClick(&desk.find("noticeRemedy"), Qt::LeftButton);
    QCOMPARE(desk.document().state().input->name, QString("b-160x120.png"));
    QCOMPARE(desk.document().state().references.front().picture->name, QString("s-40x30.png"));
    QVERIFY(!desk.find("noticeBar").isVisible());
  }

  void aBrokenFileIsNamedAndTheOthersOpen() {
    Desk desk;
    desk.drop(desk.find("centralPage"), {"s-40x30.png", "notes.txt", "b-160x120.png"});
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().references.size(), std::size_t{1});
    const QString text = desk.find<QLabel>("noticeText").text();
    QVERIFY2(text.contains("notes.txt") && text.contains("This is no picture."), qPrintable(text));
  }

  void aBrokenFileAloneLeavesEverythingAsItWas() {
    Desk desk;
    desk.openPair();
    const DocumentState before = desk.document().state();
    desk.drop(desk.find("centralPage"), {"broken.png"});
    QTRY_VERIFY(desk.find("noticeBar").isVisible());
    QVERIFY(desk.document().state() == before);
  }

  void aDropOnTheInputCardReplacesAndUndoBringsBack() {
    Desk desk;
    desk.openPair();
    desk.drop(desk.find("inputCard"), {"other-50x50.png"});
    QTRY_COMPARE(desk.document().state().input->name, QString("other-50x50.png"));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.document().state().input->name, QString("small-40x30.png"));
  }

  void aThirdPictureOnTheCanvasIsAskedForItsPlace() {
    Desk desk;
    desk.openPair();
    QWidget& page = desk.find("centralPage");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(desk.folder.filePath("third-60x60.png"))});
    Desk::drop(page, data, QPoint(page.width() * 3 / 4, page.height() / 2));
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{2});
    Desk::drop(page, data, QPoint(page.width() / 4, page.height() / 2));
    QTRY_COMPARE(desk.document().state().input->name, QString("third-60x60.png"));
  }

  void pasteActsLikeADrop() {
    Desk desk;
    QApplication::clipboard()->setImage(toImage(test::makeScene(30, 20)));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->srgb->width(), 30);
    QApplication::clipboard()->clear();
  }

  void enlargingWithoutReferenceIsTheSecondAction() {
    Desk desk;
    desk.drop(desk.find("centralPage"), {"small-40x30.png"});
    QTRY_COMPARE(desk.find<QPushButton>("runSecondary").text(),
                 QString("Enlarge without reference"));
    QTest::mouseClick(&desk.find("runSecondary"), Qt::LeftButton);
    QTRY_VERIFY(desk.document().result() != nullptr);
    QVERIFY(desk.sentence().contains("without a reference"));
    QCOMPARE(desk.script->matchCalls.load(), 0);
  }

  void theNewestNoticeIsShown() {
    Desk desk;
    Notice saved{"Saved as a.png."};
    saved.passing = true;
    desk.document().addNotice(saved);
    desk.document().addNotice({"Not saved: the disk is full."});
    QCOMPARE(desk.document().notices().size(), std::size_t{1});
    desk.document().addNotice({"Another."});
    QCOMPARE(desk.find<QLabel>("noticeText").text(), QString("Another."));
    desk.document().dismissNotice();
    QCOMPARE(desk.find<QLabel>("noticeText").text(), QString("Not saved: the disk is full."));
  }

  void oneDragOfTheSliderIsOneStepBack() {
    Desk desk;
    desk.openPair();
    auto& slider = desk.find<QSlider>("strength");
    const int steps = desk.document().undoStack().count();
    for (const int end : {60, 30}) {
      slider.setSliderDown(true);
      for (int value = slider.value(); value >= end; value -= 5) slider.setValue(value);
      slider.setSliderDown(false);
    }
    QCOMPARE(desk.document().undoStack().count(), steps + 2);
    desk.document().undoStack().undo();
    QCOMPARE(slider.value(), 60);
  }

  void removingTheReferenceByKeyIsUndoable() {
    Desk desk;
    desk.openPair();
    QWidget& card = desk.find("referenceCard1");
    card.setFocus();
    QTest::keyClick(&card, Qt::Key_Delete);
    QVERIFY(desk.document().state().references.empty());
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.document().state().references.size(), std::size_t{1});
  }

  void splitMovesByKeysAndIsReadable() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    CompareCanvas& canvas = desk.canvas();
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Right);
    QCOMPARE(qRound(canvas.splitPosition() * 100), 51);
    QTest::keyClick(&canvas, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(qRound(canvas.splitPosition() * 100), 41);
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&canvas);
    QVERIFY(accessible != nullptr);
    const QString value = accessible->text(QAccessible::Value);
    QVERIFY2(value.startsWith("Split at 41 %, A Bicubic, B Result, zoom"), qPrintable(value));
  }

  void splitMovesByMouse() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    CompareCanvas& canvas = desk.canvas();
    const QPoint middle(canvas.width() / 2, canvas.height() / 2);
    const QPoint quarter(canvas.width() / 4, canvas.height() / 2);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&canvas, quarter);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, quarter);
    QVERIFY(std::abs(canvas.splitPosition() - 0.25) < 0.01);
    QTest::mouseDClick(&canvas, Qt::LeftButton, {}, quarter);
    QCOMPARE(canvas.splitPosition(), 0.5);
  }

  void spaceShowsAAndComesBack() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    CompareCanvas& canvas = desk.canvas();
    canvas.setFocus();
    QTest::keyPress(&canvas, Qt::Key_Space);
    QVERIFY(canvas.showsOnlyA());
    QTest::keyRelease(&canvas, Qt::Key_Space);
    QVERIFY(!canvas.showsOnlyA());
    QCOMPARE(canvas.mode(), CompareMode::Split);
  }

  void lettersChooseTheModeAndKeepTheView() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    CompareCanvas& canvas = desk.canvas();
    canvas.setFocus();
    canvas.zoomTo(8);
    const double zoom = canvas.transform().zoom();
    for (const auto& [key, mode] :
         {std::pair(Qt::Key_D, CompareMode::SideBySide),
          std::pair(Qt::Key_F, CompareMode::Difference), std::pair(Qt::Key_B, CompareMode::Blink),
          std::pair(Qt::Key_L, CompareMode::Loupe), std::pair(Qt::Key_A, CompareMode::Single),
          std::pair(Qt::Key_S, CompareMode::Split)}) {
      desk.press(key);
      QCOMPARE(canvas.mode(), mode);
      QCOMPARE(canvas.transform().zoom(), zoom);
      canvas.repaint();
    }
    desk.press(Qt::Key_X);
    QCOMPARE(canvas.layerA().name, QString("Result"));
    desk.press(Qt::Key_0, Qt::ControlModifier);
    QVERIFY(canvas.transform().isFit());
  }

  void theLoupeEnlargesOnePlaceOfBoth() {
    Desk desk;
    desk.openPair();
    auto halves = std::make_shared<media::Picture>(160, 120, 3, media::Sample::U8);
    for (int y = 0; y < 120; ++y) { // the result is white from the middle to the right
      std::fill_n(halves->row<std::uint8_t>(y) + 3 * 80, 3 * 80, std::uint8_t{255});
    }
    desk.script->setResult(halves);
    desk.runToEnd();
    CompareCanvas& canvas = desk.canvas();
    canvas.setFocus();
    desk.press(Qt::Key_L);
    canvas.setLoupe(8);
    canvas.zoomTo(1);
    const QPoint middle = canvas.transform().toView({80.5, 60.5}).toPoint();
    QTest::mouseMove(&canvas, middle);
    QVERIFY(std::abs(canvas.loupePlace().x() - 80.5) < 1);
    const QImage shown = canvas.grab().toImage();
    QCOMPARE(shown.devicePixelRatio(), 1.0);
    // The box lies right below the marked place; its right half is B, eight times as large.
    const double left = middle.x() + 60 / 8.0 + 16;
    const double top = middle.y() + 90 / 8.0 + 16;
    const auto at = [&](double x, double y) {
      return shown.pixelColor(qRound(left + x), qRound(top + y));
    };
    QCOMPARE(at(120 + 60 + 20, 60), QColor(Qt::white));
    QCOMPARE(at(120 + 60 - 20, 60), QColor(Qt::black));
    QVERIFY(at(60 + 20, 60) != QColor(Qt::white)); // A: bicubic

    // Pinned, it stays; the pointer and the arrow keys go on without it.
    QTest::mouseClick(&canvas, Qt::LeftButton, Qt::ShiftModifier, middle);
    QVERIFY(canvas.loupeIsPinned());
    const QPointF pinned = canvas.loupePlace();
    QTest::mouseMove(&canvas, middle + QPoint(30, 20));
    QCOMPARE(canvas.loupePlace(), pinned);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QVERIFY(!canvas.loupeIsPinned());
    QTest::keyClick(&canvas, Qt::Key_Right); // by keys alone it is in the middle of what is seen
    QCOMPARE(canvas.loupePlace(), canvas.transform().visibleFrame().center());
    QTest::keyClick(&canvas, Qt::Key_Return);
    QVERIFY(canvas.valueSentence().startsWith("Loupe pinned at"));
  }

  void theCanvasDrawsItsLayers() {
    Desk desk;
    desk.openPair();
    auto white = std::make_shared<media::Picture>(160, 120, 3, media::Sample::U8);
    std::fill(white->bytes().begin(), white->bytes().end(), std::byte{255});
    desk.script->setResult(white);
    desk.runToEnd();
    CompareCanvas& canvas = desk.canvas();
    const QRect frame = canvas.transform().frameInView().toRect();
    const QImage shown = canvas.grab().toImage();
    const double ratio = shown.devicePixelRatio();
    const auto at = [&](QPoint p) { return shown.pixelColor((QPointF(p) * ratio).toPoint()); };
    QCOMPARE(at({frame.right() - 10, frame.center().y() + 60}), QColor(Qt::white)); // B: the result
    QVERIFY(at({frame.left() + 10, frame.center().y() + 60}) != QColor(Qt::white)); // A: bicubic
    QCOMPARE(at({2 + frame.left() / 2, frame.center().y()}),
             desk.workspace->theme().tokens().surround);
  }

  void recentPicturesOpenAgainWithTheirReferences() {
    Desk desk;
    for (const char* name : {"small-40x30.png", "better-160x120.png"}) {
      QFile file(desk.folder.filePath(name));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    desk.openPair();
    desk.workspace.reset();
    desk.open();
    QTest::mouseClick(&desk.find("recent1"), Qt::LeftButton);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{1});
    QCOMPARE(desk.document().state().input->name, QString("small-40x30.png"));
  }

  void allRecentPicturesCanBeSearchedOpenedAndForgotten() {
    Desk desk;
    for (const char* name : {"small-40x30.png", "better-160x120.png", "other-20x20.png"}) {
      QFile file(desk.folder.filePath(name));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    desk.openPair();
    desk.drop(desk.find("inputCard"), {"other-20x20.png"});
    QTRY_COMPARE(desk.document().state().input->name, QString("other-20x20.png"));
    desk.action(ActionId::CloseAll).trigger();
    QTest::mouseClick(&desk.find("recentAll"), Qt::LeftButton);
    auto& list = desk.find<QListWidget>("recentList");
    QCOMPARE(list.count(), 2);
    desk.find<QLineEdit>("recentSearch").setText("SMALL");
    QVERIFY(list.item(0)->isHidden());
    QVERIFY(!list.item(1)->isHidden());
    QVERIFY(!desk.find("recentOpen").isEnabled()); // what is chosen is not shown
    list.setCurrentRow(1);
    QTRY_VERIFY(desk.find("recentOpen").isEnabled());
    QTest::mouseClick(&desk.find("recentOpen"), Qt::LeftButton);
    QTRY_VERIFY(desk.document().state().input != nullptr);
    QCOMPARE(desk.document().state().input->name, QString("small-40x30.png"));
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{1});
    desk.action(ActionId::Recent).trigger();
    auto* dialog = desk.workspace->window().findChild<QDialog*>("recentDialog");
    QVERIFY(dialog != nullptr);
    auto* remaining = dialog->findChild<QListWidget*>("recentList");
    QTest::mouseClick(dialog->findChild<QPushButton*>("recentRemove"), Qt::LeftButton);
    QCOMPARE(remaining->count(), 1);
    QTest::mouseClick(dialog->findChild<QPushButton*>("recentClear"), Qt::LeftButton);
    QCOMPARE(remaining->count(), 0);
  }

  void themesSwitchAtRunTimeAndAreRemembered() {
    Desk desk;
    const QColor dark = desk.workspace->theme().tokens().window;
    desk.action(ActionId::ThemeLight).trigger();
    QVERIFY(desk.workspace->theme().tokens().window != dark);
    QVERIFY(qApp->styleSheet().contains(desk.workspace->theme().tokens().window.name()));
    QVERIFY(!qApp->styleSheet().contains('@')); // every token was put in
    desk.workspace.reset();
    desk.open();
    QVERIFY(desk.action(ActionId::ThemeLight).isChecked());
    desk.action(ActionId::ThemeDark).trigger();
  }

  void panelsHideAndComeBack() {
    Desk desk;
    desk.openPair();
    QVERIFY(desk.find("picturesDock").isVisible());
    desk.press(Qt::Key_F7);
    QVERIFY(!desk.find("picturesDock").isVisible());
    desk.press(Qt::Key_F11);
    QVERIFY(!desk.find("settingsDock").isVisible());
    QVERIFY(desk.find("runBar").isVisible());
    desk.press(Qt::Key_F11);
    QVERIFY(desk.find("picturesDock").isVisible());
    QVERIFY(desk.find("settingsDock").isVisible());
  }

  void everyVisibleControlHasAName() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    for (const QWidget* widget : desk.workspace->window().findChildren<QWidget*>()) {
      if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
      if (qobject_cast<const QTabBar*>(widget) != nullptr) continue; // its tabs have names
      if (widget->objectName() == "qt_spinbox_lineedit") continue;   // part of a spin box
      QAccessibleInterface* accessible =
          QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
      QVERIFY(accessible != nullptr);
      QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
               qPrintable(
                   QString("%1 %2").arg(widget->metaObject()->className(), widget->objectName())));
    }
  }

  void f6VisitsEveryArea() {
    Desk desk;
    desk.openPair();
    desk.canvas().setFocus();
    QSet<QWidget*> seen;
    for (int i = 0; i < 6; ++i) {
      desk.press(Qt::Key_F6);
      seen.insert(desk.workspace->window().focusWidget());
    }
    QVERIFY2(seen.size() >= 5, qPrintable(QString::number(seen.size())));
  }

  void nothingIsCutOffInASmallWindow() {
    Desk desk;
    desk.workspace->window().resize(1024, 680);
    desk.openPair();
    desk.document().setFailure(Failure{
        Kind::OutOfMemory,
        QString("There is not enough memory for this picture; close other programs, use a smaller "
                "reference, or enlarge the picture in parts. ")
            .repeated(2),
        {}});
    QCoreApplication::processEvents();
    const auto& sentence = desk.find<QLabel>("runSentence");
    QVERIFY(sentence.height() >= sentence.heightForWidth(sentence.width()));
    QVERIFY(desk.find("runBar").height() > 56);
    QVERIFY(desk.workspace->window().width() <= 1024);
  }

  // The window's whole vocabulary in random order: nothing may crash, and at the end it still
  // works.
  void aThousandRandomEventsDoNoHarm() {
    Desk desk;
    std::mt19937 random(20240601);
    const QList<QAction*> actions = desk.workspace->actions().all();
    const QStringList files = {"a-40x30.png", "b-160x120.png", "c-33x27.png", "broken.png"};
    const QList<int> keys = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Space, Qt::Key_Tab, Qt::Key_Up};
    for (int i = 0; i < 1000; ++i) {
      const auto pick = [&random](auto size) {
        return static_cast<int>(random() % static_cast<unsigned>(size));
      };
      switch (pick(5)) {
        case 0:
          if (i % 4 == 0) desk.drop(desk.find("centralPage"), {files[pick(files.size())]});
          break;
        case 1: {
          QAction& action = *actions[pick(actions.size())];
          const QStringList opensSomething = {
              "open",        "addReference", "setTruth",  "quit",       "export",
              "about",       "saveJob",      "saveJobAs", "loadMask",   "saveMask",
              "preferences", "models",       "recent",    "rankFolder", "failureDetails"};
          if (!opensSomething.contains(action.objectName())) action.trigger();
          break;
        }
        case 2:
          QTest::keyClick(&desk.canvas(), static_cast<Qt::Key>(keys[pick(keys.size())]));
          break;
        case 3:
          desk.find<QSlider>("strength").setValue(pick(101));
          break;
        default:
          if (desk.primary().isEnabled() && desk.primary().text() != "Export…" &&
              !desk.primary().text().endsWith("…")) {
            QTest::mouseClick(&desk.primary(), Qt::LeftButton);
          }
          QCoreApplication::processEvents();
      }
    }
    QTRY_COMPARE(desk.document().loadingCount(), 0);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
  }
};

QTEST_MAIN(TstWindow)
#include "tst_window.moc"
