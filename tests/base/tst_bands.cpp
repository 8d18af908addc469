#include <QTest>
#include <vector>

#include "core/base/bands.h"
#include "core/base/error.h"

using refscale::Error;
using refscale::forEachBand;
using refscale::Kind;

class TstBands : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyRowIsHadOnceInOrder_data() {
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("valuesOfARow");
    QTest::addColumn<qint64>("bandValues");
    QTest::addColumn<int>("bands");
    QTest::newRow("no rows") << qint64{0} << qint64{5} << qint64{20} << 0;
    QTest::newRow("all in one") << qint64{4} << qint64{5} << qint64{20} << 1;
    QTest::newRow("one row more") << qint64{5} << qint64{5} << qint64{20} << 2;
    QTest::newRow("whole bands") << qint64{12} << qint64{5} << qint64{20} << 3;
    QTest::newRow("a rest") << qint64{11} << qint64{7} << qint64{29} << 3;
    QTest::newRow("a row is more than a band") << qint64{3} << qint64{50} << qint64{20} << 3;
    QTest::newRow("empty rows") << qint64{7} << qint64{0} << qint64{3} << 3;
    // As it is called: 16,777,216 values a band, here of 8,388,608 a row.
    QTest::newRow("of the usual size")
        << qint64{5} << qint64{1 << 23} << qint64{refscale::kBandValues} << 3;
  }
  void everyRowIsHadOnceInOrder() {
    QFETCH(qint64, rows);
    QFETCH(qint64, valuesOfARow);
    QFETCH(qint64, bandValues);
    QFETCH(int, bands);
    qint64 next = 0;
    int calls = 0;
    forEachBand(
        rows, valuesOfARow,
        [&](std::int64_t first, std::int64_t count) {
          QCOMPARE(qint64{first}, next);
          QVERIFY(count >= 1);
          QVERIFY(count == 1 || count * valuesOfARow <= bandValues);
          next += count;
          ++calls;
        },
        bandValues);
    QCOMPARE(next, rows);
    QCOMPARE(calls, bands);
  }
  void aStopEndsItAfterTheBandInWhichItCame() {
    std::stop_source source;
    refscale::RunContext context;
    context.stop = source.get_token();
    const refscale::StopScope scope(context);
    std::vector<std::int64_t> begun;
    const auto work = [&](std::int64_t first, std::int64_t) {
      begun.push_back(first);
      if (first == 4) source.request_stop();
    };
    try {
      forEachBand(10, 1, work, 2);
      QFAIL("no error");
    } catch (const Error& error) {
      QCOMPARE(error.kind(), Kind::Cancelled);
    }
    QCOMPARE(begun, (std::vector<std::int64_t>{0, 2, 4}));
  }
  void withoutAScopeNothingStopsIt() {
    int calls = 0;
    forEachBand(
        3, 1, [&](std::int64_t, std::int64_t) { ++calls; }, 1);
    QCOMPARE(calls, 3);
  }
};

QTEST_GUILESS_MAIN(TstBands)
#include "tst_bands.moc"
