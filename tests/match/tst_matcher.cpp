// The search's result as a correspondence: what the cells of the border take, and what the fields
// mean.
#include <ATen/ATen.h>

#include <QTest>

#include "core/base/error.h"
#include "core/match/matcher.h"
#include "core/nets/vgg.h"

namespace {

using namespace refscale;

at::Tensor features(std::int64_t height, std::int64_t width, std::uint64_t seed) {
  at::manual_seed(seed);
  return nets::unitVectors(at::randn({32, height, width}));
}

} // namespace

class TstMatcher : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aShiftedMapIsFoundWithItsShift() {
    const at::Tensor reference = features(14, 20, 1);
    const at::Tensor input = reference.narrow(1, 3, 9).narrow(2, 5, 11).contiguous();
    const Correspondence c = match::findMatches("made", input, reference, {});
    QCOMPARE(c.matcher, std::string("made"));
    QCOMPARE(c.cells.width, 11);
    QCOMPARE(c.referenceWidth, 20);
    for (int y = 0; y < 9; ++y) {
      for (int x = 0; x < 11; ++x) {
        QCOMPARE(c.cells.at(x, y), (Vec2f{5, 3}));
        QVERIFY(std::abs(c.score.at(x, y) - 1) < 1e-4);
        QVERIFY(c.uniqueness.at(x, y) > 0.3F);
        QCOMPARE(c.forwardBackward.at(x, y), 0.0F);
      }
    }
  }

  void offsetsOfTheBorderStayInsideTheReference() {
    // Everything matches the last inner cell: border cells would reach outside.
    const at::Tensor reference = features(6, 6, 2);
    const at::Tensor input = features(12, 15, 3);
    const Correspondence c = match::findMatches("made", input, reference, {});
    for (int y = 0; y < 12; ++y) {
      for (int x = 0; x < 15; ++x) {
        const Vec2f v = c.cells.at(x, y);
        QVERIFY(x + v.x >= 0 && x + v.x < 6 && y + v.y >= 0 && y + v.y < 6);
      }
    }
  }

  void thePublishedFlowSitsAtTheTopLeftCellAndEndsInZeros() {
    const at::Tensor reference = features(10, 10, 4);
    const at::Tensor input = reference.narrow(1, 2, 8).contiguous();
    const at::Tensor flow = match::patchFlow(match::findMatches("made", input, reference, {}));
    QCOMPARE(flow.size(0), std::int64_t{8});
    QCOMPARE(flow[0][0][1].item<float>(), 2.0F);
    QCOMPARE(flow[5][8].abs().sum().item<float>(), 0.0F);
    QCOMPARE(flow[6][3].abs().sum().item<float>(), 0.0F);
    QCOMPARE(flow[5][7][1].item<float>(), 2.0F);
  }

  void identityMatchesAreCertainAndDoNotMove() {
    const Correspondence c = match::identityMatches(5, 4);
    QCOMPARE(c.matcher, std::string("none"));
    QCOMPARE(c.pixels.at(4, 3), (Vec2f{0, 0}));
    QCOMPARE(sureShare(c), 1.0);
  }

  void gridsBelowThreeCellsAreRefused() {
    QVERIFY_EXCEPTION_THROWN(
        (void)match::findMatches("made", features(2, 9, 1), features(9, 9, 2), {}), Error);
  }
};

QTEST_GUILESS_MAIN(TstMatcher)
#include "tst_matcher.moc"
