#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/files.h"
#include "core/media/read.h"
#include "tests/ui/fakes.h"
#include "ui/actions.h"
#include "ui/canvas/linked_view.h"
#include "ui/main_window.h"
#include "ui/maps/maps_view.h"
#include "ui/models/document.h"
#include "ui/models/run_status.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/views/exploration.h"
#include "ui/workspace.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

// Two references: one that matches by a shift, another that is sure in the upper rows alone.
pipeline::UpscaleResult makeResult(int width = 12, int height = 8) {
  pipeline::UpscaleResult result;
  for (const float rows : {1.0F, 0.5F}) {
    Correspondence c;
    c.referenceWidth = width;
    c.referenceHeight = height;
    c.pixels = Field<Vec2f>(width, height, 4);
    c.confidence = Field<float>(width, height, 4);
    c.uniqueness = Field<float>(width, height, 4, 0.2F);
    c.forwardBackward = Field<float>(width, height, 4);
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        c.pixels.at(x, y) = {static_cast<float>(4 * x), static_cast<float>(-8 * y)};
        c.confidence.at(x, y) = y < rows * height ? 0.6F + 0.3F * (1 - rows) : 0.1F;
        c.forwardBackward.at(x, y) = static_cast<float>(x) / 2;
      }
    }
    result.correspondences.push_back(std::move(c));
  }
  result.usedReference = 0;
  return result;
}

struct Desk {
  QTemporaryDir folder;
  QSettings settings{folder.filePath("s.ini"), QSettings::IniFormat};
  std::shared_ptr<test::Script> script = std::make_shared<test::Script>();
  Workspace workspace{[script = script] { return test::makeScriptedEngine(script); },
                      test::makeScriptedFiles(std::make_shared<test::Written>()), settings};

  Desk() {
    workspace.window().show();
    workspace.session().open({"small-40x30.png", "better-160x120.png"}, DropTarget::Window);
    QVERIFY(QTest::qWaitFor([this] { return workspace.document().bicubic() != nullptr; }));
    workspace.document().clearNotices();
    workspace.session().run();
    QVERIFY(QTest::qWaitFor([this] { return workspace.document().result() != nullptr; }));
  }
  Document& document() { return workspace.document(); }
  MapsView& maps() { return workspace.window().exploration().mapsView(); }
  Inspection& inspection() { return workspace.window().exploration().inspection(); }
  QAction& action(ActionId id) { return workspace.actions()[id]; }
  void openMaps() {
    action(ActionId::ShowMaps).trigger();
    QVERIFY(QTest::qWaitFor([this] { return allShown(); }));
  }
  bool allShown() {
    for (int i = 0; i < maps().paneCount(); ++i) {
      if (!maps().pane(i).canvas().map()) return false;
    }
    return true;
  }
};

} // namespace

class TstMaps : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void valuesComeInTheUnitsThatTheLegendNames() {
    const auto result = makeResult();
    const auto field = [&](MapKind kind, int scale = 0) {
      return makeMapField(result, 0, {kind, scale, OffsetPart::Match});
    };
    const QPointF at(4 * 6 + 1, 4 * 2 + 3); // cell 6, 2
    QCOMPARE(valueAt(field(MapKind::Confidence).values, at), 0.6F);
    QCOMPARE(valueAt(field(MapKind::ForwardBackward).values, at), 12.0F); // 3 cells
    const double length = std::hypot(24, 16);                             // output pixels
    for (int scale = 0; scale < kMapScales; ++scale) {
      const double step = 4 >> scale;
      QVERIFY(std::abs(valueAt(field(MapKind::OffsetLength, scale).values, at) - length / step) <
              1e-4);
    }
    const float direction = valueAt(field(MapKind::OffsetDirection).values, at);
    QVERIFY(std::abs(direction - 33.69) < 0.01); // right and up: between 0 and 90
    QVERIFY(std::isnan(valueAt(field(MapKind::Confidence).values, {-1, 3})));
    QVERIFY(std::isnan(valueAt(field(MapKind::Confidence).values, {4 * 12 + 1, 3})));
  }

  void paintedPlacesAreInvented() {
    const auto result = makeResult();
    QImage mask(result.correspondences.front().confidence.width,
                result.correspondences.front().confidence.height, QImage::Format_Grayscale8);
    mask.fill(0);
    const MapChoice choice{MapKind::Borrowed, 0, {}};
    const auto painted = std::make_shared<const QImage>(mask);
    QCOMPARE(makeMapField(result, 0, choice, 0.0F, painted).values.at(2, 1), 1.0F);
    mask.setPixelColor(2, 1, Qt::white);
    const auto more = std::make_shared<const QImage>(mask);
    QCOMPARE(makeMapField(result, 0, choice, 0.0F, more).values.at(2, 1), 0.0F);
    QCOMPARE(makeMapField(result, 0, choice, 0.0F, more).values.at(3, 1), 1.0F);
  }

  void theMatchOffsetDoublesFromScaleToScale() {
    const auto result = makeResult();
    const auto at = [&](int scale) {
      return valueAt(
          makeMapField(result, 0, {MapKind::OffsetLength, scale, OffsetPart::Match}).values,
          {30, 20});
    };
    QCOMPARE(at(1), 2 * at(0));
    QCOMPARE(at(2), 4 * at(0));
  }

  void everyReferenceHasItsPlacesAndTheRestHasNone() {
    const MapField which = makeMapField(makeResult(), 0, {MapKind::WhichReference, 0, {}});
    QCOMPARE(which.values.at(3, 1), 1.0F); // the second is surer where it is sure at all
    QCOMPARE(which.values.at(3, 7), 0.0F);
    auto unsure = makeResult();
    for (auto& c : unsure.correspondences) {
      std::fill(c.confidence.values.begin(), c.confidence.values.end(), 0.2F);
    }
    const MapField none = makeMapField(unsure, 0, {MapKind::WhichReference, 0, {}});
    QVERIFY(std::isnan(none.values.at(3, 1)));
    QCOMPARE(statsOf(none).invalid, 1.0);
    const MapImage image =
        colourMap(which, {}, {Qt::blue, Qt::yellow, {QColor(Qt::red), QColor(Qt::green)}});
    QCOMPARE(image.letters.size(), std::size_t{2}); // one in each of the two areas
    QCOMPARE(image.cells->levels.front().pixelColor(3, 1), QColor(Qt::green));
  }

  void theSurestReferenceIsOfferedWhereThereAreSeveral() {
    Desk desk;
    desk.openMaps();
    const auto offered = [&desk] {
      const auto* title = desk.maps().pane(0).findChild<QToolButton*>();
      const auto actions = title->menu()->actions();
      return std::any_of(actions.begin(), actions.end(), [](const QAction* action) {
        return action->isVisible() && action->text() == mapTitle(MapKind::WhichReference);
      });
    };
    QVERIFY(!offered());
    desk.workspace.session().open({"other-120x90.png"}, DropTarget::References);
    QTRY_COMPARE(desk.document().state().references.size(), std::size_t{2});
    desk.workspace.session().run();
    QTRY_COMPARE(desk.inspection().references().size(), std::size_t{2});
    QVERIFY(offered());
  }

  void whatCannotBeShownSaysWhy() {
    auto result = makeResult();
    const MapChoice learned{MapKind::OffsetLength, 0, OffsetPart::Learned};
    QCOMPARE(mapState(result, 0, learned), MapState::NeedsRestoring);
    QCOMPARE(mapState(result, 1, learned), MapState::OtherReference);
    QCOMPARE(mapState(result, 5, learned), MapState::NothingBorrowed);
    QCOMPARE(mapState(result, 0, {MapKind::OffsetLength, 2, OffsetPart::Match}), MapState::Ready);
    result.report.options["strength"] = "0";
    QCOMPARE(mapState(result, 0, learned), MapState::NothingBorrowed);
    result.report.options.clear();
    pipeline::AggregationMap only;
    only.scale = "relu3_1";
    only.matchOffset = only.learnedOffset = Field<Vec2f>(12, 8, 4);
    only.maskWeight = Field<float>(12, 8, 4);
    result.maps.push_back(only);
    QCOMPARE(mapState(result, 0, learned), MapState::Ready);
    QCOMPARE(mapState(result, 0, {MapKind::MaskWeight, 1, {}}), MapState::NotInModel);
    result.correspondences[0].uniqueness = {};
    QCOMPARE(mapState(result, 0, {MapKind::Uniqueness, 0, {}}), MapState::NotInModel);
  }

  void numbersOfALegendAreThoseOfTheValues() {
    MapField field;
    field.choice = {MapKind::ForwardBackward, 0, {}};
    field.values = Field<float>(10, 10, 4);
    for (int i = 0; i < 100; ++i) field.values.values[static_cast<std::size_t>(i)] = i;
    field.values.values[50] = NAN;
    const MapStats stats = statsOf(field);
    QCOMPARE(stats.median, 49.0);
    QCOMPARE(stats.percentiles.low, 0.0);
    QCOMPARE(stats.percentiles.high, 98.0);
    QCOMPARE(stats.share, 0.05); // 0 to 4 are within one cell
    QCOMPARE(stats.invalid, 0.01);
    QCOMPARE(outOfRange(field.values, {10, 89}), 0.20);
    QCOMPARE(rangeFor(field, stats, RangeRule::Usual, {}).high, 16.0);
    QCOMPARE(rangeFor(field, stats, RangeRule::Percentiles, {}).high, 98.0);
    QCOMPARE(rangeFor(field, stats, RangeRule::Typed, {3, 7}).high, 7.0);
  }

  void directionsAreAveragedAroundTheCircle() {
    MapField field;
    field.choice = {MapKind::OffsetDirection, 0, {}};
    field.values = Field<float>(2, 1, 4);
    field.values.values = {350, 20};
    field.certainty = Field<float>(2, 1, 4, 0.9F);
    const MapStats stats = statsOf(field);
    QVERIFY(std::abs(stats.median - 5) < 1e-3);
    QVERIFY(stats.spread > 10 && stats.spread < 20);
  }

  void valuesOutOfRangeAreGreyAndTheOthersColoured() {
    MapField field;
    field.choice = {MapKind::Confidence, 0, {}};
    field.values = Field<float>(4, 1, 4);
    field.values.values = {0, 1, 1.5F, NAN};
    const QImage image = colourMap(field, {0, 1}, {}).cells->levels.front();
    QCOMPARE(image.pixelColor(0, 0), viridis(0));
    QCOMPARE(image.pixelColor(1, 0), viridis(1));
    for (const int x : {2, 3}) {
      const QColor grey = image.pixelColor(x, 0);
      QVERIFY(grey.red() == grey.green() && grey.green() == grey.blue());
    }
    QVERIFY(image.pixelColor(2, 0) != image.pixelColor(3, 0)); // checked
  }

  void aThinLineMarksWhereTheLearnedPartIsLarge() {
    MapField field;
    field.choice = {MapKind::OffsetLength, 0, OffsetPart::Total};
    field.values = Field<float>(5, 5, 4, 1);
    field.learned = Field<float>(5, 5, 4, 1);
    field.learned.at(2, 2) = 9;
    const auto contour = colourMap(field, {0, 2}, {}).contour;
    QCOMPARE(contour.size(), std::size_t{4});
    for (const QLineF& side : contour) QCOMPARE(side.length(), 4.0);
  }

  void ticksAreRoundNumbersInsideTheRange_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("logarithmic");
    QTest::newRow("0 to 1") << 0.0 << 1.0 << false;
    QTest::newRow("3.1 to 167") << 3.1 << 167.0 << false;
    QTest::newRow("logarithmic") << 0.05 << 16.0 << true;
  }
  void ticksAreRoundNumbersInsideTheRange() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, logarithmic);
    const auto ticks = legendTicks({low, high, logarithmic});
    QVERIFY(ticks.size() >= 3 && ticks.size() <= 8);
    for (const double t : ticks) QVERIFY(t >= low - 1e-6 && t <= high + 1e-6);
  }

  void numbersAreSavedAsTheyAre() {
    Field<float> field(3, 2, 4);
    field.values = {0, 1.5F, -2, 1e-3F, 7, 0.25F};
    QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "map.tif";
    AtomicFile file(path);
    const auto tiff = encodeFloatTiff(field);
    file.write(std::span<const std::byte>(tiff));
    file.commit();
    const media::Picture back = media::readPicture(path, {});
    QCOMPARE(back.sample(), media::Sample::F32);
    QCOMPARE(back.width(), 3);
    QCOMPARE(back.row<float>(1)[2], 0.25F);
    // A picture is read as one, within 0..1; the file holds the numbers as they are.
    const auto values = std::as_bytes(std::span(field.values));
    QVERIFY(!std::ranges::search(tiff, values).empty());
    const auto npy = encodeNpy(field);
    const std::string head(reinterpret_cast<const char*>(npy.data()), 128);
    QVERIFY(head.starts_with("\x93NUMPY"));
    QVERIFY(head.find("'shape': (2, 3)") != std::string::npos);
    QCOMPARE(npy.size(), std::size_t{128} + 24);
    QVERIFY(std::memcmp(npy.data() + 128, field.values.data(), 24) == 0);
  }

  void fourPanesOpenWithKeyThreeAndShowOnePlace() {
    Desk desk;
    QCOMPARE(desk.action(ActionId::ShowMaps).shortcut(), QKeySequence("3"));
    QCOMPARE(desk.action(ActionId::MapsTwo).shortcut(), QKeySequence("Alt+2"));
    desk.openMaps();
    QVERIFY(desk.maps().isVisible());
    MapCanvas& first = desk.maps().pane(0).canvas();
    const QPointF wanted(33, 50);
    QTest::mouseMove(&first, desk.maps().linkedView().transform().toView(wanted).toPoint());
    QTRY_VERIFY(desk.inspection().position().has_value());
    const QPointF at = *desk.inspection().position();
    QVERIFY(QLineF(at, wanted).length() < 2);
    const ResultHandle result = desk.document().matches();
    for (int i = 0; i < MapsView::kPanes; ++i) {
      const MapField made = makeMapField(*result, 0, desk.maps().pane(i).wish().choice);
      QCOMPARE(desk.maps().pane(i).canvas().chipText(), valueText(made, at));
      QVERIFY(!desk.maps().pane(i).canvas().chipText().isEmpty());
    }
    desk.action(ActionId::MapsOne).trigger();
    QVERIFY(!desk.maps().pane(1).isVisible());
    desk.action(ActionId::MapsTwo).trigger();
    QVERIFY(desk.maps().pane(1).isVisible() && !desk.maps().pane(2).isVisible());
  }

  void zoomAndPositionAreOneForAllPanes() {
    Desk desk;
    desk.openMaps();
    LinkedView& view = desk.maps().linkedView();
    view.zoomTo(4, QPointF(20, 20));
    const QPointF before = view.transform().visibleFrame().topLeft();
    QTest::keyClick(&desk.maps().pane(2).canvas(), Qt::Key_Right);
    QVERIFY(view.transform().visibleFrame().left() > before.x());
    // C and arrows move the crosshair by single pixels.
    MapCanvas& canvas = desk.maps().pane(1).canvas();
    desk.inspection().setPosition(QPointF(50, 40));
    QTest::keyPress(&canvas, Qt::Key_C);
    QTest::keyClick(&canvas, Qt::Key_Left);
    QTest::keyClick(&canvas, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyRelease(&canvas, Qt::Key_C);
    QCOMPARE(*desk.inspection().position(), QPointF(49, 50));
  }

  void borrowedAndInventedMakeAHundredEverywhere() {
    Desk desk;
    desk.openMaps();
    const auto& classes = desk.maps().pane(3).legend().content().classes;
    QCOMPARE(classes.size(), std::size_t{2});
    const double borrowed = desk.document().result()->result->report.borrowed;
    QCOMPARE(classes[0].share, percentText(borrowed));
    QCOMPARE(classes[1].share, percentText((100 - qRound(borrowed * 100)) / 100.0));
    const QString sentence = describeRun(desk.document()).sentence;
    QVERIFY(sentence.contains(classes[0].share) && sentence.contains(classes[1].share));
  }

  void learnedOffsetsAreMadeWhenTheyAreAskedFor() {
    Desk desk;
    desk.openMaps();
    QVERIFY(!desk.script->lastRequest().options.wantMaps);
    MapPane& pane = desk.maps().pane(1);
    QCOMPARE(pane.wish().choice.part, OffsetPart::Match); // known without restoring
    desk.maps().choose(1, {MapKind::OffsetLength, 1, OffsetPart::Learned});
    auto* remedy = pane.findChild<QPushButton*>("makeMaps");
    QVERIFY(remedy->isVisible());
    const int runs = desk.script->runCalls;
    const PyramidHandle before = desk.document().result()->pyramid;
    QTest::mouseClick(remedy, Qt::LeftButton);
    QTRY_VERIFY(pane.canvas().map() != nullptr);
    QCOMPARE(desk.script->runCalls.load(), runs + 1);
    QVERIFY(desk.script->lastRequest().options.wantMaps);
    QVERIFY(desk.document().previousResult() == nullptr); // the same result, known better
    QCOMPARE(desk.document().changeSinceResult().rerun, Rerun::Nothing);
    QCOMPARE(desk.document().result()->pyramid->size(), before->size());
    // Total = match + learned at each scale.
    const pipeline::UpscaleResult& result = *desk.document().matches();
    for (int scale = 0; scale < kMapScales; ++scale) {
      const auto vectors = [&](OffsetPart part) {
        return makeMapField(result, 0, {MapKind::OffsetDirection, scale, part}).vectors;
      };
      const auto total = vectors(OffsetPart::Total);
      const auto match = vectors(OffsetPart::Match);
      const auto learned = vectors(OffsetPart::Learned);
      for (std::size_t i = 0; i < total.values.size(); ++i) {
        QVERIFY(std::abs(total.values[i].x - match.values[i].x - learned.values[i].x) < 0.01);
        QVERIFY(std::abs(total.values[i].y - match.values[i].y - learned.values[i].y) < 0.01);
      }
    }
  }

  void aRegionIsMarkedInAllPanesAndEscClearsIt() {
    Desk desk;
    desk.openMaps();
    MapCanvas& canvas = desk.maps().pane(0).canvas();
    const ViewTransform& view = desk.maps().linkedView().transform();
    const QPoint from = view.toView({40, 30}).toPoint();
    const QPoint to = view.toView({80, 70}).toPoint();
    QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&canvas, (from + to) / 2);
    QTest::mouseMove(&canvas, to);
    QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, to);
    QTRY_VERIFY(desk.inspection().brush().isSet());
    const CellSet expected = cellsInside(*desk.inspection().correspondence(),
                                         QRectF(view.toFrame(from), view.toFrame(to)));
    QVERIFY(desk.inspection().brush() == expected);
    QVERIFY(expected.count() >= 81 && expected.count() <= 121); // 10 x 10 cells, about
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(!desk.inspection().brush().isSet());
  }

  void aTypedRangeIsTakenAndSharedWhereWanted() {
    Desk desk;
    desk.openMaps();
    PaneWish wish = desk.maps().pane(0).wish();
    wish.rule = RangeRule::Typed;
    wish.typed = {0.2, 0.7};
    desk.maps().pane(0).setWish(wish);
    desk.maps().choose(0, wish.choice); // the same again: has it made
    QTRY_COMPARE(desk.maps().pane(0).canvas().map()->range.high, 0.7);
    QVERIFY(outOfRange(desk.maps().pane(0).canvas().map()->field.values, {0.2, 0.7}) > 0);
  }

  void aMapIsSavedWithItsBarAndAFailureIsSaid() {
    Desk desk;
    desk.openMaps();
    QSignalSpy told(&desk.maps(), &MapsView::told);
    const auto folder = std::filesystem::path(desk.folder.path().toStdString());
    desk.maps().save(MapFileKind::PictureWithBar, folder / "map.png");
    QVERIFY(told.wait());
    const QImage sheet(desk.folder.filePath("map.png"));
    QVERIFY(sheet.width() > 160 && sheet.height() > 120);
    desk.maps().save(MapFileKind::Npy, folder / "nowhere" / "map.npy");
    QVERIFY(told.wait());
    QVERIFY(told.back().front().toString().startsWith("Not saved"));
    QCOMPARE(desk.document().notices().size(), std::size_t{2});
  }

  void theThemeAndAClosedPictureLeaveNothingBehind() {
    Desk desk;
    desk.openMaps();
    desk.action(ActionId::ThemeLight).trigger();
    desk.action(ActionId::CloseAll).trigger();
    QVERIFY(!desk.maps().isVisible());
    QVERIFY(!desk.inspection().matches());
    desk.action(ActionId::Undo).trigger();
    QVERIFY(desk.inspection().matches() != nullptr);
  }
};

QTEST_MAIN(TstMaps)
#include "tst_maps.moc"
