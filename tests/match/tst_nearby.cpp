// The search around each cell's own place, against the search everywhere.
#include <ATen/ATen.h>

#include <QTest>

#include "core/base/error.h"
#include "core/match/matcher.h"
#include "core/nets/vgg.h"

namespace {

using namespace refscale;

at::Tensor features(std::int64_t height, std::int64_t width, std::uint64_t seed) {
  at::manual_seed(seed);
  return nets::unitVectors(at::randn({37, height, width})); // no multiple of a vector's length
}

} // namespace

class TstNearby : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void withARadiusOverTheWholePictureItFindsWhatTheSearchEverywhereFinds_data() {
    QTest::addColumn<QSize>("input");
    QTest::addColumn<QSize>("reference");
    QTest::newRow("equal") << QSize(9, 7) << QSize(9, 7);
    QTest::newRow("larger reference") << QSize(5, 6) << QSize(8, 9);
    QTest::newRow("smaller reference") << QSize(8, 7) << QSize(5, 4);
    QTest::newRow("smallest") << QSize(3, 3) << QSize(3, 3);
  }
  void withARadiusOverTheWholePictureItFindsWhatTheSearchEverywhereFinds() {
    QFETCH(QSize, input);
    QFETCH(QSize, reference);
    const at::Tensor a = features(input.height(), input.width(), 1);
    const at::Tensor b = features(reference.height(), reference.width(), 2);
    const Correspondence near = match::findNearby("made", a, b, 9, {});
    const Correspondence all = match::findMatches("made", a, b, {});
    QCOMPARE(near.referenceWidth, all.referenceWidth);
    for (std::size_t i = 0; i < all.cells.values.size(); ++i) {
      QCOMPARE(near.cells.values[i], all.cells.values[i]);
      QVERIFY(std::abs(near.score.values[i] - all.score.values[i]) < 1e-4);
      QVERIFY(std::abs(near.forwardBackward.values[i] - all.forwardBackward.values[i]) < 1e-4);
    }
  }

  void whatLiesFartherOffIsNotFound() {
    const at::Tensor reference = features(14, 20, 3);
    const at::Tensor input = reference.roll({0, 6}, {1, 2}).contiguous(); // 6 cells to the right
    const Correspondence near = match::findNearby("made", input, reference, 3, {});
    QVERIFY(std::abs(near.cells.at(12, 7).x) <= 3 && near.score.at(12, 7) < 0.9F);
    const Correspondence wide = match::findNearby("made", input, reference, 6, {});
    QCOMPARE(wide.cells.at(12, 7), (Vec2f{-6, 0}));
    QVERIFY(wide.score.at(12, 7) > 0.999F);
    QVERIFY(wide.uniqueness.at(12, 7) > 0.3F);
  }

  void ofEqualPlacesItsOwnIsTaken() {
    const at::Tensor flat = nets::unitVectors(at::ones({8, 7, 7}));
    const Correspondence near = match::findNearby("made", flat, flat, 2, {});
    for (const Vec2f v : near.cells.values) QCOMPARE(v, (Vec2f{0, 0}));
    QCOMPARE(near.uniqueness.at(3, 3), 0.0F);
  }

  void gridsBelowAPatchAreRefused() {
    QVERIFY_THROWS_EXCEPTION(
        Error, (void)match::findNearby("made", features(2, 9, 1), features(9, 9, 1), 2, {}));
  }

  void itStopsWhenAsked() {
    std::stop_source source;
    source.request_stop();
    RunContext context;
    context.stop = source.get_token();
    try {
      (void)match::findNearby("made", features(9, 9, 1), features(9, 9, 1), 2, context);
      QFAIL("went on");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::Cancelled);
    }
  }
};

QTEST_GUILESS_MAIN(TstNearby)
#include "tst_nearby.moc"
