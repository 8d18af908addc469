#include <QTest>

#include "core/base/error.h"
#include "core/pipeline/request.h"
#include "core/pipeline/result.h"

using refscale::Error;
using refscale::pipeline::OptionField;
using refscale::pipeline::upscaleOptionFields;
using refscale::pipeline::UpscaleOptions;

namespace {

const OptionField& field(const char* name) {
  for (const OptionField& f : upscaleOptionFields()) {
    if (std::string(f.name) == name) return f;
  }
  throw std::runtime_error(name);
}

} // namespace

class TstRequest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyFieldReadsBackWhatItWrote() {
    for (const OptionField& f : upscaleOptionFields()) {
      UpscaleOptions options;
      const std::string text = f.get(options);
      f.set(options, text);
      QVERIFY2(options == UpscaleOptions{}, f.name);
      QVERIFY(std::string(f.help).size() > 10);
    }
  }
  void valuesOutOfRangeAreRefusedWithTheRange_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("above") << QByteArray("strength") << QByteArray("1.01");
    QTest::newRow("below") << QByteArray("strength") << QByteArray("-0.1");
    QTest::newRow("word") << QByteArray("strength") << QByteArray("half");
    QTest::newRow("nan") << QByteArray("strength") << QByteArray("nan");
    QTest::newRow("rest") << QByteArray("strength") << QByteArray("0.5x");
    QTest::newRow("empty") << QByteArray("strength") << QByteArray("");
    QTest::newRow("matcher") << QByteArray("matcher") << QByteArray("sift");
    QTest::newRow("gate") << QByteArray("gate") << QByteArray("yes");
  }
  void valuesOutOfRangeAreRefusedWithTheRange() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    UpscaleOptions options;
    const OptionField& f = field(name);
    try {
      f.set(options, value.toStdString());
      QFAIL("no error");
    } catch (const Error& error) {
      QVERIFY(std::string(error.what()).find(f.range) != std::string::npos);
      QVERIFY(options == UpscaleOptions{});
    }
  }
  void aReportIsJsonEvenWithNamesThatAreNoText() {
    refscale::pipeline::Report report;
    report.warnings.emplace_back("\xff\xfe name");
    report.references.push_back({"a.png", 4, 4, 0.5, 0.25, true});
    const std::string json = toJson(report);
    QVERIFY(json.find("\"schema\": 1") != std::string::npos);
    QVERIFY(json.find("\"sure_share\": 0.25") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TstRequest)
#include "tst_request.moc"
