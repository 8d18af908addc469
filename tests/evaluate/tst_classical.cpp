// The untrained opponent: helps with a reference of the scene, keeps away from another.
#include <QTest>
#include <cmath>

#include "core/evaluate/classical.h"
#include "core/media/metrics.h"
#include "core/media/resample.h"

using namespace refscale;
using media::Picture;

namespace {

// Discs of many sizes and colours: corners and blobs that SIFT finds again. `turn` in radians.
Picture scene(unsigned seed, double turn, double scale) {
  constexpr int kWidth = 320;
  constexpr int kHeight = 240;
  Picture p(kWidth, kHeight, 3, media::Sample::U8);
  unsigned state = seed;
  const auto random = [&] { return state = state * 1664525U + 1013904223U, (state >> 8U) % 1000U; };
  struct Disc {
    double x, y, r;
    unsigned colour;
  };
  std::vector<Disc> discs;
  for (int i = 0; i < 500; ++i) {
    const double x = random() * 0.5 - 250;
    const double y = random() * 0.5 - 250;
    discs.push_back({x, y, 2 + random() * 0.012, random() * 1000U + random()});
  }
  for (int y = 0; y < kHeight; ++y) {
    auto* row = p.row<std::uint8_t>(y);
    for (int x = 0; x < kWidth; ++x) {
      const double u = (x - kWidth / 2.0) / scale;
      const double v = (y - kHeight / 2.0) / scale;
      const double sx = u * std::cos(turn) - v * std::sin(turn);
      const double sy = u * std::sin(turn) + v * std::cos(turn);
      for (const Disc& d : discs) {
        if ((sx - d.x) * (sx - d.x) + (sy - d.y) * (sy - d.y) > d.r * d.r) continue;
        for (int c = 0; c < 3; ++c) row[3 * x + c] = (d.colour >> (4U * unsigned(c))) & 0xffU;
      }
    }
  }
  return p;
}

Picture enlarged(const Picture& truth) {
  return media::resizeBicubicU8(
      media::resizeBicubicU8(truth, truth.width() / 4, truth.height() / 4), truth.width(),
      truth.height());
}

} // namespace

class TstClassical : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aReferenceOfTheSceneHelps() {
    const Picture truth = scene(7, 0, 1);
    const Picture start = enlarged(truth);
    const Picture result = evaluate::classicalReference(start, scene(7, 0.1, 1.2));
    QVERIFY(media::psnr(result, truth) > media::psnr(start, truth) + 0.5);
  }
  void anotherSceneChangesNothing() {
    const Picture truth = scene(7, 0, 1);
    const Picture start = enlarged(truth);
    const Picture result = evaluate::classicalReference(start, scene(99, 0, 1));
    QVERIFY(media::psnr(result, truth) > media::psnr(start, truth) - 0.05);
  }
  void aBlankReferenceIsNoMistake() {
    const Picture start = enlarged(scene(7, 0, 1));
    const Picture blank(64, 48, 3, media::Sample::U8);
    const Picture result = evaluate::classicalReference(start, blank);
    QCOMPARE(result.bytes().size(), start.bytes().size());
    QVERIFY(std::equal(result.bytes().begin(), result.bytes().end(), start.bytes().begin()));
  }
};

QTEST_GUILESS_MAIN(TstClassical)
#include "tst_classical.moc"
