#include <QTest>
#include <cmath>

#include "core/geometry/mapping.h"

using namespace refscale;
using namespace refscale::geometry;

namespace {

const Homography kTilted{{0.9, 0.2, 12, -0.15, 1.1, 5, 0.0004, -0.0002, 1}};

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

class TstMapping : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aPlaneIsMappedAsItsHomographyHasIt() {
    const Mapping mapping(kTilted, 160, 120);
    QCOMPARE(mapping.cellsAcross(), 40);
    QCOMPARE(mapping.cellsDown(), 30);
    // At the cells' middles exactly, in between to what a straight line is off by.
    QVERIFY(distance(mapping({41.5, 61.5}), kTilted({41.5, 61.5})) < 1e-4);
    for (const Point p : {Point{0, 0}, Point{159, 119}, Point{80.3, 17.9}, Point{-3, 122}}) {
      QVERIFY(distance(mapping(p), kTilted(p)) < 0.02);
    }
  }
  void areasAreThoseOfTheHomography() {
    const Mapping mapping(kTilted, 160, 120);
    const double step = 1e-3;
    const Point m{10 * 4 + kMiddle, 20 * 4 + kMiddle};
    const Point right = kTilted({m.x + step, m.y});
    const Point below = kTilted({m.x, m.y + step});
    const Point here = kTilted(m);
    const double area = std::abs((right.x - here.x) * (below.y - here.y) -
                                 (right.y - here.y) * (below.x - here.x)) /
                        (step * step);
    QVERIFY(std::abs(mapping.areaOf(10, 20) - area) < 0.01 * area);
    QVERIFY(std::abs(kTilted.areaAt(m) - area) < 0.01 * area);
  }
  void shiftsComeBeforeTheMapping() {
    const Field<Vec2f> shifts(40, 30, 4, {8, -4});
    const Mapping mapping = Mapping(kTilted, 160, 120).afterShifts(shifts);
    QVERIFY(distance(mapping({60, 50}), kTilted({68, 46})) < 0.02);
    QVERIFY(distance(Mapping({}, 160, 120).afterShifts(shifts)({60, 50}), {68, 46}) < 1e-4);
  }
  void aReducedSourceHasItsPixelsAtTheSamePlaces() {
    // The middle of a source of 200 x 100 stays the middle of one of 50 x 25.
    const Mapping mapping = Mapping(Homography{}, 200, 100).scaled(0.25, 0.25);
    QVERIFY(distance(mapping({99.5, 49.5}), {24.5, 12}) < 1e-4);
    QVERIFY(distance(mapping({-0.5, -0.5}), {-0.5, -0.5}) < 1e-4);
  }
  void behindTheHorizonLiesNothing() {
    const Homography h{{1, 0, 0, 0, 1, 0, -0.02, 0, 1}};
    QVERIFY(std::abs(h({60, 0}).x) > 1e6);
    QCOMPARE(h.areaAt({60, 0}), 0.0);
  }
  void oneCellIsAMappingToo() {
    const Mapping mapping(Homography{}, 4, 4);
    QVERIFY(std::isfinite(mapping({3, 3}).x));
    QVERIFY(mapping.areaOf(0, 0) >= 0);
  }
};

QTEST_GUILESS_MAIN(TstMapping)
#include "tst_mapping.moc"
