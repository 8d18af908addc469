#include <ATen/ATen.h>

#include <QTest>

#include "core/match/matcher.h"
#include "core/pipeline/engine/blend.h"

namespace {

using namespace refscale;
using namespace refscale::pipeline;

Correspondence confident(int width, int height, float confidence) {
  Correspondence c = match::identityMatches(width, height);
  c.confidence = Field<float>(width, height, 4, confidence);
  return c;
}

UpscaleOptions strength(double s, bool gate) {
  UpscaleOptions options;
  options.strength = s;
  options.gate = gate;
  return options;
}

template <typename T>
std::vector<T> one(const T& value) {
  return {value};
}

} // namespace

class TstBlend : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void fullStrengthTakesEverythingWhateverTheConfidence() {
    for (const float confidence : {0.0F, 0.3F, 1.0F}) {
      QVERIFY(
          takesAll(one(borrowWeights(confident(3, 2, confidence), strength(1, true), nullptr))));
    }
  }
  void strengthZeroTakesNothing() {
    for (const float w : borrowWeights(confident(3, 2, 1), strength(0, true), nullptr).values) {
      QCOMPARE(w, 0.0F);
    }
  }
  void betweenThemUnsurePlacesGoFirst() {
    const float sure = borrowWeights(confident(1, 1, 1), strength(0.5, true), nullptr).values[0];
    const float unsure =
        borrowWeights(confident(1, 1, 0.5), strength(0.5, true), nullptr).values[0];
    QCOMPARE(sure, 0.5F);
    QCOMPARE(unsure, 0.25F);
    QCOMPARE(borrowWeights(confident(1, 1, 0.5), strength(0.5, false), nullptr).values[0], 0.5F);
  }
  void aPaintedCellIsKeptOut() {
    media::Picture area(3, 2, 1, media::Sample::U8);
    area.row<std::uint8_t>(1)[2] = 1;
    Field<float> w = borrowWeights(confident(5, 4, 1), strength(1, true), nullptr);
    keepOut(w, area);
    for (int y = 0; y < 4; ++y) {
      for (int x = 0; x < 5; ++x) {
        const bool near = std::abs(x - 2) <= 1 && std::abs(y - 1) <= 1;
        QCOMPARE(w.at(x, y), near ? 0.0F : 1.0F);
      }
    }
    // Nothing of the other picture inside the cell itself.
    const at::Tensor without = at::zeros({1, 3, 16, 20});
    const at::Tensor made = blended(one(at::ones({1, 3, 16, 20})), without, one(w));
    QCOMPARE(made.narrow(2, 4, 4).narrow(3, 8, 4).max().item<float>(), 0.0F);
    QCOMPARE(made.select(2, 15).select(2, 19).min().item<float>(), 1.0F);
  }
  void aMaskedPlaceOfTheReferenceIsNotBorrowed() {
    media::Picture mask(64, 64, 1, media::Sample::U8);
    mask.row<std::uint8_t>(9)[10] = 255; // in cell (2, 2)
    Correspondence c = confident(16, 16, 1);
    c.pixels.at(12, 12) = {-40, -40}; // reaches cell (2, 2) as well
    const Field<float> w = borrowWeights(c, strength(1, true), &mask);
    QCOMPARE(w.at(2, 2), 0.0F);
    QCOMPARE(w.at(4, 2), 0.0F); // its features still see the masked pixel
    QCOMPARE(w.at(12, 12), 0.0F);
    QCOMPARE(w.at(7, 7), 1.0F);
    QCOMPARE(w.at(15, 15), 1.0F);
    QVERIFY(!takesAll(one(w)));
  }
  void theBlendIsExactAtItsEnds() {
    const at::Tensor with = at::rand({1, 3, 16, 16});
    const at::Tensor without = at::rand({1, 3, 16, 16});
    Field<float> w(4, 4, 4, 0.0F);
    QVERIFY(at::equal(blended(one(with), without, one(w)), without));
    for (int y = 0; y < 4; ++y) w.at(0, y) = w.at(1, y) = 1;
    const at::Tensor out = blended(one(with), without, one(w));
    QVERIFY(at::equal(out.narrow(3, 10, 6), without.narrow(3, 10, 6)));
    QVERIFY(at::allclose(out.narrow(3, 0, 6), with.narrow(3, 0, 6), 1e-6, 1e-6));
  }

  void thoseThatMatchMostSurelyLendMost() {
    Field<float> left(9, 1, 4, 0.0F);
    Field<float> right(9, 1, 4, 0.0F);
    for (int x = 0; x < 4; ++x) left.at(x, 0) = 1;
    for (int x = 5; x < 9; ++x) right.at(x, 0) = 0.5F;
    const std::vector<Field<float>> weights(2, Field<float>(9, 1, 4, 1.0F));
    const auto shares = sharesOf(std::vector<const Field<float>*>{&left, &right}, weights);
    for (int x = 0; x < 9; ++x) QCOMPARE(shares[0].at(x, 0) + shares[1].at(x, 0), 1.0F);
    QVERIFY(shares[0].at(0, 0) > 0.999F && shares[1].at(8, 0) > 0.999F);
    QVERIFY(shares[0].at(4, 0) > 0.5F && shares[0].at(4, 0) < 0.97F); // no hard seam
    // Where nobody is sure they share alike.
    const Field<float> unsure(9, 1, 4, 0.0F);
    const auto alike = sharesOf(std::vector<const Field<float>*>{&unsure, &unsure}, weights);
    for (const float share : alike[0].values) QCOMPARE(share, 0.5F);
  }
  void whatOneMayNotLendTheOthersDo() {
    const Field<float> sure(4, 1, 4, 1.0F);
    std::vector<Field<float>> weights(2, Field<float>(4, 1, 4, 1.0F));
    weights[0].at(1, 0) = 0;
    weights[0].at(2, 0) = weights[1].at(2, 0) = 0;
    const auto shares = sharesOf(std::vector<const Field<float>*>{&sure, &sure}, weights);
    QCOMPARE(shares[0].at(0, 0), 0.5F);
    QCOMPARE(shares[0].at(1, 0), 0.0F);
    QCOMPARE(shares[1].at(1, 0), 1.0F);
    QCOMPARE(shares[0].at(2, 0) + shares[1].at(2, 0), 0.0F);
  }
  void partsAreBlendedByTheirWeights() {
    const std::vector<at::Tensor> parts = {at::rand({1, 3, 8, 8}), at::rand({1, 3, 8, 8})};
    std::vector<Field<float>> weights = {Field<float>(2, 2, 4, 0.25F),
                                         Field<float>(2, 2, 4, 0.75F)};
    QVERIFY(takesAll(weights));
    const at::Tensor mean = 0.25 * parts[0] + 0.75 * parts[1];
    QVERIFY(at::allclose(blended(parts, {}, weights), mean, 1e-5, 1e-6));
    const at::Tensor without = at::rand({1, 3, 8, 8});
    QVERIFY(at::allclose(blended(parts, without, weights), mean, 1e-5, 1e-6));
    weights[1] = Field<float>(2, 2, 4, 0.5F);
    QVERIFY(!takesAll(weights));
    QVERIFY(at::allclose(blended(parts, without, weights), mean + 0.25 * (without - parts[1]), 1e-5,
                         1e-6));
    // Some rows of it are those of the whole.
    const std::vector<at::Tensor> rows = {parts[0].narrow(2, 3, 2), parts[1].narrow(2, 3, 2)};
    QVERIFY(at::equal(blended(rows, without.narrow(2, 3, 2), weights, 3),
                      blended(parts, without, weights).narrow(2, 3, 2)));
  }
};

QTEST_GUILESS_MAIN(TstBlend)
#include "tst_blend.moc"
