// Matches of a carried reference, brought back to where the reference has them.
#include <QTest>
#include <algorithm>
#include <cmath>

#include "core/match/matcher.h"
#include "core/pipeline/engine/view.h"

using namespace refscale;
using namespace refscale::pipeline;

namespace {

constexpr int kWidth = 12;
constexpr int kHeight = 8;

// The source is twice as large as the output and begins 40 pixels to the left.
View carriedView() {
  View view;
  view.reference = std::make_shared<PreparedReference>();
  view.reference->picture = media::Picture(kWidth * 4, kHeight * 4, 3, media::Sample::U8);
  view.toSource = geometry::Mapping(geometry::Homography{{2, 0, 40, 0, 2, 0, 0, 0, 1}}, kWidth * 4,
                                    kHeight * 4);
  view.here = Field<std::uint8_t>(kWidth, kHeight, 4, 1);
  view.matches = match::identityMatches(kWidth, kHeight);
  return view;
}

} // namespace

class TstView : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void matchesLieWhereTheSourceHasThem() {
    View view = carriedView();
    view.matches.pixels.at(3, 2) = {1, -0.5F};
    const Correspondence seen = inSource(view, 40, 30);
    QCOMPARE(seen.referenceWidth, 40);
    QCOMPARE(seen.referenceHeight, 30);
    // Middle of the cell (13.5, 9.5), shifted to (14.5, 9), doubled and moved: (69, 18).
    QVERIFY(std::abs(seen.pixels.at(3, 2).x - 55.5F) < 1e-3);
    QVERIFY(std::abs(seen.pixels.at(3, 2).y - 8.5F) < 1e-3);
    QCOMPARE(seen.cells.at(3, 2), (Vec2f{14, 2}));
  }
  void noMatchLeavesTheSource() {
    const Correspondence seen = inSource(carriedView(), 20, 10);
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const Vec2f cell = seen.cells.at(x, y);
        QVERIFY(cell.x + static_cast<float>(x) >= 0 && cell.x + static_cast<float>(x) < 20);
        QVERIFY(cell.y + static_cast<float>(y) >= 0 && cell.y + static_cast<float>(y) < 10);
      }
    }
  }
  void whereTheReferenceIsNotSeenNothingIsSaidOfIt() {
    View view = carriedView();
    view.matches.score = Field<float>(kWidth, kHeight, 4, 0.9F);
    view.here.at(5, 3) = 0;
    const Correspondence seen = inSource(view, 40, 30);
    QCOMPARE(seen.score.at(4, 3), 0.9F);
    QCOMPARE(seen.score.at(5, 3), 0.0F);
    QCOMPARE(seen.uniqueness.at(5, 3), 0.0F);
    QCOMPARE(seen.agreement.at(5, 3), 0.0F);
    QCOMPARE(seen.forwardBackward.at(4, 3), 0.0F);
    QCOMPARE(seen.forwardBackward.at(5, 3), 50.0F); // nothing comes back: as far as can be
  }
  void aReferenceAsItStandsIsLeftAlone() {
    View view = carriedView();
    view.toSource.reset();
    view.matches.pixels.at(3, 2) = {1, -0.5F};
    QCOMPARE(inSource(view, 40, 30).pixels.at(3, 2), (Vec2f{1, -0.5F}));
  }
  void placesThatShowTheInputItselfAreNotSure() {
    View view = carriedView();
    view.here.at(5, 5) = 0;
    view.matches.cells.at(1, 1) = {4, 4}; // leads there
    forgetBackground(view);
    QCOMPARE(view.matches.confidence.at(5, 5), 0.0F);
    QCOMPARE(view.matches.confidence.at(1, 1), 0.0F);
    QCOMPARE(view.matches.confidence.at(2, 2), 1.0F);
  }
  void aMaskIsSeenWhereTheViewShowsWhatItCovers() {
    View view = carriedView();
    view.here.at(7, 3) = 0;
    media::Picture mask(200, 80, 1, media::Sample::U8);
    mask.row<std::uint8_t>(20)[60] = 255; // seen at (10, 10)
    const media::Picture seen = maskSeen(view, mask);
    QCOMPARE(seen.width(), kWidth * 4);
    QCOMPARE(int{seen.row<std::uint8_t>(10)[10]}, 255);
    int covered = 0;
    for (int y = 0; y < seen.height(); ++y) {
      for (int x = 0; x < seen.width(); ++x) covered += seen.row<std::uint8_t>(y)[x] != 0 ? 1 : 0;
    }
    QCOMPARE(covered, 1);
  }
  void anEmptyMaskCoversNothingAndAFullOneAll() {
    View view = carriedView();
    view.here.at(7, 3) = 0;
    media::Picture mask(200, 80, 1, media::Sample::U8);
    const auto covered = [&] {
      const media::Picture seen = maskSeen(view, mask);
      return std::count(seen.bytes().begin(), seen.bytes().end(), std::byte{255});
    };
    QCOMPARE(covered(), 0);
    std::fill(mask.bytes().begin(), mask.bytes().end(), std::byte{255});
    QCOMPARE(covered(), kWidth * 4 * kHeight * 4);
  }
  void offsetsOfTheAggregationTurnWithTheView() {
    View view = carriedView();
    // A quarter turn: x of the view is y of the source.
    view.toSource = geometry::Mapping(geometry::Homography{{0, -1, 60, 1, 0, 0, 0, 0, 1}},
                                      kWidth * 4, kHeight * 4);
    std::vector<AggregationMap> maps(1);
    maps[0].scale = "relu2_1";
    maps[0].matchOffset = Field<Vec2f>(kWidth * 2, kHeight * 2, 2);
    maps[0].learnedOffset = Field<Vec2f>(kWidth * 2, kHeight * 2, 2, {1, 0});
    showInSource(view, maps);
    const Vec2f learned = maps[0].learnedOffset.at(5, 4);
    QVERIFY(std::abs(learned.x) < 1e-3 && std::abs(learned.y - 1) < 1e-3);
    // Pixel (5, 4) lies at (10.5, 8.5) of the output, which is (51.5, 10.5) of the source.
    const Vec2f match = maps[0].matchOffset.at(5, 4);
    QVERIFY(std::abs(match.x - 20.5) < 1e-3 && std::abs(match.y - 1) < 1e-3);
  }
};

QTEST_GUILESS_MAIN(TstView)
#include "tst_view.moc"
