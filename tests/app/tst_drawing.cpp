#include <QTest>
#include <cmath>
#include <set>

#include "app/draw/lines.h"
#include "app/draw/maps.h"
#include "app/draw/sheet.h"

using refscale::Correspondence;
using refscale::Field;
using refscale::Vec2f;
using namespace refscale::app::draw;

namespace {

Correspondence someMatches(int width, int height) {
  Correspondence matches;
  matches.referenceWidth = width;
  matches.referenceHeight = height;
  matches.pixels = Field<Vec2f>(width, height, 4, {3.5F, -2.25F});
  matches.confidence = Field<float>(width, height, 4);
  matches.uniqueness = Field<float>(width, height, 4);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      matches.confidence.at(x, y) = static_cast<float>((x * 37 + y * 61) % 100) / 100.0F;
      matches.uniqueness.at(x, y) = static_cast<float>((x * 13 + y * 7) % 10) / 10.0F;
    }
  }
  return matches;
}

} // namespace

class TstDrawing : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void linesAreSpreadOneABox_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("count");
    QTest::newRow("landscape") << 160 << 120 << 60;
    QTest::newRow("portrait") << 90 << 200 << 60;
    QTest::newRow("strip") << 300 << 3 << 60;
    QTest::newRow("fewer cells than lines") << 4 << 3 << 60;
    QTest::newRow("many lines") << 160 << 120 << 400;
    QTest::newRow("one cell") << 1 << 1 << 10;
  }
  void linesAreSpreadOneABox() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, count);
    const auto lines = evenlySpread(someMatches(width, height), count);
    const Spread grid = spreadFor(width, height, count);
    QVERIFY(static_cast<int>(lines.size()) <= count);
    QCOMPARE(static_cast<int>(lines.size()), grid.columns * grid.rows);
    std::set<std::pair<int, int>> boxes;
    for (const auto& line : lines) {
      const auto box =
          std::pair(line.cellX * grid.columns / width, line.cellY * grid.rows / height);
      QVERIFY2(boxes.insert(box).second, "two lines in one box");
    }
  }
  void sixtyLinesOfAnOrdinaryPhotoAreNearlySixty() {
    const Spread grid = spreadFor(160, 120, 60);
    QVERIFY(grid.columns * grid.rows >= 54);
    QVERIFY(grid.columns > grid.rows);
  }
  void theSameDataGivesTheSameLines() {
    const auto matches = someMatches(160, 120);
    const auto first = evenlySpread(matches, 60);
    const auto second = evenlySpread(matches, 60);
    QCOMPARE(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
      QCOMPARE(first[i].cellX, second[i].cellX);
      QCOMPARE(first[i].cellY, second[i].cellY);
    }
  }
  void theBestOfABoxIsTakenAndTheFirstOfEqualOnes() {
    Correspondence matches = someMatches(4, 1);
    matches.confidence.values = {0.5F, 0.9F, 0.9F, 0.2F};
    matches.uniqueness.values = {1, 0.5F, 0.5F, 1};
    auto lines = evenlySpread(matches, 1);
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines[0].cellX, 0); // 0.5 beats 0.45
    matches.confidence.values = {0.1F, 0.9F, 0.9F, 0.2F};
    lines = evenlySpread(matches, 1);
    QCOMPARE(lines[0].cellX, 1);
    QVERIFY(lines[0].sure);
    // The centre of cell 1 is at 5.5 output pixels.
    QCOMPARE(lines[0].from.x, 5.5F);
    QCOMPARE(lines[0].to.x, 9.0F);
    QCOMPARE(lines[0].to.y, -0.75F);
  }
  void noMatchesMeanNoLines() { QVERIFY(evenlySpread({}, 60).empty()); }
  void drawingMatchesTwiceGivesTheSamePicture() {
    refscale::media::Picture input(64, 48, 3, refscale::media::Sample::U8);
    refscale::media::Picture reference(80, 48, 1, refscale::media::Sample::U16);
    auto matches = someMatches(16, 12);
    matches.referenceWidth = 20;
    const auto a = drawMatches(input, reference, matches, 60);
    const auto b = drawMatches(input, reference, matches, 60);
    QVERIFY(std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin(), b.bytes().end()));
    QVERIFY(a.width() > 1400);
  }
  void aTallStripIsDrawnWithinBounds() {
    const refscale::media::Picture strip(4, 8000, 3, refscale::media::Sample::U8);
    auto matches = someMatches(1, 2000);
    matches.referenceWidth = 1;
    const auto drawn = drawMatches(strip, strip, matches, 60);
    QVERIFY(drawn.height() < 2000);
  }
  void ticksAreRoundNumbers_data() {
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("step");
    QTest::newRow("unit") << 0.0 << 1.0 << 0.2;
    QTest::newRow("shifted") << -1.0 << 1.0 << 0.5;
    QTest::newRow("pixels") << 0.0 << 37.0 << 5.0;
    QTest::newRow("thousands") << 0.0 << 1600.0 << 200.0;
    QTest::newRow("small") << 0.0 << 0.004 << 0.0005;
  }
  void ticksAreRoundNumbers() {
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, step);
    QVERIFY(std::abs(tickStep(low, high) - step) < step * 1e-9);
    const double ticks = (high - low) / tickStep(low, high);
    QVERIFY(ticks >= 3.9 && ticks <= 9);
  }
  void aMapOfOneValueOrOfNotANumberIsDrawn() {
    const Field<float> flat(8, 6, 4, 0.0F);
    QVERIFY(scalarMap(flat, {.title = "flat", .unit = "px", .low = 0, .high = 0}).width() > 8);
    const Field<float> broken(8, 6, 4, std::nanf(""));
    const auto picture = scalarMap(broken, {.title = "broken", .unit = {}});
    // Grey where there is no number.
    const auto* row = picture.row<std::uint8_t>(picture.height() / 2);
    const int middle = 24 + 100;
    QCOMPARE(static_cast<int>(row[middle * 3]), 128);
    QCOMPARE(static_cast<int>(row[middle * 3 + 1]), 128);
  }
  void oppositeDirectionsHaveDifferentColours() {
    Field<Vec2f> field(2, 1, 4);
    field.at(0, 0) = {5, 0};
    field.at(1, 0) = {-5, 0};
    const auto picture = directionMap(field, "direction");
    const auto* row = picture.row<std::uint8_t>(150);
    int difference = 0;
    for (int c = 0; c < 3; ++c) difference += std::abs(row[100 * 3 + c] - row[800 * 3 + c]);
    QVERIFY(difference > 60);
  }
  void percentilesLookAtFiniteValuesOnly() {
    Field<float> field(5, 1, 1);
    field.values = {3, 1, std::nanf(""), 2, 4};
    QCOMPARE(percentile(field, 0), 1.0);
    QCOMPARE(percentile(field, 1), 4.0);
    QCOMPARE(percentile({}, 0.5), 0.0);
  }
  void cropsAtTheEdgeStayInsideTheSheet() {
    const refscale::media::Picture picture(120, 90, 3, refscale::media::Sample::U8);
    const SheetPicture entry{"a", "b", picture};
    const auto sheet = drawSheet({.title = "t",
                                  .wholes = {entry, entry},
                                  .details = {entry},
                                  .crops = {{500, 500}, {-3, 0}}});
    QVERIFY(sheet.width() >= 3 * 640);
  }
};

QTEST_GUILESS_MAIN(TstDrawing)
#include "tst_drawing.moc"
