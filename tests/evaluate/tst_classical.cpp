// The untrained opponent: helps with a reference of the scene, keeps away from another.
#include <QTest>

#include "core/evaluate/classical.h"
#include "core/media/metrics.h"
#include "tests/support/discs.h"

using namespace refscale;
using media::Picture;
using test::discs;
using test::enlarged;

class TstClassical : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aReferenceOfTheSceneHelps() {
    const Picture truth = discs({});
    const Picture start = enlarged(truth);
    const Picture result = evaluate::classicalReference(start, discs({.turn = 0.1, .scale = 1.2}));
    QVERIFY(media::psnr(result, truth) > media::psnr(start, truth) + 0.5);
  }
  void anotherSceneChangesNothing() {
    const Picture truth = discs({});
    const Picture start = enlarged(truth);
    const Picture result = evaluate::classicalReference(start, discs({.seed = 99}));
    QVERIFY(media::psnr(result, truth) > media::psnr(start, truth) - 0.05);
  }
  void aBlankReferenceIsNoMistake() {
    const Picture start = enlarged(discs({}));
    const Picture blank(64, 48, 3, media::Sample::U8);
    const Picture result = evaluate::classicalReference(start, blank);
    QCOMPARE(result.bytes().size(), start.bytes().size());
    QVERIFY(std::equal(result.bytes().begin(), result.bytes().end(), start.bytes().begin()));
  }
};

QTEST_GUILESS_MAIN(TstClassical)
#include "tst_classical.moc"
