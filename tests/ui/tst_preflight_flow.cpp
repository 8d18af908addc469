#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTreeWidget>

#include "tests/ui/desk.h"
#include "ui/models/reference_words.h"

using namespace refscale;
using namespace refscale::ui;
using refscale::test::Desk;

// What a person sees of the pre-flight: it comes by itself, never holds anything up, and says what
// to do about a reference that does not fit.
class TstPreflightFlow : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aVerdictComesWithoutPressingAnything() {
    Desk desk;
    desk.openPair();
    QTRY_COMPARE(desk.sentence(), QString("Good reference: 50 % of the picture has a sure match"));
    QCOMPARE(desk.find<QLabel>("referenceCard1Verdict").accessibleName(),
             QString("Good, covers 50 %"));
    QVERIFY(desk.canvas().reach() != nullptr);
    QCOMPARE(desk.canvas().reach()->share, 0.5);
    QCOMPARE(desk.script->runCalls.load(), 0);
    const QImage hatched = desk.canvas().grab().toImage();
    QTest::mouseClick(&desk.find("showReach"), Qt::LeftButton);
    QVERIFY(desk.canvas().reach() == nullptr);
    QVERIFY(desk.canvas().grab().toImage() != hatched);
  }

  void lookingDoesNotHoldUpARun() {
    Desk desk;
    desk.script->holdPreflight = true;
    desk.openPair();
    QTRY_COMPARE(desk.sentence(), QString("Looking at better-160x120.png…"));
    QCOMPARE(desk.primary().text(), QString("Upscale 4×"));
    QVERIFY(desk.primary().isEnabled());
    desk.runToEnd();
    QVERIFY(desk.document().preflightOf(desk.document().state().references[0].picture) == nullptr);
    desk.script->holdPreflight = false; // begun again after the run
    QTRY_VERIFY(desk.document().preflightOf(desk.document().state().references[0].picture) !=
                nullptr);
  }

  void theBestPicturesOfAFolderBecomeReferences() {
    Desk desk;
    QVERIFY(QDir(desk.folder.path()).mkdir("trip"));
    for (const char* name : {"elsewhere-160x120.png", "b-160x120.png", "notes.txt", "torn.png",
                             "a-160x120.png", "c-160x120.jpg"}) {
      QFile file(desk.folder.filePath(QString("trip/") + name));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    desk.drop(desk.find("centralPage"), {"trip"});
    QTRY_VERIFY(desk.find<QLabel>("noticeText").text().startsWith("Open the picture to enlarge"));
    desk.drop(desk.find("centralPage"), {"small-40x30.png"});
    QTRY_VERIFY(desk.document().bicubic() != nullptr);

    desk.script->holdPreflight = true;
    desk.drop(desk.find("centralPage"), {"trip"});
    auto& list = desk.find<QTreeWidget>("rankingList");
    QTRY_COMPARE(desk.script->preflights.load(), 1);
    QVERIFY(!desk.find<QPushButton>("rankingAdd").isEnabled());
    desk.action(ActionId::Upscale).trigger(); // a run goes first, and the ranking on after it
    QTRY_VERIFY(desk.document().result() != nullptr);
    desk.script->holdPreflight = false;
    QTRY_COMPARE(list.topLevelItemCount(), 5);
    QTRY_COMPARE(desk.find<QLabel>("rankingWords").text(),
                 QString("The best pictures are checked."));
    QStringList names;
    for (int i = 0; i < 5; ++i) names << list.topLevelItem(i)->text(0);
    QCOMPARE(names, QStringList({"a-160x120.png", "b-160x120.png", "c-160x120.jpg",
                                 "elsewhere-160x120.png", "torn.png"}));
    QCOMPARE(list.topLevelItem(0)->text(1), QString("Good, covers 50 %"));
    QVERIFY(list.topLevelItem(3)->text(1).startsWith("Wrong"));
    QCOMPARE(list.topLevelItem(4)->text(1), QString("Not read"));
    QCOMPARE(list.topLevelItem(3)->checkState(0), Qt::Unchecked);
    list.topLevelItem(1)->setCheckState(0, Qt::Unchecked);
    QTest::mouseClick(&desk.find("rankingAdd"), Qt::LeftButton);
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{2});
    QCOMPARE(desk.document().state().references[1].picture->name, QString("c-160x120.jpg"));
    // And then they are looked at as every reference is.
    QTRY_VERIFY(desk.document().preflightOf(desk.document().state().references[1].picture));
  }

  void leavingTheRankingStopsIt() {
    Desk desk;
    QVERIFY(QDir(desk.folder.path()).mkdir("trip"));
    for (int i = 0; i < 3; ++i) {
      QFile file(desk.folder.filePath(QString("trip/%1-160x120.png").arg(i)));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    desk.openPair();
    QTRY_COMPARE(desk.script->preflights.load(), 1); // of the pair's own reference
    desk.script->holdPreflight = true;
    desk.drop(desk.find("centralPage"), {"trip"});
    QTRY_COMPARE(desk.script->preflights.load(), 2);
    QTest::mouseClick(&desk.find("rankingCancel"), Qt::LeftButton);
    QTest::qWait(20);
    QCOMPARE(desk.script->preflights.load(), 2);
    QCOMPARE(desk.document().state().references.size(), std::size_t{1});
    // What the window looks at by itself goes on.
    desk.script->holdPreflight = false;
    desk.drop(desk.find("referenceList"), {"best-200x150.png"});
    QTRY_COMPARE(desk.script->preflights.load(), 3);
  }

  void anUnrelatedReferenceIsWrongAndAnotherIsAskedFor() {
    Desk desk;
    desk.script->covers = 0;
    desk.openPair();
    QTRY_COMPARE(desk.sentence(), QString("R1 shows something else: no sure match"));
    QCOMPARE(desk.primary().text(), QString("Add reference…"));
    QPushButton& secondary = desk.find<QPushButton>("runSecondary");
    QCOMPARE(secondary.text(), QString("Enlarge without reference"));
    QTest::mouseClick(&secondary, Qt::LeftButton);
    QTRY_VERIFY(desk.document().result() != nullptr);
    QVERIFY(desk.script->lastRequest().references.empty());
    QVERIFY(desk.sentence().contains("without a reference"));
  }

  void aWeakReferenceSaysSoAndWhy() {
    Desk desk;
    desk.script->covers = 0.1;
    desk.openPair();
    QTRY_COMPARE(desk.sentence(),
                 QString("Weak reference: only 10 % of the picture has a sure match"));
    QCOMPARE(desk.find<QPushButton>("runSecondary").text(), QString("Upscale anyway"));
    const QString reason = desk.find<QLabel>("fitReason").text();
    QVERIFY2(reason.contains("Only 10 % of the picture is surely found in R1"), qPrintable(reason));
  }

  void anotherReferenceIsOneClickAway() {
    Desk desk;
    desk.script->covers = 0.1;
    desk.openPair();
    QTRY_VERIFY(desk.sentence().startsWith("Weak reference"));
    desk.script->covers = 0.8;
    desk.drop(desk.find("referenceList"), {"best-200x150.png"});
    QTRY_COMPARE(desk.sentence(), QString("Good reference: 80 % of the picture has a sure match"));
    const int second = desk.document().state().references[1].id;
    desk.document().setReferenceUsed(second, false);
    QTRY_COMPARE(desk.primary().text(), QString("Use R2"));
    QTest::mouseClick(&desk.primary(), Qt::LeftButton);
    QTRY_COMPARE(desk.sentence(), QString("Good reference: 80 % of the picture has a sure match"));
    QVERIFY(!desk.document().state().references[0].used);
    QVERIFY(desk.document().state().references[1].used);
    desk.press(Qt::Key_Z, Qt::ControlModifier); // one step
    QVERIFY(desk.document().state().references[0].used);
  }

  void turningTheOnlyReferenceOffAsksForOne() {
    Desk desk;
    desk.openPair();
    QTRY_VERIFY(desk.sentence().startsWith("Good reference"));
    QTest::mouseClick(&desk.find("referenceUsed1"), Qt::LeftButton);
    QCOMPARE(desk.sentence(), QString("Now add a better picture of the same thing"));
  }

  void whatIsOutdatedIsDropped() {
    Desk desk;
    desk.script->holdPreflight = true;
    desk.openPair();
    QTRY_VERIFY(desk.sentence().startsWith("Looking at"));
    const PictureHandle first = desk.document().state().references[0].picture;
    desk.document().removeReference(desk.document().state().references[0].id);
    QVERIFY(desk.document().lookingAt() == nullptr);
    desk.script->holdPreflight = false;
    desk.drop(desk.find("referenceList"), {"other-200x150.png"});
    QTRY_COMPARE(desk.sentence(), QString("Good reference: 50 % of the picture has a sure match"));
    QVERIFY(!desk.document().wasLookedAt(first));
  }

  void everyReferenceIsLookedAtOnce() {
    Desk desk;
    desk.openPair();
    desk.drop(desk.find("referenceList"), {"b-100x80.png", "c-120x90.png"});
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{3});
    for (const auto& r : desk.document().state().references) {
      QTRY_VERIFY(desk.document().wasLookedAt(r.picture));
    }
    desk.document().setReferenceUsed(desk.document().state().references[1].id, false);
    QTest::qWait(20);
    QCOMPARE(desk.script->preflights.load(), 3);
  }

  void aBrokenEngineLeavesTheRunToSayWhy() {
    Document document;
    EngineClient engine([]() -> std::shared_ptr<pipeline::Engine> {
      throw Error(Kind::NotFound, "The engine is not there; install it again.");
    });
    QSignalSpy ended(&engine, &EngineClient::preflightEnded);
    auto picture = std::make_shared<LoadedPicture>();
    picture->srgb = std::make_shared<const media::Picture>(test::makeScene(20, 15));
    PreflightRequest request;
    request.input = picture;
    request.reference = picture;
    engine.preflight(request);
    QVERIFY(ended.wait());
    QVERIFY(ended[0][1].value<Failure>().kind == Kind::NotFound);
  }

  void placesAreSaidInWords_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("rotation");
    QTest::addColumn<QString>("words");
    QTest::newRow("closer") << 1.3 << 1.0 << "1.3× closer, turned 1°";
    QTest::newRow("the same") << 1.01 << 0.2 << "As large";
    QTest::newRow("turned left") << 1.0 << -9.4 << "As large, turned 9°";
    QTest::newRow("smaller") << 0.4 << 0.0 << "0.4× scale";
  }
  void placesAreSaidInWords() {
    QFETCH(double, scale);
    QFETCH(double, rotation);
    QFETCH(QString, words);
    QCOMPARE(placementLine({0.5, 0.9, scale, rotation, true}), words);
  }

  void outlinesCloseAndHoldTheirShare() {
    Field<float> confidence(40, 30, 4, 0.0F);
    for (int y = 5; y < 25; ++y) {
      for (int x = 0; x < 20; ++x) confidence.at(x, y) = 1;
    }
    for (int y = 12; y < 18; ++y) {
      for (int x = 8; x < 14; ++x) confidence.at(x, y) = 0; // a hole
    }
    confidence.at(35, 3) = 1; // a speck
    const ReachHandle reach = makeReach(confidence, 0.5);
    QVERIFY(std::abs(reach->share - (400.0 - 36 + 1) / 1200) < 1e-9);
    QCOMPARE(reach->covered.toSubpathPolygons().size(), 2);
    QVERIFY(reach->covered.contains(QPointF(0.05, 0.5)));
    QVERIFY(!reach->covered.contains(QPointF(11.0 / 40, 15.0 / 30)));
    QVERIFY(!reach->covered.contains(QPointF(0.9, 0.5)));
    QVERIFY(makeReach(Field<float>(), 0.5)->covered.isEmpty());
  }
};

QTEST_MAIN(TstPreflightFlow)
#include "tst_preflight_flow.moc"
