#include <QTest>

#include "core/pipeline/estimate.h"

using namespace refscale::pipeline;

class TstEstimate : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void workGrowsWithThePicturesAsTheStagesDo() {
    const PictureSize small{100, 80};
    const PictureSize large{200, 160};
    QCOMPARE(restoreWork(large), 4 * restoreWork(small));
    // The search grows with the product of both sizes, the features with their sum.
    const double one = matchWork(small, {400, 320});
    const double four = matchWork(large, {800, 640});
    QVERIFY(four > 4 * one && four < 16 * one);
    QCOMPARE(restoreWork({160, 120}), 326e3 * 640 * 480);
  }
  void largePicturesAreLookedAtReduced() {
    QCOMPARE(halvings({256, 192}, {1024, 768}), 0);
    QCOMPARE(halvings({512, 384}, {1024, 768}), 1);
    QCOMPARE(halvings({1632, 1224}, {2000, 2000}), 3);
    QCOMPARE(halvings({512, 384}, {256, 192}), 1); // as its view, which is as large as the output
    QCOMPARE(halvings({1152, 864}, {256, 192}), 2);
    QVERIFY(pairsLookedAt({1632, 1224}, {2000, 2000}) <= kMostPairs);
    // Twice the size is four times the work then, not sixteen times.
    QVERIFY(matchWork({1600, 1200}, {2000, 2000}) < 6 * matchWork({800, 600}, {1000, 1000}));
  }
  void largeReferencesCountAsTheyAreMatched() {
    const PictureSize reduced = matchedSize({4000, 3000}, 4);
    QVERIFY(reduced.width * reduced.height <= 4'000'000);
    QCOMPARE(reduced.width, 2309);
    const PictureSize same = matchedSize({1000, 1000}, 4);
    QCOMPARE(same.width, 1000);
  }
};

QTEST_GUILESS_MAIN(TstEstimate)
#include "tst_estimate.moc"
