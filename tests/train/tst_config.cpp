// A training's settings: files, single settings, and what is refused.
#include <QTest>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/train/config.h"

using namespace refscale;
using namespace refscale::train;

class TstConfig : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void whatIsWrittenIsReadAgain() {
    TrainConfig config;
    config.stage = "full";
    config.learningRate = 3e-5;
    config.scratch = true;
    config.batch = 3;
    QVERIFY(parseConfig(toJson(config)) == config);
  }

  void whatIsLeftOutKeepsItsDefault() {
    const TrainConfig config = parseConfig(R"({"batch": 5})");
    QCOMPARE(config.batch, 5);
    QCOMPARE(config.window, TrainConfig{}.window);
  }

  void singleSettingsAreTextsNumbersAndSwitches() {
    TrainConfig config;
    setField(config, "pack=a=b.safetensors");
    setField(config, "ema=0.5");
    setField(config, "steps=12");
    setField(config, "scratch=true");
    QCOMPARE(QByteArray(config.pack.c_str()), QByteArray("a=b.safetensors"));
    QCOMPARE(config.ema, 0.5);
    QCOMPARE(config.steps, 12);
    QVERIFY(config.scratch);
  }

  void mistakesAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("unknown name") << QByteArray(R"({"bach": 8})");
    QTest::newRow("text for a number") << QByteArray(R"({"batch": "8"})");
    QTest::newRow("fraction for a count") << QByteArray(R"({"batch": 8.5})");
    QTest::newRow("number for a switch") << QByteArray(R"({"scratch": 1})");
    QTest::newRow("out of range") << QByteArray(R"({"ema": 1.5})");
    QTest::newRow("negative") << QByteArray(R"({"steps": -1})");
  }
  void mistakesAreRefused() {
    QFETCH(QByteArray, json);
    QVERIFY_EXCEPTION_THROWN((void)parseConfig(json.toStdString()), Error);
  }

  void whatDoesNotGoTogetherIsRefused_data() {
    QTest::addColumn<QByteArray>("setting");
    for (const char* setting :
         {"stage=other", "pack=", "parent=", "output=", "stage=student", "stage=full", "crop=162",
          "schedule=wave", "precision=fp8", "name=a/b"}) {
      QTest::newRow(setting) << QByteArray(setting);
    }
  }
  void whatDoesNotGoTogetherIsRefused() {
    QFETCH(QByteArray, setting);
    TrainConfig config;
    config.pack = "p";
    config.parent = "q";
    config.output = "o";
    checkConfig(config);
    setField(config, setting.toStdString());
    QVERIFY_EXCEPTION_THROWN(checkConfig(config), Error);
  }

  void theShippedFilesAreRead() {
    int files = 0;
    for (const auto& item : std::filesystem::directory_iterator(resourcesDir() / "training")) {
      TrainConfig config = readConfig(item.path());
      config.pack = "pack";
      config.output = "output";
      checkConfig(config);
      ++files;
    }
    QCOMPARE(files, 4);
  }

  void everyFieldHasANameAndAHelpText() {
    for (const ConfigField& field : configFields()) {
      QVERIFY(std::string_view(field.name).size() > 1);
      QVERIFY(std::string_view(field.help).size() > 2);
    }
  }
};

QTEST_GUILESS_MAIN(TstConfig)
#include "tst_config.moc"
