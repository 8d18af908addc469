#include <QPainter>
#include <QTest>

#include "tests/ui/fakes.h"
#include "ui/canvas/difference.h"
#include "ui/canvas/difference_bar.h"
#include "ui/canvas/pyramid.h"
#include "ui/canvas/view_transform.h"
#include "ui/models/document.h"
#include "ui/models/drop_rules.h"
#include "ui/models/run_status.h"
#include "ui/theme/diverging_map.h"
#include "ui/theme/tokens.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

PictureHandle picture(int width, int height, const std::string& path = {}) {
  auto made = std::make_shared<LoadedPicture>();
  made->path = path;
  made->name = QString::fromStdString(path);
  made->srgb = std::make_shared<const media::Picture>(test::makeScene(width, height));
  made->pyramid = makePyramid(toImage(*made->srgb));
  return made;
}

ResultItem resultOf(const Document& document) {
  auto result = std::make_shared<pipeline::UpscaleResult>();
  result->report.borrowed = 0.54;
  result->report.seconds["restore"] = 1.4;
  return {result, nullptr, document.state(), 2.8};
}

} // namespace

class TstModels : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aDropIsSortedByTheRules_data() {
    using Pixels = std::vector<std::int64_t>;
    QTest::addColumn<Pixels>("pixels");
    QTest::addColumn<DropTarget>("target");
    QTest::addColumn<bool>("hasInput");
    QTest::addColumn<int>("references");
    QTest::addColumn<int>("input"); // -1: none
    QTest::addColumn<int>("newReferences");
    QTest::addColumn<int>("refused");
    QTest::addColumn<bool>("sorted");
    const auto window = DropTarget::Window;
    QTest::newRow("one, nothing open") << Pixels{9} << window << false << 0 << 0 << 0 << 0 << false;
    QTest::newRow("one, input open") << Pixels{9} << window << true << 0 << -1 << 1 << 0 << false;
    QTest::newRow("one on the input card")
        << Pixels{9} << DropTarget::Input << true << 1 << 0 << 0 << 0 << false;
    QTest::newRow("one on the references, nothing open")
        << Pixels{9} << DropTarget::References << false << 0 << -1 << 1 << 0 << false;
    QTest::newRow("two, smaller first")
        << Pixels{4, 9} << window << false << 0 << 0 << 1 << 0 << true;
    QTest::newRow("two, smaller last")
        << Pixels{9, 4} << window << false << 0 << 1 << 1 << 0 << true;
    QTest::newRow("two, input open")
        << Pixels{4, 9} << window << true << 0 << -1 << 2 << 0 << false;
    QTest::newRow("two on the input card")
        << Pixels{9, 4} << DropTarget::Input << true << 0 << 0 << 0 << 1 << false;
    QTest::newRow("three") << Pixels{9, 4, 5} << window << false << 0 << 1 << 2 << 0 << true;
    QTest::newRow("none") << Pixels{} << window << false << 0 << -1 << 0 << 0 << false;
  }
  void aDropIsSortedByTheRules() {
    QFETCH(std::vector<std::int64_t>, pixels);
    QFETCH(DropTarget, target);
    QFETCH(bool, hasInput);
    QFETCH(int, references);
    const DropPlan plan = planDrop(pixels, target, {hasInput, references});
    QFETCH(int, input);
    QFETCH(int, newReferences);
    QFETCH(int, refused);
    QFETCH(bool, sorted);
    QCOMPARE(plan.input ? static_cast<int>(*plan.input) : -1, input);
    QCOMPARE(static_cast<int>(plan.references.size()), newReferences);
    QCOMPARE(static_cast<int>(plan.refused.size()), refused);
    QCOMPARE(plan.sorted, sorted);
  }

  void strengthKeepsTheMatchesAndAReferenceDoesNot() {
    Document document;
    document.setInput(picture(8, 6));
    document.addReferences({picture(16, 12)});
    document.addResult(resultOf(document));
    QCOMPARE(document.changeSinceResult().rerun, Rerun::Nothing);

    Settings settings = document.state().settings;
    settings.options.strength = 0.8;
    document.setSettings("strength", settings);
    QCOMPARE(document.changeSinceResult().rerun, Rerun::Restoring);
    QCOMPARE(describeRun(document).sentence,
             QString("Strength changed from 100 % to 80 %. Matches kept"));
    QCOMPARE(describeRun(document).timing, QString("About 1.4 s"));

    document.undoStack().undo();
    QCOMPARE(describeRun(document).state, RunState::Finished);
    document.addReferences({picture(20, 10)});
    QCOMPARE(document.changeSinceResult().rerun, Rerun::Matching);
    QVERIFY(describeRun(document).sentence.contains("Matching runs again"));
  }

  void borrowedAndInventedMakeAHundred() {
    Document document;
    document.setInput(picture(8, 6));
    document.addReferences({picture(16, 12)});
    document.addResult(resultOf(document));
    QCOMPARE(describeRun(document).sentence,
             QString("Done in 2.8 s. 54 % of the picture is borrowed, 46 % invented"));
  }

  void turningTheOnlyReferenceOffAsksForOne() {
    Document document;
    document.setInput(picture(8, 6));
    document.addReferences({picture(16, 12)});
    QCOMPARE(describeRun(document).state, RunState::Ready);
    document.setReferenceUsed(document.state().references.front().id, false);
    QCOMPARE(describeRun(document).state, RunState::PictureOnly);
    QCOMPARE(describeRun(document).primary->action, ActionId::AddReference);
  }

  void everyChangeIsUndone() {
    Document document;
    const DocumentState start = document.state();
    document.setInput(picture(8, 6));
    document.addReferences({picture(16, 12), picture(17, 12)});
    document.setReferenceUsed(document.state().references.back().id, false);
    document.swapInputWithFirstReference();
    document.removeReference(document.state().references.front().id);
    Settings settings;
    settings.device = "cpu";
    document.setSettings("device", settings);
    document.closeAll();
    const DocumentState end = document.state();
    QCOMPARE(document.undoStack().count(), 7);
    while (document.undoStack().canUndo()) document.undoStack().undo();
    QVERIFY(document.state() == start);
    while (document.undoStack().canRedo()) document.undoStack().redo();
    QVERIFY(document.state() == end);
  }

  void aSliderDragIsOneStepAndNoneWhenItReturns() {
    Document document;
    for (const double strength : {0.9, 0.5, 0.2}) {
      Settings settings;
      settings.options.strength = strength;
      document.setSettings("strength", settings, 1);
    }
    QCOMPARE(document.undoStack().count(), 1);
    document.setSettings("strength", Settings(), 1);
    QCOMPARE(document.undoStack().count(), 0);
  }

  void aResultBelongsToItsPicture() {
    Document document;
    document.setInput(picture(8, 6));
    document.addResult(resultOf(document));
    QVERIFY(document.result() != nullptr);
    document.setInput(picture(9, 9));
    QVERIFY(document.result() == nullptr);
    document.undoStack().undo();
    QVERIFY(document.result() != nullptr);
  }

  void thereAreNeverMoreThanEightReferences() {
    Document document;
    document.setInput(picture(8, 6));
    document.addReferences(std::vector<PictureHandle>(10, picture(16, 12)));
    QCOMPARE(document.state().references.size(), std::size_t{8});
    QCOMPARE(document.notices().size(), std::size_t{1}); // for both
    QVERIFY(document.notices().front().text.startsWith("2 pictures were not added"));
  }

  void theReferenceThatIsThePictureItselfIsSaid() {
    Document document;
    document.setInput(picture(8, 6, "a.png"));
    document.addReferences({picture(8, 6, "a.png")});
    QCOMPARE(document.state().references.size(), std::size_t{1});
    QCOMPARE(document.notices().front().text, QString("The reference is the picture itself."));
  }

  void memoryFailureOffersTheCpu() {
    Document document;
    document.setInput(picture(8, 6));
    document.setFailure(Failure{Kind::OutOfMemory, "Not enough GPU memory.", {}});
    const RunStatus status = describeRun(document);
    QCOMPARE(status.state, RunState::Failed);
    QCOMPARE(status.primary->action, ActionId::UseCpu);
    QCOMPARE(status.sentence, QString("Not enough GPU memory."));
  }

  void zoomKeepsThePointUnderThePointer() {
    ViewTransform t;
    t.setFrame(QSizeF(1632, 1224));
    t.setView(QSizeF(800, 600), 2);
    const QPointF anchor(300, 200);
    t.zoomTo(2, anchor);
    const QPointF before = t.toFrame(anchor);
    t.zoomTo(8, anchor);
    QVERIFY((t.toFrame(anchor) - before).manhattanLength() < 1e-6);
    QVERIFY((t.toView(t.toFrame({17, 23})) - QPointF(17, 23)).manhattanLength() < 1e-6);
    t.zoomTo(1000, anchor);
    QCOMPARE(t.zoom(), ViewTransform::kMostZoom);
  }

  void panStaysOnThePictureAndFitShowsAll() {
    ViewTransform t;
    t.setFrame(QSizeF(1000, 500));
    t.setView(QSizeF(400, 400), 1);
    QVERIFY(t.showsWholeFrame());
    t.zoomTo(2, {0, 0});
    t.panBy({-1e6, 1e6});
    QVERIFY(QRectF(0, 0, 1000, 500).contains(t.visibleFrame()));
    QCOMPARE(t.visibleFrame().right(), 1000.0);
    QCOMPARE(t.visibleFrame().top(), 0.0);
    t.fit();
    QVERIFY(t.isFit() && t.showsWholeFrame());
  }

  void aPyramidPaintsThePictureAtEveryZoom() {
    const media::Picture scene = test::makeScene(700, 500);
    const PyramidHandle pyramid = makePyramid(toImage(scene));
    QCOMPARE(pyramid->levels.size(), std::size_t{3});
    QImage full(700, 500, QImage::Format_RGB32);
    {
      QPainter painter(&full);
      drawPyramid(painter, full.rect(), *pyramid, QRectF(0, 0, 700, 500));
    }
    QCOMPARE(full, pyramid->levels.front());
    QImage cell(10, 10, QImage::Format_RGB32);
    {
      QPainter painter(&cell);
      drawPyramid(painter, cell.rect(), *pyramid, QRectF(100, 100, 1, 1));
    }
    QCOMPARE(cell.pixel(5, 5), pyramid->levels.front().pixel(100, 100));
    QCOMPARE(cell.pixel(0, 9), pyramid->levels.front().pixel(100, 100)); // cells show as cells
  }

  void differenceWithItselfIsZero() {
    const QImage a = toImage(test::makeScene(40, 30));
    const QImage zero = absoluteDifference(a, a, 8);
    QImage black(40, 30, QImage::Format_RGB32);
    black.fill(Qt::black);
    QCOMPARE(zero, black);
    QImage b = a;
    b.setPixel(3, 4, a.pixel(3, 4) ^ 0x000001);
    QCOMPARE(qBlue(absoluteDifference(a, b, 8).pixel(3, 4)), 8);
    QImage neutral(40, 30, QImage::Format_RGB32);
    neutral.fill(divergingColour(0));
    QCOMPARE(signedDifference(a, a, 8), neutral);
    const PyramidHandle whole = makePyramid(a);
    QCOMPARE(differenceFigures(*whole, *whole, a.size()), DifferenceFigures());
    QCOMPARE(differenceFigures(*whole, *whole, a.size() * 3), DifferenceFigures()); // scaled alike
  }

  void aSignedDifferenceTellsWhichIsBrighter() {
    QImage dark(4, 4, QImage::Format_RGB32);
    dark.fill(QColor(100, 100, 100));
    QImage bright(4, 4, QImage::Format_RGB32);
    bright.fill(QColor(120, 120, 120));
    const QRgb above = signedDifference(bright, dark, 4).pixel(1, 1);
    const QRgb below = signedDifference(dark, bright, 4).pixel(1, 1);
    QCOMPARE(above, divergingTable()[kDivergingMiddle + 80]);
    QCOMPARE(below, divergingTable()[kDivergingMiddle - 80]);
    QVERIFY(qRed(above) > qBlue(above)); // orange
    QVERIFY(qBlue(below) > qRed(below));
    QCOMPARE(signedDifference(bright, dark, 8).pixel(1, 1),
             divergingTable()[kDivergingMiddle + 160]);
    QCOMPARE(differenceTicks(DifferenceKind::Signed, 4), QStringList({"−64", "0", "+64"}));
    QCOMPARE(differenceTicks(DifferenceKind::Absolute, 1), QStringList({"0", "128", "255"}));
  }

  void figuresOfADifferenceCountWhatBothPicturesShow() {
    QImage a(10, 1, QImage::Format_ARGB32_Premultiplied);
    a.fill(QColor(50, 50, 50));
    QImage b(10, 1, QImage::Format_RGB32);
    b.fill(QColor(50, 50, 50));
    a.setPixelColor(0, 0, QColor(80, 50, 50)); // 30 in one channel
    a.setPixel(9, 0, 0);                       // transparent: not compared
    const auto figures = differenceFigures(*makePyramid(a), *makePyramid(b), QSize(10, 1)).value();
    QCOMPARE(figures.most, 30);
    QVERIFY(std::abs(figures.mean - 30.0 / 27) < 1e-9);
    QVERIFY(std::abs(figures.signedMean - 30 * 77.0 / 256 / 9) < 1e-9);
    QCOMPARE(qAlpha(absoluteDifference(a, b.convertToFormat(a.format()), 1).pixel(9, 0)), 0);
    QCOMPARE(qAlpha(signedDifference(a, b.convertToFormat(a.format()), 1).pixel(9, 0)), 0);
    a.fill(Qt::transparent);
    QVERIFY(!differenceFigures(*makePyramid(a), *makePyramid(b), QSize(10, 1)).has_value());
  }

  void aDivergingMapRisesEvenlyOnBothSides() {
    for (const int sign : {-1, 1}) {
      double before = -1;
      for (int i = 0; i <= kDivergingMiddle; i += 15) {
        const double now =
            qGray(divergingTable()[static_cast<std::size_t>(kDivergingMiddle + sign * i)]);
        QVERIFY2(now > before, qPrintable(QString::number(sign * i)));
        before = now;
      }
    }
  }

  void sixteenBitAndAlphaAreShownRight() {
    media::Picture deep(1, 1, 4, media::Sample::U16);
    auto* p = deep.row<std::uint16_t>(0);
    p[0] = 65535;
    p[1] = 257 * 100;
    p[2] = 0;
    p[3] = 257 * 51;
    const QRgb shown = toImage(deep).pixelColor(0, 0).rgba();
    QCOMPARE(qRed(shown), 255);
    QVERIFY(std::abs(qGreen(shown) - 100) <= 2);
    QCOMPARE(qAlpha(shown), 51);
  }

  void allTextReachesItsContrast_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
  }
  void allTextReachesItsContrast() {
    QFETCH(bool, dark);
    const Tokens& t = dark ? darkTokens() : lightTokens();
    constexpr double kText = 4.5;
    constexpr double kControl = 3;
    for (const QColor& surface :
         {t.window, t.panel, t.raised, t.hover, t.input, t.title, t.selection}) {
      QVERIFY2(contrast(t.text, surface) >= kText, qPrintable(surface.name()));
      QVERIFY2(contrast(t.textSecond, surface) >= kText, qPrintable(surface.name()));
    }
    for (const QColor& surface : {t.window, t.panel, t.input}) {
      for (const QColor& verdict : {t.good, t.fair, t.weak}) {
        QVERIFY2(contrast(verdict, surface) >= kText, qPrintable(verdict.name() + surface.name()));
      }
      QVERIFY2(contrast(t.lineStrong, surface) >= kControl, qPrintable(surface.name()));
      QVERIFY2(contrast(t.accent, surface) >= kControl, qPrintable(surface.name()));
    }
    QVERIFY(contrast(t.accentText, t.accentFill) >= kText);
    QVERIFY(contrast(t.selectionText, t.selection) >= kText);
    // Labels on pictures let something of them through: the worst is a white one.
    const double solid = t.tag.alphaF();
    const auto over = [solid](int tag) { return qRound(tag * solid + 255 * (1 - solid)); };
    const QColor onWhite(over(t.tag.red()), over(t.tag.green()), over(t.tag.blue()));
    QVERIFY(contrast(t.tagText, onWhite) >= kText);
    QVERIFY(contrast(t.markInk, t.mark) >= kText);
    for (const QColor& reference : t.reference) {
      QVERIFY2(contrast(t.referenceText, reference) >= kText, qPrintable(reference.name()));
    }
  }
};

QTEST_MAIN(TstModels)
#include "tst_models.moc"
