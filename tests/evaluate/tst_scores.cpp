// Means, and what tables, JSON and CSV say.
#include <QTest>
#include <nlohmann/json.hpp>

#include "core/evaluate/scores.h"

using namespace refscale::evaluate;

namespace {

PairScores pair(const char* name, const char* level, double bicubic, double reference) {
  PairScores p{name, level, {}, 2};
  p.methods[Method::Bicubic] = {bicubic, 0.5, bicubic - 1, 0.4};
  p.methods[Method::Reference] = {reference, 0.7, reference - 1, 0.6};
  return p;
}

Evaluation evaluation() {
  Evaluation e{"start",
               {pair("a, \"b\"", "L1", 20, 24), pair("c", "L1", 22, 26), pair("d", "L2", 30, 31)}};
  e.pairs[0].methods[Method::Wrong] = {19, 0.4, 18, 0.3};
  return e;
}

} // namespace

class TstScores : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void meansAreOverThePairsThatHaveTheMethod() {
    const auto mean = meanOf(evaluation().pairs);
    QCOMPARE(mean.methods.at(Method::Reference).psnrY, 27.0);
    QCOMPARE(mean.methods.at(Method::Wrong).psnrY, 19.0);
    QVERIFY(!mean.methods.contains(Method::Base));
    QCOMPARE(mean.seconds, 2.0);
  }
  void levelsHaveMeansOfTheirOwn() {
    const auto levels = meansOfLevels(evaluation().pairs);
    QCOMPARE(levels.size(), std::size_t{2});
    QCOMPARE(levels[0].level, std::string("L1"));
    QCOMPARE(levels[0].methods.at(Method::Bicubic).psnrY, 21.0);
  }
  void jsonHasEveryMethodAndNullForWhatDidNotRun() {
    const auto json = nlohmann::json::parse(toJson(evaluation()));
    QCOMPARE(json.at("schema").get<int>(), 1);
    QCOMPARE(json.at("pairs").size(), std::size_t{3});
    QVERIFY(json.at("pairs")[1].at("wrong").is_null());
    QCOMPARE(json.at("mean").at("reference").at("psnr_rgb").get<double>(), 26.0);
    QCOMPARE(json.at("levels")[1].at("reference").at("psnr_y").get<double>(), 31.0);
  }
  void csvQuotesNamesAndHasALineForEveryScore() {
    const auto lines =
        QString::fromStdString(toCsv(evaluation())).split("\r\n", Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 7 + 3 + 2 + 3); // header, pairs, L1 with a wrong one, L2, mean
    QCOMPARE(lines[1], QString("\"a, \"\"b\"\"\",L1,bicubic,20.0000,0.50000,19.0000,0.40000"));
  }
  void theTableNamesEveryPair() {
    const QString table = QString::fromStdString(toTable(evaluation()));
    QCOMPARE(table.count('\n'), 1 + 3 + 2 + 1);
    QVERIFY(table.contains("24.00 / 0.700"));
    QVERIFY(table.contains("mean L2"));
  }
};

QTEST_GUILESS_MAIN(TstScores)
#include "tst_scores.moc"
