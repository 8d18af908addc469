#include <QPainter>

#include "tests/ui/desk.h"
#include "ui/models/mask_editor.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

// A stroke as the hand makes it, between two places of the picture.
void drag(CompareCanvas& canvas, QPointF from, QPointF to) {
  const QPoint a = canvas.transform().toView(from).toPoint();
  const QPoint b = canvas.transform().toView(to).toPoint();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, a);
  QTest::mouseMove(&canvas, (a + b) / 2);
  QTest::mouseMove(&canvas, b);
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, b);
}

} // namespace

class TstMask : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aStrokeCoversWhatTheBrushPassed() {
    const MaskHandle mask =
        painted(nullptr, QSize(40, 30), {BrushKind::Paint, {{40, 60}, {120, 60}}, 16});
    QVERIFY(mask != nullptr);
    QCOMPARE(mask->pixelColor(20, 15).red(), 255);
    QCOMPARE(mask->pixelColor(20, 20).red(), 0);
    QCOMPARE(mask->pixelColor(35, 15).red(), 0);
    const MaskHandle erased = painted(mask, QSize(40, 30), {BrushKind::Erase, {{80, 60}}, 400});
    QVERIFY(erased == nullptr); // nothing is painted any more
  }

  void invertingTwiceChangesNothing() {
    const MaskHandle mask = painted(nullptr, QSize(40, 30), {BrushKind::Paint, {{40, 60}}, 40});
    const MaskHandle once = inverted(mask, QSize(40, 30));
    QVERIFY(std::abs(paintedShare(mask) + paintedShare(once) - 1) < 1e-9);
    QVERIFY(sameMask(mask, inverted(once, QSize(40, 30))));
    QVERIFY(inverted(inverted(nullptr, QSize(4, 3)), QSize(4, 3)) == nullptr);
  }

  void picturesBecomeMasksByTransparencyOrBrightness() {
    QImage bright(80, 60, QImage::Format_RGB32);
    bright.fill(Qt::black);
    QPainter(&bright).fillRect(0, 0, 40, 60, Qt::white);
    QCOMPARE(paintedShare(maskFrom(bright, QSize(40, 30))), 0.5);
    QCOMPARE(paintedShare(maskFrom(bright.convertToFormat(QImage::Format_ARGB32), QSize(40, 30))),
             0.5); // an alpha channel that says nothing
    QImage layer(80, 60, QImage::Format_ARGB32);
    layer.fill(Qt::transparent);
    QPainter(&layer).fillRect(0, 0, 80, 16, Qt::black);
    QCOMPARE(paintedShare(maskFrom(layer, QSize(40, 30))), 8.0 / 30);
    QVERIFY(maskFrom(QImage(), QSize(4, 3)) == nullptr);
  }

  void strokesAreUndoneOneByOneToAnEmptyMask() {
    Desk desk;
    desk.openPair();
    desk.press(Qt::Key_Q);
    QVERIFY(desk.action(ActionId::Brush).isChecked());
    for (int i = 0; i < 50; ++i) drag(desk.canvas(), {5.0 + 3 * i, 10}, {5.0 + 3 * i, 110});
    QVERIFY(desk.document().state().mask != nullptr);
    QCOMPARE(desk.document().undoStack().undoText(), QString("Paint"));
    int undone = 0;
    while (desk.document().state().mask) {
      desk.press(Qt::Key_Z, Qt::ControlModifier);
      ++undone;
    }
    QVERIFY2(undone > 40,
             qPrintable(QString::number(undone))); // a stroke over painted cells is none
    QVERIFY(desk.document().state().input != nullptr);
  }

  void theBrushPaintsAndTheHandPans() {
    Desk desk;
    desk.openPair();
    drag(desk.canvas(), {20, 20}, {60, 20});
    QVERIFY(desk.document().state().mask == nullptr);
    desk.press(Qt::Key_Q);
    drag(desk.canvas(), {80, 60}, {100, 60});
    QVERIFY(desk.document().state().mask != nullptr);
    const double before = paintedShare(desk.document().state().mask);
    desk.press(Qt::Key_E);
    QVERIFY(!desk.action(ActionId::Brush).isChecked());
    drag(desk.canvas(), {80, 60}, {82, 60});
    QVERIFY(paintedShare(desk.document().state().mask) < before);
    QTest::keyClick(&desk.canvas(), Qt::Key_Escape);
    QVERIFY(!desk.action(ActionId::Erase).isChecked());
    QVERIFY(!desk.workspace->mask().brush());
  }

  void aStrokeStaysInThePaneThatItBeganIn() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    desk.action(ActionId::SideBySide).trigger();
    desk.press(Qt::Key_Q);
    CompareCanvas& canvas = desk.canvas();
    const QPoint from = canvas.transform().toView({100, 60}).toPoint();
    const QPoint beyond(canvas.width() - 4, from.y()); // in the other pane
    QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(&canvas, beyond);
    QTest::mousePress(&canvas, Qt::MiddleButton, {}, beyond); // another button ends nothing
    QTest::mouseRelease(&canvas, Qt::MiddleButton, {}, beyond);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, beyond);
    const MaskHandle mask = desk.document().state().mask;
    QVERIFY(mask != nullptr);
    QCOMPARE(mask->pixelColor(2, 15).red(), 0); // nothing to the left of where it began
    QCOMPARE(mask->pixelColor(30, 15).red(), 255);
  }

  void escapePutsTheBrushAwayBeforeItCancelsARun() {
    Desk desk;
    desk.openPair();
    desk.runHeld();
    desk.press(Qt::Key_Q);
    desk.canvas().setFocus();
    QTest::keyClick(&desk.canvas(), Qt::Key_Escape);
    QVERIFY(!desk.workspace->mask().brush());
    QCOMPARE(desk.document().job().phase, JobPhase::Running);
    // The button is the run's own.
    desk.press(Qt::Key_Q);
    QCOMPARE(desk.primary().text(), QString("Cancel"));
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(desk.document().job().phase, JobPhase::Idle);
    QVERIFY(desk.workspace->mask().brush());
  }

  void bracketsChangeTheSize() {
    Desk desk;
    desk.openPair();
    const int usual = desk.workspace->mask().size();
    desk.press(Qt::Key_BracketRight);
    QVERIFY(desk.workspace->mask().size() > usual);
    desk.press(Qt::Key_BracketLeft);
    QCOMPARE(desk.workspace->mask().size(), usual);
    for (int i = 0; i < 40; ++i) desk.press(Qt::Key_BracketLeft);
    QCOMPARE(desk.workspace->mask().size(), MaskEditor::kLeastSize);
  }

  void theMaskReachesTheEngineAndKeepsTheMatches() {
    Desk desk;
    desk.openPair();
    desk.runToEnd();
    desk.press(Qt::Key_Q);
    drag(desk.canvas(), {40, 20}, {40, 110}); // beside the split
    QCOMPARE(desk.sentence(), QString("The painted area changed. Matches kept"));
    desk.runToEnd();
    QTRY_VERIFY(desk.script->lastRequest().keepOut != nullptr);
    QCOMPARE(desk.script->lastRequest().keepOut->width(), 40);
    QCOMPARE(static_cast<int>(desk.script->lastRequest().keepOut->row<std::uint8_t>(15)[10]), 255);
    desk.action(ActionId::ClearMask).trigger();
    desk.press(Qt::Key_Z, Qt::ControlModifier); // back to what was run
    QVERIFY(!desk.action(ActionId::Upscale).isEnabled());
  }

  void aSavedMaskIsLoadedAgain() {
    Desk desk;
    desk.openPair();
    desk.press(Qt::Key_Q);
    drag(desk.canvas(), {20, 20}, {140, 100});
    const MaskHandle mask = desk.document().state().mask;
    const QString path = desk.folder.filePath("area.png");
    desk.workspace->session().saveMask(path);
    QTRY_VERIFY(QFile::exists(path));
    desk.action(ActionId::InvertMask).trigger();
    desk.workspace->session().loadMask(path);
    QTRY_COMPARE(paintedShare(desk.document().state().mask), paintedShare(mask));
    QVERIFY(sameMask(desk.document().state().mask, mask));
    desk.document().clearNotices();
    desk.workspace->session().loadMask(desk.folder.filePath("nothing.png"));
    QTRY_VERIFY(!desk.document().notices().empty());
    QVERIFY(sameMask(desk.document().state().mask, mask));
  }

  void anotherPictureHasNoPaint() {
    Desk desk;
    desk.openPair();
    desk.action(ActionId::InvertMask).trigger();
    QVERIFY(desk.document().state().mask != nullptr);
    desk.drop(desk.find("inputCard"), {"other-50x50.png"});
    QTRY_COMPARE(desk.document().state().input->name, QString("other-50x50.png"));
    QVERIFY(desk.document().state().mask == nullptr);
  }
};

QTEST_MAIN(TstMask)
#include "tst_mask.moc"
