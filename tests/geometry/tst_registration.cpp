#include <QTest>
#include <cmath>

#include "core/geometry/registration.h"
#include "core/media/metrics.h"
#include "tests/support/discs.h"

using namespace refscale;
using namespace refscale::geometry;
using media::Picture;
using test::discs;
using test::DiscView;
using test::enlarged;

namespace {

std::optional<Registration> registered(const Picture& input, const Picture& reference) {
  return registration(findLandmarks(input, kLandmarkSide, kLandmarks), input.width(),
                      input.height(), findLandmarks(reference, kLandmarkSide, kLandmarks));
}

} // namespace

class TstRegistration : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theOtherViewIsFound_data() {
    QTest::addColumn<double>("turn");
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("tilt");
    QTest::newRow("a little of each") << 0.1 << 1.1 << 0.05;
    QTest::newRow("a quarter turn") << 1.5708 << 1.0 << 0.0;
    QTest::newRow("closer") << 0.0 << 1.8 << 0.0;
    QTest::newRow("from farther away") << -0.3 << 0.7 << 0.0;
    QTest::newRow("from the side") << 0.0 << 1.0 << 0.25;
  }
  void theOtherViewIsFound() {
    QFETCH(double, turn);
    QFETCH(double, scale);
    QFETCH(double, tilt);
    const DiscView here;
    const DiscView there{.turn = turn, .scale = scale, .tilt = tilt, .width = 400, .height = 360};
    const auto found = registered(enlarged(discs(here)), discs(there));
    QVERIFY(found);
    QVERIFY(found->agreeing <= found->places);
    for (const test::DiscPlace p : {test::DiscPlace{160, 120}, {100, 80}, {220, 170}}) {
      const test::DiscPlace truth = test::placeIn(there, here, p);
      const Point guess = found->toReference({p.x, p.y});
      QVERIFY2(std::hypot(guess.x - truth.x, guess.y - truth.y) < 2.5 * scale,
               qPrintable(QString("%1, %2 but should be %3, %4")
                              .arg(guess.x)
                              .arg(guess.y)
                              .arg(truth.x)
                              .arg(truth.y)));
    }
  }
  void anotherSceneIsNot() { QVERIFY(!registered(enlarged(discs({})), discs({.seed = 99}))); }
  void aBlankPictureIsNot() {
    const Picture blank(120, 90, 3, media::Sample::U8);
    QVERIFY(!registered(discs({}), blank));
    QVERIFY(!registered(blank, discs({})));
  }
  void aMirroredPictureIsNot() {
    const Picture scene = discs({});
    Picture mirrored = scene;
    for (int y = 0; y < scene.height(); ++y) {
      for (int x = 0; x < scene.width(); ++x) {
        for (int c = 0; c < 3; ++c) {
          mirrored.row<std::uint8_t>(y)[3 * x + c] =
              scene.row<std::uint8_t>(y)[3 * (scene.width() - 1 - x) + c];
        }
      }
    }
    QVERIFY(!registered(scene, mirrored));
  }
  void theReferenceIsSeenAsFromTheInput() {
    const DiscView here;
    const Picture truth = discs(here);
    const Picture start = enlarged(truth);
    // Twice as close: two pixels of it fall on one.
    const Picture reference = discs({.turn = 0.4, .scale = 2, .width = 800, .height = 800});
    const auto found = registered(start, reference);
    QVERIFY(found);
    const Carried seen = carried(reference, Mapping(found->toReference, 320, 240), {}, start);
    QCOMPARE(seen.picture.width(), 320);
    QCOMPARE(seen.picture.height(), 240);
    const auto middle = [](const Picture& p) { return media::cropped(p, 60, 40, 200, 160); };
    QVERIFY(media::psnr(middle(seen.picture), middle(truth)) >
            media::psnr(middle(start), middle(truth)) + 3);
  }
  void whereTheReferenceDoesNotReachIsTheBackground() {
    const Picture background = discs({});
    const Picture reference(160, 240, 3, media::Sample::U8); // black, the left half
    const Carried seen = carried(reference, Mapping(Homography{}, 320, 240), {}, background);
    QCOMPARE(seen.here.at(10, 10), std::uint8_t{1});
    QCOMPARE(seen.here.at(39, 10), std::uint8_t{1});
    QCOMPARE(seen.here.at(40, 10), std::uint8_t{0});
    QCOMPARE(int{seen.picture.row<std::uint8_t>(40)[3 * 40]}, 0);
    for (int x = 160; x < 320; ++x) {
      QCOMPARE(seen.picture.row<std::uint8_t>(40)[3 * x], background.row<std::uint8_t>(40)[3 * x]);
    }
  }
  void whereNothingSupportsTheMappingIsTheBackground() {
    const Picture background = discs({});
    const Picture reference(320, 240, 3, media::Sample::U8);
    Field<float> support(80, 60, 4, 1.0F);
    support.at(20, 30) = 0;
    const Carried seen = carried(reference, Mapping(Homography{}, 320, 240), support, background);
    QCOMPARE(seen.here.at(20, 30), std::uint8_t{0});
    QCOMPARE(seen.here.at(21, 30), std::uint8_t{1});
    QCOMPARE(seen.picture.row<std::uint8_t>(121)[3 * 82],
             background.row<std::uint8_t>(121)[3 * 82]);
  }
  void aPictureLongerThanTheResamplingTakesIsRefused() {
    QVERIFY(canCarry(32766, 10));
    QVERIFY(!canCarry(10, 32767));
  }
};

QTEST_GUILESS_MAIN(TstRegistration)
#include "tst_registration.moc"
