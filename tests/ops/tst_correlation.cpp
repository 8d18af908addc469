#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <QTest>

#include "core/base/error.h"
#include "core/ops/correlation/correlation.h"

Q_DECLARE_METATYPE(at::ScalarType)

using refscale::RunContext;
using refscale::ops::BestMatches;
using refscale::ops::bestMatches;
using refscale::ops::BestMatchOptions;

namespace {

at::Tensor unitFeatures(int channels, int height, int width, int seed) {
  at::manual_seed(static_cast<uint64_t>(seed));
  const at::Tensor raw = at::randn({channels, height, width});
  return raw / raw.norm(2, {0}, true);
}

// All patches as columns [9 * C, patches], in double: the matrix that the real thing never makes.
at::Tensor patches(const at::Tensor& map) {
  return at::im2col(map.to(at::kDouble).unsqueeze(0), {3, 3}, {1, 1}, {0, 0}, {1, 1})[0];
}

struct Expected {
  at::Tensor index, score, second;
};

// The definition by brute force.
Expected bruteForce(const at::Tensor& input, const at::Tensor& reference, int radius) {
  const at::Tensor p = patches(input);
  const at::Tensor q = patches(reference);
  const at::Tensor all = at::mm(p.t(), q / (q.norm(2, {0}, true) + 1e-5));
  const at::Tensor inputNorm = p.norm(2, {0}) + 1e-5;
  const auto width = reference.size(2) - 2;
  Expected e;
  e.index = at::zeros({all.size(0)}, at::kInt);
  e.score = at::zeros({all.size(0)}, at::kDouble);
  e.second = at::full({all.size(0)}, -1.0, at::kDouble);
  for (int64_t i = 0; i < all.size(0); ++i) {
    const at::Tensor scores = all[i];
    const auto row = scores.accessor<double, 1>();
    int64_t best = 0;
    for (int64_t j = 1; j < row.size(0); ++j) best = row[j] > row[best] ? j : best;
    double second = -std::numeric_limits<double>::infinity();
    for (int64_t j = 0; j < row.size(0); ++j) {
      const auto far =
          std::max(std::abs(j / width - best / width), std::abs(j % width - best % width));
      if (far > radius) second = std::max(second, row[j]);
    }
    const auto norm = inputNorm[i].item<double>();
    e.index[i] = static_cast<int>(best);
    e.score[i] = row[best] / norm;
    if (std::isfinite(second)) e.second[i] = second / norm;
  }
  const std::vector<int64_t> grid = {input.size(1) - 2, input.size(2) - 2};
  e.index = e.index.view(grid);
  e.score = e.score.view(grid);
  e.second = e.second.view(grid);
  return e;
}

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

} // namespace

class TstCorrelation : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyGridAgreesWithBruteForce_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("h");
    QTest::addColumn<int>("w");
    QTest::addColumn<int>("h2");
    QTest::addColumn<int>("w2");
    QTest::newRow("equal grids") << 32 << 14 << 17 << 14 << 17;
    QTest::newRow("wider reference") << 16 << 9 << 8 << 21 << 40;
    QTest::newRow("smaller reference") << 16 << 21 << 40 << 9 << 8;
    QTest::newRow("one patch each") << 4 << 3 << 3 << 3 << 3;
    QTest::newRow("one patch in the reference") << 4 << 6 << 5 << 3 << 3;
    QTest::newRow("one patch in the input") << 4 << 3 << 3 << 6 << 5;
    QTest::newRow("strips") << 8 << 3 << 50 << 60 << 3;
    QTest::newRow("one channel") << 1 << 8 << 8 << 8 << 9;
    QTest::newRow("a row of exactly a vector") << 8 << 6 << 18 << 6 << 18;
    QTest::newRow("wide") << 64 << 4 << 101 << 5 << 147;
  }
  void everyGridAgreesWithBruteForce() {
    QFETCH(int, channels);
    QFETCH(int, h);
    QFETCH(int, w);
    QFETCH(int, h2);
    QFETCH(int, w2);
    at::Tensor input = unitFeatures(channels, h, w, 1);
    at::Tensor reference = unitFeatures(channels, h2, w2, 2);
    if (channels == 1) { // of unit norm they would all be alike
      input = at::randn({1, h, w});
      reference = at::randn({1, h2, w2});
    }
    for (const at::ScalarType type : {at::kFloat, at::kBFloat16}) { // on matrix units, if any
      input = input.to(type);
      reference = reference.to(type);
      for (const int radius : {0, 1, 4}) {
        const Expected there = bruteForce(input, reference, radius);
        const Expected back = bruteForce(reference, input, radius);
        const BestMatches m = bestMatches(input, reference, {.excludeRadius = radius}, {});
        QVERIFY(at::equal(m.index, there.index));
        QVERIFY(at::equal(m.backIndex, back.index));
        QVERIFY(largestDifference(m.score, there.score) < 1e-5);
        QVERIFY(largestDifference(m.backScore, back.score) < 1e-5);
        QVERIFY(largestDifference(m.second, there.second) < 1e-5);
      }
    }
  }

  void layoutAndTypeOfTheFeaturesDoNotMatter() {
    const at::Tensor input = unitFeatures(16, 12, 11, 3);
    const at::Tensor reference = unitFeatures(16, 10, 13, 4);
    const BestMatches plain = bestMatches(input, reference, {}, {});
    const at::Tensor last = input.permute({1, 2, 0}).contiguous().permute({2, 0, 1});
    const at::Tensor inside =
        at::constant_pad_nd(reference, {1, 2, 3, 4}).slice(1, 3, -4).slice(2, 1, -2);
    QVERIFY(at::equal(bestMatches(last, inside, {}, {}).index, plain.index));
    QVERIFY(at::equal(bestMatches(input.to(at::kDouble), reference, {}, {}).index, plain.index));
  }

  // A little memory: strips of few patches, so that several column tiles are put together.
  void narrowTilesGiveTheSame() {
    const at::Tensor input = unitFeatures(8, 9, 23, 5).mul(16).round();
    const at::Tensor reference = unitFeatures(8, 11, 12, 6).mul(16).round();
    const BestMatches whole = bestMatches(input, reference, {}, {});
    for (const int columns : {3, 7, 12}) {
      RunContext context;
      context.memoryBudget = 2 * 3 * 4 * 11 * 12 * columns;
      const BestMatches tiled = bestMatches(input, reference, {}, context);
      QVERIFY(at::equal(tiled.index, whole.index));
      QVERIFY(at::equal(tiled.score, whole.score));
      QVERIFY(at::equal(tiled.second, whole.second));
      QVERIFY(at::equal(tiled.backIndex, whole.backIndex));
      QVERIFY(at::equal(tiled.backScore, whole.backScore));
    }
  }

  void theFirstIndexWinsATie() {
    // A tile of 4 x 5 cells repeated: every patch has many equals, on both sides.
    const at::Tensor tile = unitFeatures(8, 4, 5, 7).mul(8).round();
    const at::Tensor input = tile.repeat({1, 3, 4});
    const at::Tensor reference = tile.repeat({1, 4, 5});
    for (const auto& [columns, type] : std::vector<std::pair<int, at::ScalarType>>{
             {3, at::kFloat}, {5, at::kFloat}, {20, at::kFloat}, {20, at::kBFloat16}}) {
      RunContext context;
      context.memoryBudget = 2 * 3 * 4 * 16 * 25 * columns;
      const BestMatches m =
          bestMatches(input.to(type), reference.to(type), {.excludeRadius = 2}, context);
      const Expected there = bruteForce(input, reference, 2);
      const auto index = m.index.accessor<int, 2>();
      const auto back = m.backIndex.accessor<int, 2>();
      for (int y = 0; y < index.size(0); ++y) {
        for (int x = 0; x < index.size(1); ++x) QCOMPARE(index[y][x], y % 4 * 23 + x % 5);
      }
      for (int y = 0; y < back.size(0); ++y) {
        for (int x = 0; x < back.size(1); ++x) QCOMPARE(back[y][x], y % 4 * 18 + x % 5);
      }
      QVERIFY(largestDifference(m.second, there.second) < 1e-5);
    }
  }

  void equalFeaturesEverywhereMatchTheFirstPatch() {
    const at::Tensor flat = at::full({4, 7, 8}, 0.5);
    const BestMatches m = bestMatches(flat, flat, {.excludeRadius = 1}, {});
    QVERIFY(m.index.eq(0).all().item<bool>());
    QVERIFY(m.backIndex.eq(0).all().item<bool>());
    QVERIFY(largestDifference(m.second, at::ones_like(m.second)) < 1e-5);
  }

  void zeroFeaturesScoreNothing() {
    const at::Tensor zero = at::zeros({4, 5, 5});
    const BestMatches m = bestMatches(zero, zero, {}, {});
    QVERIFY(m.index.eq(0).all().item<bool>());
    QVERIFY(m.score.eq(0).all().item<bool>());
  }

  void thereIsNoSecondWhereTheRadiusCoversEverything() {
    const at::Tensor map = unitFeatures(4, 6, 6, 8);
    const BestMatches m = bestMatches(map, map, {.excludeRadius = 4}, {});
    QVERIFY(m.second.eq(-1).all().item<bool>());
  }

  void oneWayLeavesTheWayBackUndefined() {
    const at::Tensor map = unitFeatures(4, 6, 6, 9);
    const BestMatches m = bestMatches(map, map, {.bothWays = false}, {});
    QVERIFY(m.index.defined() && !m.backIndex.defined() && !m.backScore.defined());
    QVERIFY(at::equal(m.index.flatten(), at::arange(16, at::kInt)));
  }

  void theResultDoesNotDependOnTheThreads_data() {
    QTest::addColumn<at::ScalarType>("type");
    QTest::newRow("float32") << at::kFloat;
    QTest::newRow("bfloat16") << at::kBFloat16;
  }
  void theResultDoesNotDependOnTheThreads() {
    QFETCH(at::ScalarType, type);
    const at::Tensor input = unitFeatures(16, 20, 121, 10).mul(16).round().to(type);
    const at::Tensor reference = unitFeatures(16, 22, 79, 11).mul(16).round().to(type);
    const int before = at::get_num_threads();
    at::set_num_threads(1);
    const BestMatches one = bestMatches(input, reference, {}, {});
    at::set_num_threads(5);
    const BestMatches five = bestMatches(input, reference, {}, {});
    at::set_num_threads(before);
    QVERIFY(at::equal(one.index, five.index) && at::equal(one.score, five.score));
    QVERIFY(at::equal(one.second, five.second) && at::equal(one.backIndex, five.backIndex));
    QVERIFY(at::equal(one.backScore, five.backScore));
  }

  void progressRisesToItsTotal() {
    const at::Tensor map = unitFeatures(4, 9, 9, 12);
    std::vector<refscale::Progress> seen;
    RunContext context;
    context.progressSink = [&](const refscale::Progress& p) { seen.push_back(p); };
    (void)bestMatches(map, map, {}, context);
    QVERIFY(seen.size() >= 9);
    for (size_t i = 1; i < seen.size(); ++i) QVERIFY(seen[i].done > seen[i - 1].done);
    QVERIFY(seen.back().stage == refscale::Stage::Match);
    QCOMPARE(seen.back().done, seen.back().total);
  }

  void aStopEndsTheWork_data() { theResultDoesNotDependOnTheThreads_data(); }
  void aStopEndsTheWork() {
    QFETCH(at::ScalarType, type);
    const at::Tensor map = unitFeatures(4, 30, 30, 13).to(type);
    std::stop_source source;
    RunContext context;
    context.stop = source.get_token();
    std::int64_t reached = 0;
    context.progressSink = [&](const refscale::Progress& p) {
      reached = p.done;
      if (p.done == 5) source.request_stop();
    };
    try {
      (void)bestMatches(map, map, {}, context);
      QFAIL("it went on");
    } catch (const refscale::Error& error) {
      QCOMPARE(error.kind(), refscale::Kind::Cancelled);
    }
    QCOMPARE(reached, 5);
  }

  void whatCannotBeMatchedIsRefused() {
    const auto kindOf = [](const at::Tensor& a, const at::Tensor& b,
                           const BestMatchOptions& options, const RunContext& context) {
      try {
        (void)bestMatches(a, b, options, context);
      } catch (const refscale::Error& error) {
        return error.kind();
      }
      return refscale::Kind::Internal;
    };
    const at::Tensor good = unitFeatures(4, 6, 6, 14);
    const at::Tensor small = unitFeatures(4, 2, 6, 14);
    at::Tensor broken = good.clone();
    broken[1][2][3] = std::nanf("");
    using refscale::Kind;
    QCOMPARE(kindOf(good, small, {}, {}), Kind::BadInput);
    QCOMPARE(kindOf(small, good, {}, {}), Kind::BadInput);
    QCOMPARE(kindOf(good, unitFeatures(5, 6, 6, 1), {}, {}), Kind::BadInput);
    QCOMPARE(kindOf(good, broken, {}, {}), Kind::BadInput);
    QCOMPARE(kindOf(broken, good, {}, {}), Kind::BadInput);
    QCOMPARE(kindOf({}, good, {}, {}), Kind::BadInput);
    QCOMPARE(kindOf(good, good, {.excludeRadius = -1}, {}), Kind::BadInput);
    RunContext poor;
    poor.memoryBudget = 100;
    QCOMPARE(kindOf(good, good, {}, poor), Kind::OutOfMemory);
  }
};

QTEST_GUILESS_MAIN(TstCorrelation)
#include "tst_correlation.moc"
