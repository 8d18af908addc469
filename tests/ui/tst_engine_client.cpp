#include <QSignalSpy>
#include <QTest>
#include <random>

#include "tests/ui/fakes.h"
#include "ui/worker/engine_client.h"

using namespace refscale;
using namespace refscale::ui;

namespace {

EngineRequest request(int width = 12, bool reference = true) {
  EngineRequest made;
  made.request.input = std::make_shared<const media::Picture>(test::makeScene(width, 9));
  if (reference) {
    made.request.references.push_back(
        {"better", std::make_shared<const media::Picture>(test::makeScene(40, 30)), nullptr});
  }
  return made;
}

} // namespace

class TstEngineClient : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theMatchesComeBeforeTheResult() {
    auto script = std::make_shared<test::Script>();
    EngineClient client([script] { return test::makeScriptedEngine(script); });
    QSignalSpy matched(&client, &EngineClient::matched);
    QSignalSpy finished(&client, &EngineClient::finished);
    script->holdRestore = true;
    const JobNumber job = client.start(request());
    QVERIFY(matched.wait());
    QCOMPARE(finished.count(), 0);
    QCOMPARE(matched[0][0].value<JobNumber>(), job);
    QCOMPARE(matched[0][1].value<ResultHandle>()->correspondences.size(), std::size_t{1});
    script->holdRestore = false;
    QVERIFY(finished.wait());
    const auto result = finished[0][1].value<JobResult>();
    QCOMPARE(result.result->picture.width(), 48);
    QCOMPARE(result.pyramid->size(), QSize(48, 36));
    QCOMPARE(result.result->report.seconds.at("match"), 1.2); // the time of the early match counts
  }

  void withoutReferencesNothingIsMatched() {
    auto script = std::make_shared<test::Script>();
    EngineClient client([script] { return test::makeScriptedEngine(script); });
    QSignalSpy finished(&client, &EngineClient::finished);
    client.start(request(12, false));
    QVERIFY(finished.wait());
    QCOMPARE(script->matchCalls.load(), 0);
  }

  void cancelWorksInEveryStage_data() {
    QTest::addColumn<bool>("whileMatching");
    QTest::newRow("matching") << true;
    QTest::newRow("restoring") << false;
  }
  void cancelWorksInEveryStage() {
    QFETCH(bool, whileMatching);
    auto script = std::make_shared<test::Script>();
    script->holdMatch = whileMatching;
    script->holdRestore = !whileMatching;
    EngineClient client([script] { return test::makeScriptedEngine(script); });
    QSignalSpy progressed(&client, &EngineClient::progressed);
    QSignalSpy cancelled(&client, &EngineClient::cancelled);
    QSignalSpy finished(&client, &EngineClient::finished);
    const JobNumber job = client.start(request());
    QTRY_VERIFY((whileMatching ? script->matchCalls : script->runCalls).load() > 0);
    client.cancel();
    QVERIFY(cancelled.wait());
    QVERIFY(!progressed.isEmpty());
    QCOMPARE(cancelled[0][0].value<JobNumber>(), job);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(script->runCalls.load() > 0, !whileMatching);
  }

  void aSupersededJobIsNeverHeardOf() {
    auto script = std::make_shared<test::Script>();
    script->holdRestore = true;
    EngineClient client([script] { return test::makeScriptedEngine(script); });
    QSignalSpy matched(&client, &EngineClient::matched);
    QSignalSpy finished(&client, &EngineClient::finished);
    QSignalSpy cancelled(&client, &EngineClient::cancelled);
    const JobNumber first = client.start(request(12));
    QVERIFY(matched.wait());
    const JobNumber second = client.start(request(20));
    QTRY_COMPARE(matched.count(), 2);
    script->holdRestore = false;
    QVERIFY(finished.wait());
    QVERIFY(first != second);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(cancelled.count(), 0);
    QCOMPARE(finished[0][0].value<JobNumber>(), second);
    QCOMPARE(finished[0][1].value<JobResult>().result->picture.width(), 80);
  }

  void twoHundredQuickRestartsEndWithTheLastResult() {
    auto script = std::make_shared<test::Script>();
    EngineClient client([script] { return test::makeScriptedEngine(script); });
    QSignalSpy finished(&client, &EngineClient::finished);
    JobNumber last = 0;
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
      last = client.start(request(8 + i % 5));
      if (random() % 3 == 0) QTest::qWait(1);
      if (random() % 5 == 0) client.cancel();
    }
    last = client.start(request(11));
    QTRY_VERIFY(!finished.isEmpty() && finished.back()[0].value<JobNumber>() == last);
    QCOMPARE(finished.back()[1].value<JobResult>().result->picture.width(), 44);
    for (int i = 1; i < finished.count(); ++i) { // never an older one after a newer
      QVERIFY(finished[i - 1][0].value<JobNumber>() < finished[i][0].value<JobNumber>());
    }
  }

  void destructionStopsWhatRuns() {
    auto script = std::make_shared<test::Script>();
    script->holdMatch = true;
    {
      EngineClient client([script] { return test::makeScriptedEngine(script); });
      QSignalSpy progressed(&client, &EngineClient::progressed);
      client.start(request());
      QVERIFY(progressed.wait());
    }
    QCOMPARE(script->stops.load(), 1);
  }

  void failuresArriveAsValues() {
    auto script = std::make_shared<test::Script>();
    script->failWith(Error(Kind::OutOfMemory, "Not enough memory.", "17 GB"));
    EngineClient client([script] { return test::makeScriptedEngine(script); });
    QSignalSpy failed(&client, &EngineClient::failed);
    client.start(request());
    QVERIFY(failed.wait());
    const auto failure = failed[0][1].value<Failure>();
    QCOMPARE(failure.kind, Kind::OutOfMemory);
    QCOMPARE(failure.message, QString("Not enough memory."));
    QCOMPARE(failure.detail, QString("17 GB"));
  }

  void anEngineThatDoesNotLoadSaysWhyAndIsTriedAgain() {
    auto script = std::make_shared<test::Script>();
    int tries = 0;
    EngineClient client([&]() -> std::shared_ptr<pipeline::Engine> {
      if (++tries == 1) throw Error(Kind::NotFound, "LibTorch is missing.");
      return test::makeScriptedEngine(script);
    });
    QSignalSpy failed(&client, &EngineClient::engineFailed);
    QSignalSpy ready(&client, &EngineClient::engineReady);
    client.load();
    QVERIFY(failed.wait());
    QCOMPARE(failed[0][0].value<Failure>().message, QString("LibTorch is missing."));
    client.load();
    QVERIFY(ready.wait());
    QCOMPARE(ready[0][0].value<EngineInfo>().devices.size(), std::size_t{1});
  }
};

QTEST_GUILESS_MAIN(TstEngineClient)
#include "tst_engine_client.moc"
