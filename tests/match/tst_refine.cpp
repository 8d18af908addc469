// Refinement on made pictures whose shift is known to a fraction of a pixel.
#include <QTest>
#include <cmath>

#include "core/base/error.h"
#include "core/match/refine.h"

namespace {

using namespace refscale;

double wave(double x, double y) {
  return 0.5 + 0.16 * std::sin(1.1 * x + 0.2 * y) + 0.16 * std::cos(0.97 * y - 0.13 * x) +
         0.1 * std::sin(0.6 * x + 0.53 * y);
}

match::Luma picture(int width, int height, double shiftX, double shiftY) {
  match::Luma luma(width, height, 1);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      luma.at(x, y) = static_cast<float>(wave(x - shiftX, y - shiftY));
    }
  }
  return luma;
}

Correspondence cells(int width, int height, Vec2f offset) {
  Correspondence c;
  c.cells = Field<Vec2f>(width, height, 4, offset);
  return c;
}

} // namespace

class TstRefine : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void contrastIsTheDeviationOfTheInputsWindow() {
    match::Luma input(24, 24, 1, 0.25F);
    for (int y = 12; y < 24; ++y) {
      for (int x = 0; x < 24; ++x) input.at(x, y) = (x + y) % 2 == 0 ? 0.75F : 0.25F;
    }
    for (const bool refined : {true, false}) {
      Correspondence c = cells(6, 6, {0, 0});
      if (refined) {
        match::refineMatches(c, input, input, {}, {});
      } else {
        match::measureAgreement(c, input, input, {});
      }
      QCOMPARE(c.contrast.at(2, 1), 0.0F); // rows 0 to 11
      QVERIFY(std::abs(c.contrast.at(2, 4) - 0.25F) < 1e-5F);
    }
  }

  void aShiftIsFoundToAFractionOfAPixel_data() {
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("none") << 0.0 << 0.0 << 0.05;
    QTest::newRow("whole") << 2.0 << -1.0 << 0.05;
    QTest::newRow("fraction") << 1.3 << -0.4 << 0.15;
    // The penalty on far moves can leave the second search at its edge, where there is no parabola.
    QTest::newRow("most") << 2.6 << 2.4 << 0.5;
  }
  void aShiftIsFoundToAFractionOfAPixel() {
    QFETCH(double, dx);
    QFETCH(double, dy);
    QFETCH(double, tolerance);
    Correspondence c = cells(16, 14, {3, 2});
    const match::Luma input = picture(64, 56, 0, 0);
    const match::Luma reference = picture(96, 80, 12 + dx, 8 + dy);
    match::refineMatches(c, input, reference, {}, {});
    for (int y = 0; y < 14; ++y) {
      for (int x = 0; x < 16; ++x) {
        QVERIFY2(std::abs(c.pixels.at(x, y).x - (12 + dx)) < tolerance &&
                     std::abs(c.pixels.at(x, y).y - (8 + dy)) < tolerance,
                 qPrintable(QString("%1, %2: %3 %4")
                                .arg(x)
                                .arg(y)
                                .arg(c.pixels.at(x, y).x)
                                .arg(c.pixels.at(x, y).y)));
        QVERIFY(c.agreement.at(x, y) > 0.8F);
      }
    }
  }

  void flatPlacesStayWhereTheyWere() {
    Correspondence c = cells(6, 6, {1, 0});
    const match::Luma flat(24, 24, 1, 0.4F);
    match::refineMatches(c, flat, flat, {}, {});
    for (const Vec2f v : c.pixels.values) QCOMPARE(v, (Vec2f{4, 0}));
    for (const float a : c.agreement.values) QVERIFY(std::abs(a) < 1e-3F);
  }

  void offsetsFarOutsideReadTheBorderAndNothingElse() {
    Correspondence c = cells(6, 6, {4000, -4000});
    match::refineMatches(c, picture(24, 24, 0, 0), picture(20, 12, 0, 0), {}, {});
    for (const float a : c.agreement.values) QVERIFY(std::isfinite(a));
  }

  void withoutASearchThePlaceIsTheWholeCell() {
    Correspondence c = cells(8, 8, {2, -1});
    match::measureAgreement(c, picture(32, 32, 0, 0), picture(48, 40, 8, -4), {});
    QCOMPARE(c.pixels.at(3, 4), (Vec2f{8, -4}));
    QVERIFY(c.agreement.at(3, 4) > 0.99F);
  }

  void aStopIsHeeded() {
    std::stop_source source;
    source.request_stop();
    RunContext context;
    context.stop = source.get_token();
    Correspondence c = cells(8, 8, {0, 0});
    QVERIFY_EXCEPTION_THROWN(
        match::refineMatches(c, picture(32, 32, 0, 0), picture(32, 32, 0, 0), {}, context), Error);
  }
};

QTEST_GUILESS_MAIN(TstRefine)
#include "tst_refine.moc"
