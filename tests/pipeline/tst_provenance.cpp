#include <QTest>

#include <nlohmann/json.hpp>

#include "core/pipeline/name_template.h"
#include "core/pipeline/provenance.h"

using namespace refscale::pipeline; // NOLINT(google-build-using-namespace)

namespace {

Provenance example() {
  Provenance p;
  p.version = "1.2";
  p.made = "2026-12-01T12:00:00Z";
  p.input = {"small.png", "aa"};
  p.model = {"photo", "bb"};
  p.references = {{"closer.jpg", "cc"}, {"pasted picture", ""}};
  p.settings = {{"device", "cpu"}};
  p.borrowed = 0.543;
  p.width = 640;
  p.height = 480;
  p.report.options = {{"strength", "0.8"}};
  p.report.references.resize(2);
  p.report.references[0].used = true;
  return p;
}

} // namespace

class TstProvenance : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void theFileNamesWhatThePictureWasMadeFrom() {
    const auto json = nlohmann::json::parse(toJson(example()));
    QCOMPARE(json["schema"].get<int>(), 1);
    QCOMPARE(json["model"]["name"].get<std::string>(), std::string("photo"));
    QCOMPARE(json["references"][0]["sha256"].get<std::string>(), std::string("cc"));
    QVERIFY(json["references"][0]["used"].get<bool>());
    QVERIFY(!json["references"][1].contains("sha256")); // it never was a file
    QCOMPARE(json["settings"]["strength"].get<std::string>(), std::string("0.8"));
    QCOMPARE(json["settings"]["device"].get<std::string>(), std::string("cpu"));
    QCOMPARE(json["borrowed"].get<double>(), 0.543);
    QCOMPARE(json["output"]["width"].get<int>(), 640);
    QCOMPARE(json["report"]["schema"].get<int>(), 1);
  }

  void namesThatAreNoTextDoNotBreakTheFile() {
    Provenance p = example();
    p.references[0].name = "caf\xe9.jpg";
    QVERIFY(nlohmann::json::accept(toJson(p)));
  }

  void thePropertiesSayTheSameInShort() {
    const auto properties = xmpOf(example());
    const auto valuesOf = [&](const std::string& name) {
      for (const auto& property : properties) {
        if (property.name == name) return property.values;
      }
      return std::vector<std::string>();
    };
    QCOMPARE(valuesOf("Model"), std::vector<std::string>{"photo sha256:bb"});
    QCOMPARE(valuesOf("References"),
             (std::vector<std::string>{"closer.jpg sha256:cc", "pasted picture"}));
    QCOMPARE(valuesOf("Settings"), (std::vector<std::string>{"device=cpu", "strength=0.8"}));
    QCOMPARE(valuesOf("Borrowed"), std::vector<std::string>{"54.3 %"});
  }

  void namesAreMadeFromTemplates_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<int>("unknown");
    QTest::newRow("words") << "{name}-{scale}x"
                           << "photo-4x"
                           << "" << 0;
    QTest::newRow("one twice") << "{name}{name}"
                               << "photophoto"
                               << "" << 0;
    QTest::newRow("forbidden") << "a/b: {name}?"
                               << "a_b_ photo_"
                               << "/:?" << 0;
    QTest::newRow("in a value") << "{ref}"
                                << "x_y"
                                << "/" << 0;
    QTest::newRow("unknown") << "{shot} {name}"
                             << "{shot} photo"
                             << "" << 1;
    QTest::newRow("open brace") << "{name"
                                << "{name"
                                << "" << 1;
    QTest::newRow("empty brace") << "{}"
                                 << "{}"
                                 << "" << 1;
    QTest::newRow("ends") << " {name}. ."
                          << "photo"
                          << "" << 0;
    QTest::newRow("nothing") << "..."
                             << ""
                             << "" << 0;
  }
  void namesAreMadeFromTemplates() {
    QFETCH(QString, pattern);
    const ExpandedName made =
        expandName(pattern.toStdString(), {{"name", "photo"}, {"scale", "4"}, {"ref", "x/y"}});
    QTEST(QString::fromStdString(made.name), "name");
    QTEST(QString::fromStdString(made.replaced), "replaced");
    QTEST(static_cast<int>(made.unknown.size()), "unknown");
  }
};

QTEST_GUILESS_MAIN(TstProvenance)
#include "tst_provenance.moc"
