// Pairs of known positions, and what happens to pictures on the way.
#include <QTest>
#include <cmath>
#include <cstring>

#include "core/media/metrics.h"
#include "core/train/degrade.h"
#include "core/train/synthetic.h"
#include "tests/train/painted.h"

using namespace refscale;
using namespace refscale::train;

namespace {

bool same(const media::Picture& a, const media::Picture& b) {
  return std::memcmp(a.bytes().data(), b.bytes().data(), a.bytes().size()) == 0;
}

double variance(const media::Picture& p) {
  double sum = 0;
  double squares = 0;
  for (const auto byte : p.bytes()) {
    sum += static_cast<double>(byte);
    squares += static_cast<double>(byte) * static_cast<double>(byte);
  }
  const auto n = static_cast<double>(p.bytes().size());
  return squares / n - sum / n * (sum / n);
}

} // namespace

class TstSynthetic : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void aMapTakesCornersWhereItIsTold() {
    const std::array<Point, 4> to = {Point{3, -2}, {70, 5}, {66, 71}, {-4, 60}};
    const Matrix3 map = squareTo(64, to);
    const std::array<Point, 4> from = {Point{0, 0}, {64, 0}, {64, 64}, {0, 64}};
    for (std::size_t i = 0; i < 4; ++i) {
      const Point p = mapped(map, from[i]);
      QVERIFY(std::hypot(p.x - to[i].x, p.y - to[i].y) < 1e-9);
      const Point back = mapped(inverse(map), p);
      QVERIFY(std::hypot(back.x - from[i].x, back.y - from[i].y) < 1e-9);
    }
  }

  void aPlaceOfTheInputIsFoundWhereTheHomographySays() {
    // Without changes of light the two pictures show the same value at partner places.
    const media::Picture photo = test::paintedPicture(200, 180, 3);
    media::Picture smooth = photo;
    blur(smooth, 2); // so that interpolation costs little
    SyntheticOptions options;
    options.light = 0;
    options.noise = 0;
    options.blur = 0;
    options.jpegLow = 100;
    const Area window = {0, 60, 50, 64, 64};
    int near = 0;
    int all = 0;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      Random random(seed, 0);
      const SyntheticPair pair = makeSynthetic(smooth, window, 128, options, random);
      for (int y = 0; y < 64; y += 3) {
        for (int x = 0; x < 64; x += 3) {
          const Point p = mapped(pair.homography, {static_cast<double>(x), static_cast<double>(y)});
          if (p.x < 0 || p.y < 0 || p.x > 127 || p.y > 127) continue;
          const int here = smooth.row<std::uint8_t>(window.y + y)[3 * (window.x + x)];
          const int there = pair.reference.row<std::uint8_t>(
              static_cast<int>(std::lround(p.y)))[3 * std::lround(p.x)];
          near += std::abs(here - there) < 16 ? 1 : 0;
          ++all;
        }
      }
    }
    QVERIFY(all > 1000);
    QVERIFY2(near > 0.95 * all, qPrintable(QString("%1 of %2").arg(near).arg(all)));
  }

  void theSameSeedGivesTheSamePair() {
    const media::Picture photo = test::paintedPicture(200, 180, 3);
    const auto make = [&](std::uint64_t seed) {
      Random random(seed, 0);
      return makeSynthetic(photo, {0, 60, 50, 64, 64}, 96, {}, random);
    };
    QVERIFY(same(make(1).reference, make(1).reference));
    QVERIFY(!same(make(1).reference, make(2).reference));
  }

  void blurTakesDetailAndKeepsTheMean() {
    media::Picture p = test::paintedPicture(64, 64, 1);
    const double before = variance(p);
    blur(p, 0.05);
    QCOMPARE(variance(p), before);
    blur(p, 2);
    QVERIFY(variance(p) < 0.8 * before);
  }

  void noiseHasTheDeviationThatWasAsked() {
    media::Picture p(128, 128, 3, media::Sample::U8);
    std::memset(p.bytes().data(), 128, p.bytes().size());
    Random random(5, 0);
    addNoise(p, 0.04, random);
    QVERIFY(std::abs(std::sqrt(variance(p)) - 0.04 * 255) < 0.5);
  }

  void lowerQualityLosesMore() {
    const media::Picture truth = test::paintedPicture(70, 50, 1); // no multiples of 8
    double last = 0;
    for (const int quality : {10, 50, 80, 95}) {
      media::Picture p = truth;
      compressAsJpeg(p, quality);
      const double db = media::psnr(p, truth);
      QVERIFY(db > last);
      last = db;
    }
    QVERIFY(last > 30);
    media::Picture flat(16, 16, 3, media::Sample::U8);
    std::memset(flat.bytes().data(), 77, flat.bytes().size());
    const media::Picture before = flat;
    compressAsJpeg(flat, 90);
    for (std::size_t i = 0; i < flat.bytes().size(); ++i) {
      QVERIFY(std::abs(static_cast<int>(flat.bytes()[i]) - static_cast<int>(before.bytes()[i])) <=
              2);
    }
  }

  void realisticInputsDifferFromBicubicAndAreRepeatable() {
    const media::Picture truth = test::paintedPicture(64, 64, 9);
    const auto made = [&](Degradation kind, std::uint64_t seed) {
      Random random(seed, 0);
      return reduced(truth, kind, {}, random);
    };
    const media::Picture bicubic = made(Degradation::Bicubic, 1);
    QCOMPARE(bicubic.width(), 16);
    QVERIFY(same(bicubic, made(Degradation::Bicubic, 2)));
    QVERIFY(!same(bicubic, made(Degradation::Realistic, 1)));
    QVERIFY(same(made(Degradation::Realistic, 1), made(Degradation::Realistic, 1)));
    QVERIFY(!same(made(Degradation::Realistic, 1), made(Degradation::Realistic, 2)));
  }
};

QTEST_GUILESS_MAIN(TstSynthetic)
#include "tst_synthetic.moc"
