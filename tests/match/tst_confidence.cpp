#include <QTest>

#include "core/match/confidence.h"
#include "core/match/matcher.h"

using namespace refscale;

namespace {

// Every cell where it was, in a picture of this contrast.
Correspondence matched(int side, float contrast = 0.1F) {
  Correspondence c = match::identityMatches(side, side);
  c.contrast = Field<float>(side, side, 4, contrast);
  return c;
}

} // namespace

class TstConfidence : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void itIsAProbability() {
    for (const char* matcher : {"contrastive", "vgg"}) {
      for (const float score : {-1.0F, 0.5F, 1.0F}) {
        Correspondence c = matched(6);
        c.score = Field<float>(6, 6, 4, score);
        match::estimateConfidence(c, match::confidenceModel(matcher, match::Search::Everywhere));
        for (const float p : c.confidence.values) QVERIFY(p >= 0 && p <= 1);
      }
    }
  }
  void matchesThatComeBackAndAgreeWithTheirNeighboursAreSure() {
    Correspondence c = matched(9);
    c.score = Field<float>(9, 9, 4, 0.8F);
    c.uniqueness = Field<float>(9, 9, 4, 0.05F);
    c.agreement = Field<float>(9, 9, 4, 0.8F);
    match::estimateConfidence(c, match::confidenceModel("contrastive", match::Search::Everywhere));
    QVERIFY(c.confidence.at(4, 4) > 0.9F);
  }
  void aMatchThatNeitherComesBackNorAgreesIsNot() {
    Correspondence c = matched(9);
    c.score = Field<float>(9, 9, 4, 0.7F);
    c.uniqueness = Field<float>(9, 9, 4, 0.01F);
    c.agreement = Field<float>(9, 9, 4, 0.3F);
    c.cells.at(4, 4) = {7, -6};
    c.forwardBackward.at(4, 4) = 20;
    match::estimateConfidence(c, match::confidenceModel("contrastive", match::Search::Everywhere));
    QVERIFY(c.confidence.at(4, 4) < 0.1F);
    QVERIFY(c.confidence.at(4, 4) < c.confidence.at(1, 1));
  }
  void whereNothingIsToSeeAMatchIsLessSure() {
    Correspondence plain = matched(9, 0);
    Correspondence textured = matched(9);
    for (Correspondence* c : {&plain, &textured}) {
      c->score = Field<float>(9, 9, 4, 0.8F);
      c->agreement = Field<float>(9, 9, 4, c == &plain ? 0.0F : 0.8F);
      match::estimateConfidence(*c,
                                match::confidenceModel("contrastive", match::Search::Everywhere));
    }
    QVERIFY(plain.confidence.at(4, 4) < textured.confidence.at(4, 4) - 0.05F);
  }
  void evidenceAtTheCornersCountsOnlyTheNeighboursThatAreThere() {
    const Correspondence c = matched(3);
    QCOMPARE(match::evidenceOf(c, 0, 0)[4], 1.0);
    const Correspondence one = matched(1);
    QCOMPARE(match::evidenceOf(one, 0, 0)[4], 0.0);
  }
};

QTEST_GUILESS_MAIN(TstConfidence)
#include "tst_confidence.moc"
