// The references of the window: their menu, their order, how many there may be, and what turning,
// cropping and replacing one does.
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "tests/ui/desk.h"
#include "ui/canvas/compare_canvas.h"
#include "ui/dialogs/crop_dialog.h"
#include "ui/inspection/inspection.h"
#include "ui/models/job_file.h"
#include "ui/models/run_status.h"
#include "ui/panels/reference_card.h"
#include "ui/views/exploration.h"
#include "ui/worker/picture_edits.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

namespace {

const std::vector<ReferenceItem>& references(Desk& desk) {
  return desk.document().state().references;
}

QStringList names(Desk& desk) {
  QStringList all;
  for (const ReferenceItem& r : references(desk)) all += r.picture->name;
  return all;
}

// As from the card's menu.
void command(Desk& desk, int card, const char* name) {
  auto& menu = desk.find<QMenu>(qPrintable(QString("referenceActions%1").arg(card)));
  Q_EMIT menu.aboutToShow();
  auto* action = menu.findChild<QAction*>(QString::fromLatin1(name));
  QVERIFY2(action != nullptr, name);
  QVERIFY2(action->isEnabled(), name);
  action->trigger();
}

void openThree(Desk& desk) {
  desk.openPair();
  desk.drop(desk.find("referenceList"), {"second-80x60.png", "third-120x90.png"});
  QTRY_COMPARE(references(desk).size(), std::size_t{3});
  QTest::qWait(20); // laid out
}

void waitUntilLookedAt(Desk& desk, const PictureHandle& picture) {
  QTRY_VERIFY(desk.document().preflightOf(picture) != nullptr);
}

} // namespace

class TstReferences : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void turningIsUndoableAndTheReferenceIsLookedAtAgain() {
    Desk desk;
    desk.openPair();
    waitUntilLookedAt(desk, references(desk)[0].picture);
    const PictureHandle before = references(desk)[0].picture;
    const int looked = desk.script->preflights;
    command(desk, 1, "turnRight");
    QTRY_VERIFY(references(desk)[0].picture != before);
    const media::Picture& turned = *references(desk)[0].picture->srgb;
    QCOMPARE(turned.width(), 120);
    QCOMPARE(turned.height(), 160);
    // The lower left corner is now the upper left one.
    QCOMPARE(turned.row<std::uint8_t>(0)[0], before->srgb->row<std::uint8_t>(119)[0]);
    waitUntilLookedAt(desk, references(desk)[0].picture);
    QCOMPARE(desk.script->preflights.load(), looked + 1);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(references(desk)[0].picture, before);
  }

  void turnsInARowAddUpAndEndWhereTheyBegan() {
    Desk desk;
    desk.openPair();
    const PictureHandle before = references(desk)[0].picture;
    command(desk, 1, "turnLeft");
    command(desk, 1, "turnLeft"); // while the first is under way
    QTRY_COMPARE(references(desk)[0].picture->edits.quarters, 2);
    command(desk, 1, "turnRight");
    command(desk, 1, "turnRight");
    QTRY_COMPARE(references(desk)[0].picture->edits, PictureEdits());
    QVERIFY(std::ranges::equal(references(desk)[0].picture->srgb->bytes(), before->srgb->bytes()));
  }

  void whatIsUndoneMeanwhileIsNotDoneLater() {
    Desk desk;
    desk.openPair();
    command(desk, 1, "turnLeft");
    desk.document().removeReference(references(desk)[0].id);
    QTest::qWait(100);
    QVERIFY(references(desk).empty());
  }

  void aPartIsCutOutWithTheMouse() {
    Desk desk;
    desk.openPair();
    command(desk, 1, "crop");
    auto& dialog = desk.find<CropDialog>("cropDialog");
    auto& canvas = desk.find<CropCanvas>("cropCanvas");
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QVERIFY(!desk.find("cropAccept").isEnabled()); // all of it is no part
    const auto at = [&](int x, int y) { return canvas.toWidget(QPointF(x, y)).toPoint(); };
    const auto drag = [&](QPoint from, QPoint to) {
      QTest::mousePress(&canvas, Qt::LeftButton, {}, from);
      QTest::mouseMove(&canvas, to);
      QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to);
    };
    const auto near = [](const QRect& a, const QRect& b) {
      return (a.topLeft() - b.topLeft()).manhattanLength() <= 2 &&
             (a.bottomRight() - b.bottomRight()).manhattanLength() <= 2;
    };
    drag(at(40, 30), at(120, 90));
    QVERIFY2(near(dialog.area(), QRect(40, 30, 80, 60)), "drawn");
    drag(at(80, 60), at(90, 50));
    QVERIFY2(near(dialog.area(), QRect(50, 20, 80, 60)), "moved");
    drag(at(130, 80), at(110, 60));
    QVERIFY2(near(dialog.area(), QRect(50, 20, 60, 40)), "pulled at its corner");
    const QRect area = dialog.area();
    const PictureHandle before = references(desk)[0].picture;
    QTest::mouseClick(&desk.find("cropAccept"), Qt::LeftButton);
    QTRY_VERIFY(references(desk)[0].picture != before);
    const media::Picture& cut = *references(desk)[0].picture->srgb;
    QCOMPARE(QSize(cut.width(), cut.height()), area.size());
    QCOMPARE(cut.row<std::uint8_t>(3)[6],
             before->srgb->row<std::uint8_t>(area.y() + 3)[3 * area.x() + 6]);
    desk.document().undoStack().undo();
    QCOMPARE(references(desk)[0].picture, before);
  }

  void aPartIsCutOutByNumbersAndTheWholeComesBack() {
    Desk desk;
    desk.openPair();
    command(desk, 1, "crop");
    desk.find<QSpinBox>("cropWidth").setValue(100);
    desk.find<QSpinBox>("cropLeft").setValue(300); // moved back to where it fits
    QCOMPARE(desk.find<QSpinBox>("cropLeft").value(), 60);
    desk.find<QSpinBox>("cropHeight").setValue(2);
    QCOMPARE(desk.find<QSpinBox>("cropHeight").value(), kLeastCrop);
    QTest::keyClick(&desk.find("cropDialog"), Qt::Key_Return);
    QTRY_COMPARE(references(desk)[0].picture->edits.crop, QRect(60, 0, 100, kLeastCrop));
    QTRY_VERIFY(desk.workspace->window().findChild<QWidget*>("cropDialog") == nullptr);
    command(desk, 1, "crop");
    QVERIFY(desk.find("cropWhole").isVisibleTo(&desk.find("cropDialog")));
    QTest::mouseClick(&desk.find("cropWhole"), Qt::LeftButton);
    QTRY_COMPARE(references(desk)[0].picture->srgb->width(), 160);
  }

  void cropsOfTurnedPicturesFindTheirWayBack_data() {
    QTest::addColumn<int>("quarters");
    for (int q = 0; q < 4; ++q) QTest::newRow(qPrintable(QString::number(q))) << q;
  }
  void cropsOfTurnedPicturesFindTheirWayBack() {
    QFETCH(int, quarters);
    LoadedPicture read;
    read.srgb = std::make_shared<const media::Picture>(test::makeScene(90, 70));
    const auto first = std::make_shared<const LoadedPicture>(read);
    const PictureHandle part = withEdits(first, {QRect(5, 8, 60, 40), quarters});
    const QRect shown(7, 11, 20, 18); // of what is seen now
    const PictureHandle again = withEdits(part, croppedTo(*part, shown));
    const media::Picture wanted =
        media::cropped(*part->srgb, shown.x(), shown.y(), shown.width(), shown.height());
    QCOMPARE(again->srgb->width(), wanted.width());
    QVERIFY(std::ranges::equal(again->srgb->bytes(), wanted.bytes()));
  }

  void editsAreKeptInAJob() {
    Desk desk;
    desk.openPair();
    command(desk, 1, "turnRight");
    QTRY_COMPARE(references(desk)[0].picture->edits.quarters, 1);
    DocumentState state = desk.document().state();
    auto cropped = std::make_shared<LoadedPicture>(*state.references[0].picture);
    cropped->edits.crop = QRect(3, 4, 50, 60);
    state.references[0].picture = cropped;
    const JobFile job = parseJob(writeJob(state, "/somewhere"), "/somewhere");
    QCOMPARE(job.references.at(0).edits, (PictureEdits{QRect(3, 4, 50, 60), 1}));
    const QString path = desk.folder.filePath("turned.refscale");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(writeJob(desk.document().state(), desk.folder.path().toStdString()));
    file.close();
    for (const char* name : {"small-40x30.png", "better-160x120.png"}) {
      QFile there(desk.folder.filePath(name)); // the scripted reader makes their pixels
      QVERIFY(there.open(QIODevice::WriteOnly));
    }
    desk.document().closeAll();
    desk.workspace->session().open({path.toStdString()}, DropTarget::Window);
    QTRY_COMPARE(references(desk).size(), std::size_t{1});
    QCOMPARE(references(desk)[0].picture->srgb->width(), 120);
  }

  void aCropOutsideThePictureIsSaid() {
    Desk desk;
    desk.openPair();
    DocumentState state = desk.document().state();
    auto wrong = std::make_shared<LoadedPicture>(*state.references[0].picture);
    wrong->edits.crop = QRect(100, 100, 500, 500);
    state.references[0].picture = wrong;
    const QString path = desk.folder.filePath("wrong.refscale");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(writeJob(state, desk.folder.path().toStdString()));
    file.close();
    for (const char* name : {"small-40x30.png", "better-160x120.png"}) {
      QFile there(desk.folder.filePath(name));
      QVERIFY(there.open(QIODevice::WriteOnly));
    }
    desk.document().closeAll();
    desk.workspace->session().open({path.toStdString()}, DropTarget::Window);
    QTRY_COMPARE(desk.document().notices().size(), std::size_t{1});
    QVERIFY(desk.document().notices()[0].text.startsWith("better-160x120.png was left out"));
    QVERIFY(references(desk).empty());
  }

  void replacingKeepsThePlaceAndWhetherItIsUsed() {
    Desk desk;
    openThree(desk);
    desk.document().setReferenceUsed(references(desk)[1].id, false);
    command(desk, 2, "replace");
    auto* dialog = desk.workspace->window().findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(desk.folder.filePath("another-200x100.png"));
    dialog->close();
    QTRY_COMPARE(names(desk),
                 (QStringList{"better-160x120.png", "another-200x100.png", "third-120x90.png"}));
    QVERIFY(!references(desk)[1].used);
    desk.document().undoStack().undo();
    QCOMPARE(names(desk)[1], QString("second-80x60.png"));
  }

  void aFileThatIsNoPictureReplacesNothing() {
    Desk desk;
    desk.openPair();
    command(desk, 1, "replace");
    auto* dialog = desk.workspace->window().findChild<QFileDialog*>();
    Q_EMIT dialog->fileSelected(desk.folder.filePath("notes.txt"));
    dialog->close();
    QTRY_COMPARE(desk.document().notices().size(), std::size_t{1});
    QVERIFY(desk.document().notices()[0].text.startsWith("notes.txt was not opened"));
    QCOMPARE(names(desk), QStringList{"better-160x120.png"});
  }

  void theMenuOpensByRightClickMenuKeyAndButton() {
    Desk desk;
    desk.openPair();
    auto& card = desk.find<ReferenceCard>("referenceCard1");
    auto& menu = desk.find<QMenu>("referenceActions1");
    for (const auto reason : {QContextMenuEvent::Mouse, QContextMenuEvent::Keyboard}) {
      QContextMenuEvent event(reason, QPoint(5, 5), card.mapToGlobal(QPoint(5, 5)));
      QApplication::sendEvent(&card, &event);
      QVERIFY(menu.isVisible());
      menu.close();
    }
    QVERIFY(desk.find<QToolButton>("referenceMenu1").menu() == &menu);
  }

  void openInMatchesChoosesTheReference() {
    Desk desk;
    openThree(desk);
    auto& menu = desk.find<QMenu>("referenceActions2");
    Q_EMIT menu.aboutToShow();
    QVERIFY(!menu.findChild<QAction*>("matches")->isEnabled()); // nothing is matched yet
    desk.runToEnd();
    command(desk, 2, "matches");
    QVERIFY(desk.find("viewMatches").isVisible());
    QCOMPARE(desk.workspace->window().exploration().inspection().reference(), 1);
  }

  void theReachOfAnyReferenceCanBeSeen() {
    Desk desk;
    openThree(desk);
    for (const ReferenceItem& r : references(desk)) waitUntilLookedAt(desk, r.picture);
    const auto reachOf = [&](std::size_t i) {
      return desk.document().preflightOf(references(desk)[i].picture)->reach;
    };
    QCOMPARE(desk.canvas().reach(), reachOf(0)); // the best one's
    command(desk, 2, "reach");
    QCOMPARE(desk.canvas().reach(), reachOf(1));
    desk.runToEnd();
    command(desk, 3, "reach"); // over a result as well
    QCOMPARE(desk.canvas().reach(), reachOf(2));
    QCOMPARE(desk.canvas().mode(), CompareMode::Single);
    QTest::mouseClick(&desk.find("showReach"), Qt::LeftButton);
    QVERIFY(desk.canvas().reach() == nullptr);
    auto& menu = desk.find<QMenu>("referenceActions3");
    Q_EMIT menu.aboutToShow();
    QVERIFY(!menu.findChild<QAction*>("reach")->isChecked());
  }

  void keysAndMenuMoveAReferenceAndTheFocusWithIt() {
    Desk desk;
    openThree(desk);
    desk.activate();
    QWidget& card = desk.find("referenceCard1");
    card.setFocus();
    QTest::keyClick(&card, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(desk),
             (QStringList{"second-80x60.png", "better-160x120.png", "third-120x90.png"}));
    QVERIFY(desk.find("referenceCard2").hasFocus());
    QTest::keyClick(&desk.find("referenceCard2"), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&desk.find("referenceCard3"), Qt::Key_Down, Qt::AltModifier); // it is the last
    QCOMPARE(names(desk)[2], QString("better-160x120.png"));
    command(desk, 3, "up");
    QCOMPARE(names(desk)[1], QString("better-160x120.png"));
    for (int i = 0; i < 3; ++i) desk.document().undoStack().undo();
    QCOMPARE(names(desk)[0], QString("better-160x120.png"));
  }

  void aCardIsDraggedToItsPlace() {
    Desk desk;
    openThree(desk);
    QWidget& card = desk.find("referenceCard1");
    QWidget& third = desk.find("referenceCard3");
    const QPoint below = card.mapFromGlobal(third.mapToGlobal(QPoint(20, third.height() - 4)));
    QTest::mousePress(&card, Qt::LeftButton, {}, QPoint(20, 20));
    QTest::mouseMove(&card, QPoint(22, 22)); // no drag yet
    QVERIFY(!desk.find("referenceGap").isVisible());
    QTest::mouseMove(&card, below);
    QVERIFY(desk.find("referenceGap").isVisible());
    QTest::mouseRelease(&card, Qt::LeftButton, {}, below);
    QCOMPARE(names(desk),
             (QStringList{"second-80x60.png", "third-120x90.png", "better-160x120.png"}));
    QVERIFY(!desk.find("referenceGap").isVisible());
  }

  void anotherOrderKeepsTheMatches() {
    Desk desk;
    openThree(desk);
    desk.runToEnd();
    desk.document().moveReference(references(desk)[2].id, 0);
    QCOMPARE(desk.document().changeSinceResult().rerun, Rerun::Restoring);
    QCOMPARE(desk.sentence(), QString("The order of the references changed. Matches kept"));
    desk.document().moveReference(references(desk)[0].id, 2);
    QCOMPARE(desk.document().changeSinceResult().rerun, Rerun::Nothing);
  }

  void theNinthReferenceIsRefusedAndSaid() {
    Desk desk;
    desk.openPair();
    QStringList more;
    for (int i = 0; i < 9; ++i) more += QString("more%1-80x60.png").arg(i);
    desk.drop(desk.find("referenceList"), more.mid(0, 7));
    QTRY_COMPARE(references(desk).size(), kMostReferences);
    QVERIFY(desk.document().notices().empty());
    desk.drop(desk.find("referenceList"), {more[7]});
    QTRY_COMPARE(desk.document().notices().size(), std::size_t{1});
    QCOMPARE(desk.document().notices()[0].text,
             QString("more7-80x60.png was not added: 8 references are the most that one picture "
                     "can have."));
    desk.document().clearNotices();
    desk.drop(desk.find("referenceList"), more.mid(7));
    QTRY_COMPARE(desk.document().notices().size(), std::size_t{1}); // one for both
    QVERIFY(desk.document().notices()[0].text.startsWith("2 pictures were not added"));
    QCOMPARE(references(desk).size(), kMostReferences);
  }
};

QTEST_MAIN(TstReferences)
#include "tst_references.moc"
