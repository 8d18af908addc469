#include <QTest>
#include <cmath>
#include <numbers>
#include <random>

#include "core/pipeline/preflight.h"

using namespace refscale;
using namespace refscale::pipeline;

namespace {

// Matches of a picture with itself enlarged and turned; the first `covered` of the rows are sure.
Correspondence similarity(double scale, double degrees, double covered, double wrong = 0) {
  constexpr int kWidth = 60;
  constexpr int kHeight = 40;
  Correspondence c;
  c.pixels = Field<Vec2f>(kWidth, kHeight, 4);
  c.confidence = Field<float>(kWidth, kHeight, 4);
  std::mt19937 random(7);
  std::uniform_real_distribution<double> any(0, 1);
  const double angle = degrees * std::numbers::pi / 180;
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const double px = (x + 0.5) * 4;
      const double py = (y + 0.5) * 4;
      double qx = scale * (std::cos(angle) * px - std::sin(angle) * py);
      double qy = scale * (std::sin(angle) * px + std::cos(angle) * py);
      if (any(random) < wrong) {
        qx = any(random) * 500;
        qy = any(random) * 500;
      }
      // Whole cells, as the matcher finds them without refinement.
      c.pixels.at(x, y) = {static_cast<float>(std::round((qx - px) / 4) * 4),
                           static_cast<float>(std::round((qy - py) / 4) * 4)};
      c.confidence.at(x, y) = y < covered * kHeight ? 0.9F : 0.1F;
    }
  }
  return c;
}

} // namespace

class TstPreflight : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void scaleAndRotationAreFoundAmongWrongMatches_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("wrong");
    QTest::newRow("the same place") << 1.0 << 0.0 << 0.0;
    QTest::newRow("closer") << 1.7 << 4.0 << 0.0;
    QTest::newRow("farther") << 0.45 << -12.0 << 0.0;
    QTest::newRow("a quarter turn") << 1.2 << 90.0 << 0.1;
    QTest::newRow("upside down") << 1.0 << 180.0 << 0.1;
    QTest::newRow("a fifth is wrong") << 1.5 << 25.0 << 0.2;
  }
  void scaleAndRotationAreFoundAmongWrongMatches() {
    QFETCH(double, scale);
    QFETCH(double, degrees);
    QFETCH(double, wrong);
    const ReferenceFit fit = measureFit(similarity(scale, degrees, 1, wrong));
    QVERIFY(fit.placed);
    QVERIFY2(std::abs(fit.scale / scale - 1) < 0.03, qPrintable(QString::number(fit.scale)));
    const double apart = std::remainder(fit.rotation - degrees, 360);
    QVERIFY2(std::abs(apart) < 1.5, qPrintable(QString::number(fit.rotation)));
  }

  void coverageAndSimilarityCountTheSureOnes() {
    const ReferenceFit fit = measureFit(similarity(1, 0, 0.25));
    QCOMPARE(fit.covers, 0.25);
    QVERIFY(std::abs(fit.similarity - 0.9) < 1e-6);
    const ReferenceFit strict = measureFit(similarity(1, 0, 0.25), 1, 0.95F);
    QCOMPARE(strict.covers, 0.0);
    QVERIFY(!strict.placed);
  }

  void noMatchesAreNoFit() {
    QVERIFY(measureFit(Correspondence()) == ReferenceFit());
    QVERIFY(verdictOf(ReferenceFit()) == Verdict::Wrong);
  }

  void verdictsFollowTheRules_data() {
    QTest::addColumn<double>("covers");
    QTest::addColumn<double>("similarity");
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("rotation");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* name, double c, double s, double scale, double turn,
                        Verdict v) {
      QTest::newRow(name) << c << s << scale << turn << static_cast<int>(v);
    };
    row("all good", 0.40, 0.70, 1.3, 1, Verdict::Good);
    row("coverage just short", 0.399, 0.9, 1, 0, Verdict::Fair);
    row("similarity just short", 0.6, 0.699, 1, 0, Verdict::Fair);
    row("smaller", 0.6, 0.9, 0.79, 0, Verdict::Fair);
    row("much larger", 0.6, 0.9, 4.1, 0, Verdict::Fair);
    row("turned left", 0.6, 0.9, 1, -30, Verdict::Fair);
    row("turned less", 0.6, 0.9, 1, -29.9, Verdict::Good);
    row("far too small", 0.6, 0.9, 0.49, 0, Verdict::Weak);
    row("little coverage", 0.149, 0.9, 1, 0, Verdict::Weak);
    row("hardly any", 0.02, 0.9, 1, 0, Verdict::Weak);
    row("something else", 0.0199, 0.9, 1, 0, Verdict::Wrong);
  }
  void verdictsFollowTheRules() {
    QFETCH(double, covers);
    QFETCH(double, similarity);
    QFETCH(double, scale);
    QFETCH(double, rotation);
    QFETCH(int, verdict);
    const ReferenceFit fit{covers, similarity, scale, rotation, true};
    QCOMPARE(static_cast<int>(verdictOf(fit)), verdict);
    QCOMPARE(shortOfGood(fit).empty(), verdictOf(fit) == Verdict::Good);
  }

  void smallCopiesKeepShapeAndSayTheirScale() {
    const media::Picture input(800, 600, 4, media::Sample::U16);
    const media::Picture reference(4000, 2000, 1, media::Sample::U8);
    const SmallCopies copies = makeSmallCopies(input, reference);
    QVERIFY(copies.input.width() * copies.input.height() <= 10'100);
    QVERIFY(copies.reference.width() * copies.reference.height() <= 202'000);
    QVERIFY(std::abs(copies.reference.width() - 2 * copies.reference.height()) <= 1);
    QCOMPARE(copies.input.channels(), 3);
    QVERIFY(copies.input.sample() == media::Sample::U8);
    const double a = copies.input.width() / 800.0;
    const double b = copies.reference.width() / 4000.0;
    QVERIFY(std::abs(copies.scaleCorrection - a / b) < 1e-12);
    // A reference with the input's scale at 4x looks the same on the copies, corrected or not.
    const SmallCopies same = makeSmallCopies(media::Picture(100, 80, 3, media::Sample::U8),
                                             media::Picture(400, 320, 3, media::Sample::U8));
    QCOMPARE(same.scaleCorrection, 1.0);
  }
};

QTEST_GUILESS_MAIN(TstPreflight)
#include "tst_preflight.moc"
